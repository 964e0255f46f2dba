import DataFiles

/// How a language writes several syntactic words as one token, from `Data/<language>/clitics.tsv`.
///
/// In: a word of the text. Out: where to cut it. A word that is listed (`split`, `whole`) needs no
/// rule; else the longest fitting `suffix` is cut off.
struct CliticTable: Sendable {
  private struct Suffix {
    let bytes: [UInt8]
    /// Whether it leaves capitalised words alone, unless what stands before it is a `host`.
    let needsHost: Bool
    /// Whether it starts with an apostrophe or *n't*, so that one letter may stand before it.
    var isBound: Bool { bytes.contains { $0 == 0x27 || $0 >= 0x80 } }
  }

  /// Whether a hyphen between words is a token of its own (English).
  let splitsHyphens: Bool
  private let suffixes: [Suffix]
  private let suffixEnds: [Bool]
  private let listed: WordTable
  private let parts: [[Int]]
  private let hosts: WordTable
  private let prefixes: WordTable

  private static let wholeWord: UInt8 = 255

  init(_ language: String, data: DataDirectory) throws(DataError) {
    let table = try data.table(
      "\(language)/clitics.tsv", columns: ["kind", "form", "parts", "source"])
    var suffixes: [Suffix] = []
    var listed: [(word: String, value: UInt8)] = []
    var parts: [[Int]] = []
    var hosts: [(word: String, value: UInt8)] = []
    var prefixes: [(word: String, value: UInt8)] = []
    var splitsHyphens = false
    for row in table.rows {
      switch row[0] {
      case "suffix": suffixes.append(Suffix(bytes: Array(row[1].utf8), needsHost: false))
      case "suffix-of-host": suffixes.append(Suffix(bytes: Array(row[1].utf8), needsHost: true))
      case "host": hosts.append((row[1], 0))
      case "whole": listed.append((row[1], Self.wholeWord))
      case "split":
        let cuts = try Self.cuts(row, of: table)
        let number = parts.firstIndex(of: cuts) ?? parts.count
        if number == parts.count { parts.append(cuts) }
        listed.append((row[1], UInt8(number)))
      case "prefix": prefixes.append((row[1], 0))
      case "hyphens": splitsHyphens = row[1] == "split"
      default: throw table.malformed(row, "unknown kind \(row[0])")
      }
    }
    self.suffixes = suffixes.sorted { $0.bytes.count > $1.bytes.count }
    suffixEnds = (0..<256).map { byte in suffixes.contains { $0.bytes.last == UInt8(byte) } }
    self.listed = WordTable(listed)
    self.parts = parts
    self.hosts = WordTable(hosts)
    self.prefixes = WordTable(prefixes)
    self.splitsHyphens = splitsHyphens
  }

  private static func cuts(
    _ row: DataTable.Row, of table: DataTable
  ) throws(DataError) -> [Int] {
    let words = row[2].split(separator: " ")
    guard words.count > 1, words.joined() == row[1] else {
      throw table.malformed(row, "the parts must be those of the form")
    }
    var cuts: [Int] = []
    var end = 0
    for word in words.dropLast() {
      end += word.utf8.count
      cuts.append(end)
    }
    guard end < 255 else { throw table.malformed(row, "too long") }
    return cuts
  }

  /// Where to cut the word at `range`; nil when it is one word.
  func cuts(in text: TextBytes, _ range: Range<Int>) -> [Int]? {
    if let number = listed.value(of: text, range, folding: true) {
      guard number != Self.wholeWord else { return nil }
      return parts[Int(number)].map { range.lowerBound + $0 }
    }
    guard suffixEnds[Int(WordTable.lowered(text[range.upperBound - 1]))] else { return nil }
    for suffix in suffixes where fits(suffix, text, range) {
      return [range.upperBound - suffix.bytes.count]
    }
    return nil
  }

  private func fits(_ suffix: Suffix, _ text: TextBytes, _ range: Range<Int>) -> Bool {
    let start = range.upperBound - suffix.bytes.count
    guard start >= range.lowerBound + (suffix.isBound ? 1 : 2) else { return false }
    for (offset, byte) in suffix.bytes.enumerated()
    where WordTable.lowered(text[start + offset]) != byte {
      return false
    }
    let base = range.lowerBound..<start
    return !suffix.needsHost || !hasCapital(text, base)
      || hosts.value(of: text, base, folding: true) != nil
  }

  private func hasCapital(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let (kind, length) = text.kind(at: position)
      if kind == .upper { return true }
      position += length
    }
    return false
  }

  /// Whether a clitic, not one of two letters, stands alone between `start` and the word's end, as
  /// in *APBD-nya*.
  func isClitic(_ text: TextBytes, from start: Int) -> Bool {
    suffixes.contains { suffix in
      let end = start + suffix.bytes.count
      guard suffix.bytes.count > 2, end <= text.count, !text.kind(at: end).kind.isWordPart else {
        return false
      }
      return suffix.bytes.indices.allSatisfy {
        WordTable.lowered(text[start + $0]) == suffix.bytes[$0]
      }
    }
  }

  /// Whether a word part before a hyphen stays joined to what follows (*anti-*).
  func isPrefix(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    prefixes.value(of: text, range, folding: true) != nil
  }
}
