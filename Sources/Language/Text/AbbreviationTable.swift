import DataFiles

/// The abbreviations of a language, from `Data/<language>/abbreviations.tsv`, and the words with
/// which its sentences start, from `starters.tsv`.
struct AbbreviationTable: Sendable {
  /// What the dot behind a word means.
  enum Kind: String, CaseIterable {
    /// A name follows: the dot never ends a sentence (*Dr.*).
    case title
    /// The dot belongs to the word; it ends a sentence only before a starter (*dll.*).
    case any
    /// The dot belongs to the word when a number follows (*No. 5*).
    case number
    /// A unit of money that is written together with its number (*Rp500*).
    case currency
    /// A unit that is written together with the number before it (*5pm*).
    case unit
    /// The last part of an internet name (*com*).
    case domain
  }

  private let kinds: WordTable
  private let currencies: WordTable
  private let units: WordTable
  private let domains: WordTable
  private let starters: WordTable

  init(_ language: String, data: DataDirectory) throws(DataError) {
    let table = try data.table(
      "\(language)/abbreviations.tsv", columns: ["form", "kind", "source"])
    var dotted: [(word: String, value: UInt8)] = []
    var money: [(word: String, value: UInt8)] = []
    var measures: [(word: String, value: UInt8)] = []
    var names: [(word: String, value: UInt8)] = []
    for row in table.rows {
      guard let kind = Kind(rawValue: row[1]) else {
        throw table.malformed(row, "unknown kind \(row[1])")
      }
      switch kind {
      case .title: dotted.append((row[0], 0))
      case .any: dotted.append((row[0], 1))
      case .number: dotted.append((row[0], 2))
      case .currency: money.append((row[0], 0))
      case .unit: measures.append((row[0], 0))
      case .domain: names.append((row[0], 0))
      }
    }
    kinds = WordTable(dotted)
    currencies = WordTable(money)
    units = WordTable(measures)
    domains = WordTable(names)
    let words = try data.table("\(language)/starters.tsv", columns: ["word", "source"])
    starters = WordTable(words.rows.map { ($0[0], 0) })
  }

  /// What the dot behind the word at `range` means; nil when it is no abbreviation.
  func kind(of text: TextBytes, _ range: Range<Int>) -> Kind? {
    switch kinds.value(of: text, range, folding: false) {
    case 0: .title
    case 1: .any
    case 2: .number
    default: nil
    }
  }

  /// Whether the letters at `range` are a unit of money.
  func isCurrency(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    currencies.value(of: text, range, folding: false) != nil
  }

  /// Whether the letters at `range` are a unit that may follow a number without space.
  func isUnit(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    units.value(of: text, range, folding: false) != nil
  }

  /// Whether the letters at `range` end an internet name.
  func isDomain(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    domains.value(of: text, range, folding: true) != nil
  }

  /// Whether sentences often start with the word at `range`.
  func isStarter(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    starters.value(of: text, range, folding: true) != nil
  }
}
