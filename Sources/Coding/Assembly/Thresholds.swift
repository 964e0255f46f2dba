package import DataFiles

/// From which probability a mention is taken for a side, and a trigger for an act.
///
/// - Source: `Data/<language>/thresholds.tsv`, chosen by hand after trying a few values on the
///   development halves of the gold sets.
package struct Thresholds: Sendable {
  /// For those who act.
  package var actor = 0.4
  /// For those to whom.
  package var recipient = 0.4
  /// For the act.
  package var act = 0.4
  /// What the probability of no act is multiplied with; below 1 more is coded.
  package var none = 1.0

  /// Thresholds in the middle.
  package init() {}

  /// Reads the table: `name value source`.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    let table = try data.table(
      "\(language)/thresholds.tsv", columns: ["name", "value", "source"])
    for row in table.rows {
      guard let value = Double(row[1]) else { throw table.malformed(row, "expected a number") }
      switch row[0] {
      case "actor": actor = value
      case "recipient": recipient = value
      case "act": act = value
      case "none": none = value
      default: throw table.malformed(row, "unknown threshold \(row[0])")
      }
    }
  }
}
