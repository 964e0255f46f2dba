import DataFiles

/// How frequent the letter trigrams of a few languages are, from `Data/languages/trigrams.tsv`.
///
/// In: three scalars, space at a word's edge. Out: a level for each language. Levels are tenths of
/// natural logarithms above one in 100,000; what is not listed has level 0.
struct TrigramTable: Sendable {
  /// The languages in the order of the levels.
  let languages: [String]
  private var keys: [UInt64]
  private var levels: [Int16]

  init(data: DataDirectory) throws(DataError) {
    let table = try data.table(
      "languages/trigrams.tsv", columns: ["language", "level", "trigrams", "source"])
    var languages: [String] = []
    var entries: [(key: UInt64, language: Int, level: Int16)] = []
    for row in table.rows {
      if languages.last != row[0] { languages.append(row[0]) }
      guard let level = Int16(row[1]) else { throw table.malformed(row, "level is no number") }
      guard let keys = Self.keys(row[2]) else {
        throw table.malformed(row, "expected groups of three letters or _, a space between")
      }
      for key in keys { entries.append((key, languages.count - 1, level)) }
    }
    self.languages = languages
    var size = 1024
    while size < entries.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    levels = Array(repeating: 0, count: size * languages.count)
    for entry in entries {
      let slot = slot(of: entry.key)
      keys[slot] = entry.key
      levels[slot * languages.count + entry.language] = entry.level
    }
  }

  /// The trigrams of a field such as `_di an_ yan`; nil when one has not three scalars.
  private static func keys(_ field: String) -> [UInt64]? {
    var keys: [UInt64] = []
    var key: UInt64 = 0
    var position = 0
    for scalar in field.unicodeScalars {
      if position == 3 {
        guard scalar == " " else { return nil }
        keys.append(key)
        (key, position) = (0, 0)
      } else {
        guard scalar != " " else { return nil }
        key = key << 21 | UInt64(scalar == "_" ? 0x20 : scalar.value)
        position += 1
      }
    }
    guard position == 3 else { return nil }
    return keys + [key]
  }

  /// Three scalars as one number, never 0.
  @inline(__always)
  static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  /// Adds the levels of a trigram to the sums, one a language.
  func add(_ key: UInt64, to sums: inout [Int]) {
    let slot = slot(of: key)
    guard keys[slot] == key else { return }
    for language in languages.indices {
      sums[language] += Int(levels[slot * languages.count + language])
    }
  }
}
