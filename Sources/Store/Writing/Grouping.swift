/// Groups reports into events: same dyad, same act, same class of status, at most a day apart.
///
/// The event keeps the day and kind of its first report. Reports without a day are one event only
/// within an article. The rule can be switched off (``EventStore/regroup(_:)``).
final class Grouping {
  /// Two actors by number; nobody may be named on the other side.
  struct Dyad {
    let actor: Int
    let recipient: Int?
  }

  private let connection: Connection
  private let isOn: Bool
  private let find: SQLStatement
  private let link: SQLStatement
  private let count: SQLStatement

  init(_ connection: Connection) throws {
    self.connection = connection
    isOn = try connection.text("SELECT value FROM setting WHERE name = 'grouping'") != "off"
    find = try connection.cached(Self.findSQL)
    link = try connection.cached(
      "INSERT INTO eventReport (event, report) VALUES (?, ?) ON CONFLICT DO NOTHING")
    count = try connection.cached(Self.countSQL)
  }

  /// Puts a report under the events of its dyads, which are made where there are none.
  func add(report: Int, kind: Int, day: Int?, dyads: [Dyad]) throws {
    for dyad in dyads {
      let found = isOn ? try event(for: dyad, kind: kind, day: day, report: report) : nil
      let event = try found ?? insert(dyad, kind: kind, day: day)
      link.bind(event, at: 1)
      link.bind(report, at: 2)
      try link.run()
      count.bind(event, at: 1)
      try count.run()
    }
  }

  private func event(for dyad: Dyad, kind: Int, day: Int?, report: Int) throws -> Int? {
    defer { find.reset() }
    try find.bind([
      .integer(dyad.actor), .integer(orNull: dyad.recipient), .integer(orNull: day),
      .integer(kind), .integer(report),
    ])
    return try find.step() ? find.int(0) : nil
  }

  private func insert(_ dyad: Dyad, kind: Int, day: Int?) throws -> Int {
    let insert = try connection.cached(
      "INSERT INTO event (actor, recipient, day, kind) VALUES (?, ?, ?, ?)")
    try insert.bind([
      .integer(dyad.actor), .integer(orNull: dyad.recipient), .integer(orNull: day),
      .integer(kind),
    ])
    try insert.run()
    return connection.lastInserted
  }

  /// Brings an event's counts in line with its reports.
  func recount(_ event: Int) throws {
    count.bind(event, at: 1)
    try count.run()
  }

  /// The nearest event that a report belongs to; arguments: actor, recipient, day, kind, report.
  private static let findSQL = """
    WITH wanted AS (SELECT act, statusClass, reciprocal FROM kind WHERE id = ?4)
    SELECT e.id FROM event AS e
    WHERE e.id IN (
        SELECT id FROM event WHERE actor = ?1 AND recipient IS ?2 AND day BETWEEN ?3 - 1 AND ?3 + 1
        UNION ALL
        SELECT id FROM event WHERE actor = ?2 AND recipient = ?1 AND day BETWEEN ?3 - 1 AND ?3 + 1
          AND (SELECT reciprocal FROM wanted)
        UNION ALL
        SELECT id FROM event WHERE ?3 IS NULL AND actor = ?1 AND recipient IS ?2 AND day IS NULL)
      AND EXISTS (SELECT 1 FROM kind AS k, wanted AS w WHERE k.id = e.kind AND k.act = w.act
        AND k.statusClass = w.statusClass AND k.reciprocal = w.reciprocal)
      AND EXISTS (SELECT 1 FROM eventReport AS x JOIN report AS p ON p.id = x.report
        JOIN sentence AS n ON n.id = p.sentence WHERE x.event = e.id AND (?3 IS NOT NULL
          OR n.article = (SELECT s.article FROM report AS q JOIN sentence AS s
            ON s.id = q.sentence WHERE q.id = ?5)))
    ORDER BY abs(e.day - ?3), e.id LIMIT 1
    """

  private static let countSQL = """
    UPDATE event SET (reports, publishers, confidence) = (
      SELECT count(*), count(DISTINCT c.publisher), CAST(round(max(p.confidence) * 1000) AS INTEGER)
      FROM eventReport AS x JOIN report AS p ON p.id = x.report
        JOIN sentence AS n ON n.id = p.sentence LEFT JOIN article AS c ON c.id = n.article
      WHERE x.event = ?1)
    WHERE id = ?1
    """
}
