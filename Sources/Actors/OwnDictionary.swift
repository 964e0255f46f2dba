/// The reader's own dictionary file: tables one after another, each beginning with its header.
enum OwnDictionary {
  /// A table of the file, with empty lines above it so that line numbers stay those of the file.
  struct Part {
    var name: String
    var text: String
  }

  /// The tables in the file, told by their header rows.
  static func parts(of text: String, columns: [String: [String]]) -> [Part] {
    let headers = Dictionary(
      uniqueKeysWithValues: columns.map { ($0.value.joined(separator: "\t"), $0.key) })
    var parts: [Part] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let name = headers[String(line)] {
        parts.append(Part(name: name, text: String(repeating: "\n", count: number)))
      }
      if !parts.isEmpty { parts[parts.count - 1].text += line + "\n" }
      number += 1
    }
    return parts
  }
}

import Ontology

/// The days of a role as the tables write them: `2012-05-07`, `2012-05`, `2012`, with `~` before an
/// inferred one, and empty for an open end.
enum RoleDays {
  static let farPast = Day(rawValue: -200_000)
  static let farFuture = Day(rawValue: 200_000)

  /// The days from `start` to `end`; nil when one is no day or they are out of order.
  static func range(_ start: String, _ end: String) -> ClosedRange<Day>? {
    guard let first = start.isEmpty ? farPast : day(start, isEnd: false),
      let last = end.isEmpty ? farFuture : day(end, isEnd: true), first <= last
    else { return nil }
    return first...last
  }

  private static func day(_ text: String, isEnd: Bool) -> Day? {
    let parts = text.utf8.drop { $0 == UInt8(ascii: "~") }.split(separator: UInt8(ascii: "-"))
      .map { Int(Substring($0)) }
    guard let first = parts.first, let year = first, parts.count <= 3 else { return nil }
    guard parts.count > 1 else {
      return Day(year: year, month: isEnd ? 12 : 1, day: isEnd ? 31 : 1)
    }
    guard let month = parts[1] else { return nil }
    if parts.count == 3 { return parts[2].flatMap { Day(year: year, month: month, day: $0) } }
    guard isEnd else { return Day(year: year, month: month, day: 1) }
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    return next?.advanced(by: -1)
  }
}
