import Ontology

/// Reads dates and times in the forms of ISO 8601, with and without their signs.
enum TemporalReading {
  /// The parts of a text; nil when it does not say what a type needs.
  static func parts(of text: String, _ kind: TemporalKind) -> TemporalParts? {
    var parts = TemporalParts()
    if kind == .date {
      parts.day = day(text[...])
      return parts.day == nil ? nil : parts
    }
    var rest = text[...]
    if kind.hasDay {
      let divided = rest.split(separator: "T", maxSplits: 1)
      guard let first = divided.first, let found = day(first) else { return nil }
      parts.day = found
      guard divided.count == 2 else {
        parts.time = ClockTime(nanoseconds: 0)
        return parts
      }
      rest = divided[1]
    }
    guard let zone = zone(&rest), let time = time(rest) else { return nil }
    parts.time = time
    parts.zone = zone.found
    return parts
  }

  /// `2015-07-21`, `20150721`, `2015-07`, `2015-W30-2`, `2015-202`, `2015`.
  static func day(_ text: Substring) -> Day? {
    var rest = text
    var year: Int?
    if let sign = rest.first, sign == "+" || sign == "-" {
      let digits = rest.dropFirst().prefix(while: \.isWholeNumber)
      year = Int(digits).map { sign == "-" ? -$0 : $0 }
      rest = rest.dropFirst(1 + digits.count)
    } else {
      year = rest.prefix(4).allSatisfy(\.isWholeNumber) ? Int(rest.prefix(4)) : nil
      guard rest.count >= 4 else { return nil }
      rest = rest.dropFirst(4)
    }
    guard let year else { return nil }
    if rest.first == "-" { rest = rest.dropFirst() }
    if rest.first == "W" { return week(rest.dropFirst().filter { $0 != "-" }, year) }
    let digits = rest.filter { $0 != "-" }
    guard digits.allSatisfy(\.isWholeNumber) else { return nil }
    switch digits.count {
    case 0: return Calendar.day(year: year, month: 1, day: 1)
    case 2: return Int(digits).flatMap { Calendar.day(year: year, month: $0, day: 1) }
    case 3:
      guard let number = Int(digits), (1...366).contains(number) else { return nil }
      return Calendar.day(year: year, month: 1, day: 1)?.advanced(by: number - 1)
    case 4:
      guard let month = Int(digits.prefix(2)), let day = Int(digits.suffix(2)) else { return nil }
      return Calendar.day(year: year, month: month, day: day)
    default: return nil
    }
  }

  private static func week(_ digits: String, _ year: Int) -> Day? {
    guard [2, 3].contains(digits.count), let week = Int(digits.prefix(2)), (1...53).contains(week)
    else { return nil }
    let weekday = digits.count == 3 ? Int(digits.suffix(1)) ?? 0 : 1
    guard (1...7).contains(weekday) else { return nil }
    return Calendar.firstMonday(ofWeekYear: year)?.advanced(by: week * 7 - 7 + weekday - 1)
  }

  /// Takes the zone off a time's end; nil when what stands there is none.
  private static func zone(_ rest: inout Substring) -> (found: Zone?, Void)? {
    var name: String?
    if rest.last == "]", let open = rest.firstIndex(of: "[") {
      name = String(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
    }
    let start = rest.firstIndex { "Zz+-".contains($0) }
    var offset: Zone?
    if let start {
      guard let zone = Zone(String(rest[start...])) else { return nil }
      offset = zone
      rest = rest[..<start]
    }
    guard let name else { return (offset, ()) }
    guard Zone(name) != nil else { return nil }
    return (Zone(offset: offset?.offset ?? 0, name: name), ())
  }

  /// `21:40:32.142`, `214032`, `21:40`, `21`.
  static func time(_ text: Substring) -> ClockTime? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first?.filter({ $0 != ":" }), [2, 4, 6].contains(whole.count),
      whole.allSatisfy(\.isWholeNumber), let hour = Int(whole.prefix(2)),
      let minute = Int("0" + whole.dropFirst(2).prefix(2)),
      let second = Int("0" + whole.dropFirst(4)),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var nanoseconds = 0
    if halves.count == 2 {
      guard let fraction = fraction(halves[1]) else { return nil }
      nanoseconds = fraction
    }
    let seconds = hour * 3600 + minute * 60 + second
    return ClockTime(nanoseconds: seconds * ClockTime.perSecond + nanoseconds)
  }

  /// Nanoseconds of the digits behind a point.
  static func fraction(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isWholeNumber) else { return nil }
    return Int(digits + String(repeating: "0", count: 9 - digits.count))
  }
}
