import Ontology

/// Numbers for kinds of events, new ones where a combination is new to the graph.
final class KindTable {
  /// A row of the table `kind` without its number.
  struct Key: Hashable {
    var act: EventType?
    var type: EventType?
    var mode = ""
    var status = Status.happened
    var isReciprocal = false
    /// In tenths.
    var score = 0
    var code = ""
  }

  private let connection: Connection
  private let ontology: Ontology
  private var ids: [Key: Int] = [:]

  init(_ connection: Connection, ontology: Ontology) throws {
    self.connection = connection
    self.ontology = ontology
  }

  /// The number of a report's kind.
  func id(of report: Report) throws -> Int {
    try id(
      of: Key(
        act: report.act, type: report.type, mode: report.modes.first ?? "", status: report.status,
        isReciprocal: report.reciprocal,
        score: Self.tenths(ontology.ploverScore(report.type, mode: report.modes.first)),
        code: report.cameo ?? ""))
  }

  /// The number of a combination.
  func id(of key: Key) throws -> Int {
    if let known = ids[key] { return known }
    let values: [SQLValue] = [
      .integer(key.act?.number ?? 0), .integer(key.type?.number ?? 0), .text(key.mode),
      .integer(key.status.number), .integer(key.isReciprocal ? 1 : 0), .integer(key.score),
      .text(key.code),
    ]
    let found = try connection.int(
      """
      SELECT id FROM kind WHERE act = ? AND type = ? AND mode = ? AND status = ? \
      AND reciprocal = ? AND score = ? AND code = ?
      """, values)
    let id = try found ?? insert(values + [.integer(key.status.statusClass.number)])
    ids[key] = id
    return id
  }

  private func insert(_ values: [SQLValue]) throws -> Int {
    try connection.run(
      """
      INSERT INTO kind (act, type, mode, status, reciprocal, score, code, statusClass) \
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, values)
    return connection.lastInserted
  }

  /// A score in tenths, within the bounds of the table.
  static func tenths(_ score: Double) -> Int {
    max(-100, min(100, Int((score * 10).rounded())))
  }
}
