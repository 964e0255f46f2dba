import DataFiles

/// The affixes of a language and how they change the stem: `Data/<language>/affixes.tsv`.
struct AffixTable: Sendable {
  /// One way in which an affix shows.
  struct Rule: Sendable {
    /// The letters that are taken off.
    let surface: [UInt8]
    /// Letters one of which stands next to them in what is left; empty for any.
    let next: [UInt8]
    /// Letters that take their place.
    let restores: [UInt8]
    /// The affix's name; the same for all its shapes.
    let name: String
    /// The affix's number, a bit in ``Analysis/affixes``.
    let number: Int
    /// The parts of speech it makes, a bit each by their place in ``UPOS/all``.
    let tags: UInt32
    /// Features that it gives.
    let feats: String
    /// Whether it is taken off a stem that no dictionary knows.
    let guesses: Bool
  }

  /// Prefixes in the order of the file.
  private(set) var prefixes: [Rule] = []
  /// Suffixes in the order of the file.
  private(set) var suffixes: [Rule] = []
  /// For each affix, the set of those that may stand inside it.
  private(set) var inner: [UInt64] = []
  /// The affixes' names by number.
  private(set) var names: [String] = []
  /// Whether each affix is a prefix.
  private(set) var isPrefix: [Bool] = []

  static let columns = [
    "kind", "surface", "next", "restores", "name", "upos", "feats", "guess", "source",
  ]

  /// A table without affixes.
  init() {}

  /// Loads the affixes of a language.
  ///
  /// - Throws: ``DataError`` when the table is missing or malformed.
  init(_ language: String, data: DataDirectory) throws(DataError) {
    let table = try data.table("\(language)/affixes.tsv", columns: Self.columns)
    for row in table.rows where row[0] != "pair" {
      guard row[0] == "prefix" || row[0] == "suffix" else {
        throw table.malformed(row, "kind \(row[0]); there are prefix, suffix and pair")
      }
      try add(row, of: table)
    }
    for row in table.rows where row[0] == "pair" {
      guard let outer = names.firstIndex(of: row[1]), let inside = names.firstIndex(of: row[2])
      else { throw table.malformed(row, "a pair of affixes that are not in the table") }
      inner[outer] |= 1 << UInt64(inside)
    }
  }

  private mutating func add(_ row: DataTable.Row, of table: DataTable) throws(DataError) {
    var tags: UInt32 = 0
    for name in row[5].split(separator: ",") {
      guard let tag = UPOS.all.firstIndex(where: { $0.rawValue == name }) else {
        throw table.malformed(row, "unknown part of speech \(name)")
      }
      tags |= 1 << UInt32(tag)
    }
    guard !row[1].isEmpty, names.count < 63 else {
      throw table.malformed(row, "an affix without letters, or more than 63 affixes")
    }
    let number = names.firstIndex(of: row[4]) ?? names.count
    if number == names.count {
      names.append(row[4])
      inner.append(0)
      isPrefix.append(row[0] == "prefix")
    }
    let rule = Rule(
      surface: Array(row[1].utf8), next: Array(row[2].utf8), restores: Array(row[3].utf8),
      name: row[4], number: number, tags: tags == 0 ? .max : tags, feats: row[6],
      guesses: row[7] == "yes")
    if row[0] == "prefix" { prefixes.append(rule) } else { suffixes.append(rule) }
  }
}
