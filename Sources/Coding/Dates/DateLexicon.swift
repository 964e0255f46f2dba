import Language
import DataFiles

/// The words of which dates are made.
///
/// In: `Data/<language>/dates.tsv`. Out: what a word, or two words together, stand for.
struct DateLexicon: Sendable {
  /// What a word is in a date.
  enum Part: Hashable, Sendable {
    /// A month, 1 to 12.
    case month(Int)
    /// A day of the week, 0 for Monday.
    case weekday(Int)
    /// Days from the day of publication; whole weeks, months and years are near that many.
    case relative(Int)
    /// A word that introduces the publisher, whose date is not the event's.
    case publisher
  }

  private let parts: [String: Part]

  init(_ language: String, data: DataDirectory) throws(DataError) {
    let columns = ["word", "kind", "value", "source"]
    let table = try data.table("\(language)/dates.tsv", columns: columns)
    var parts: [String: Part] = [:]
    for row in table.rows {
      guard let value = Int(row[2]) else { throw table.malformed(row, "expected a number") }
      switch row[1] {
      case "month": parts[row[0]] = .month(value)
      case "weekday": parts[row[0]] = .weekday(value)
      case "relative": parts[row[0]] = .relative(value)
      case "publisher": parts[row[0]] = .publisher
      default: throw table.malformed(row, "unknown kind \(row[1])")
      }
    }
    self.parts = parts
  }

  /// What a lowered word, or two words with a space between, stand for.
  func part(_ words: String) -> Part? { parts[words] }
}
