import Ontology

/// Somebody whom actors deal with, and how much.
public struct Partner: Hashable, Sendable {
  /// Who it is.
  public let actor: StoredActor
  /// How many events there are in either direction.
  public let events: Int
  /// How many of them the asked-for actors began.
  public let outgoing: Int
  /// Their mean score, from −10 to +10.
  public let meanScore: Double
}

extension EventStore {
  /// Those whom the filter's actors deal with most.
  ///
  /// - Parameters:
  ///   - filter: its actors are asked about; its limit is not heeded.
  ///   - count: at most so many.
  ///   - rollsUp: whether everything below a code counts as the code.
  public func partners(
    _ filter: RelationFilter, count: Int, rollsUp: Bool = false
  ) throws(StoreError) -> [Partner] {
    try read { connection in
      let question = try PartnerQuestion(filter, on: connection)
      let top = rollsUp ? try question.rolledUp(count) : try question.top(count)
      let reader = try RelationReader(connection)
      return try top.compactMap { group in
        guard let actor = try reader.actor(group.name) else { return nil }
        return Partner(
          actor: actor, events: group.events, outgoing: group.outgoing,
          meanScore: try question.meanScore(with: group.members))
      }
    }
  }

  /// The counts of partners alone: numbers of actors and of events.
  package func partnerCounts(
    _ filter: RelationFilter, count: Int
  ) throws(StoreError) -> [(actor: Int, events: Int)] {
    try read { connection in
      try PartnerQuestion(filter, on: connection).top(count).map { ($0.name, $0.events) }
    }
  }
}

/// Counts partners over the indexes that hold both sides and the day.
struct PartnerQuestion {
  /// A partner, or all that are called by one code.
  struct Group {
    let name: Int
    var members: [Int]
    var events: Int
    var outgoing: Int
  }

  private let connection: Connection
  private let sql: RelationSQL

  init(_ filter: RelationFilter, on connection: Connection) throws {
    self.connection = connection
    sql = try RelationSQL(filter, on: connection)
  }

  /// The partners with the most events.
  func top(_ count: Int) throws -> [Group] {
    try groups(" ORDER BY 2 DESC, 1 LIMIT \(count)")
  }

  /// The codes with the most events.
  func rolledUp(_ count: Int) throws -> [Group] {
    var names: [Int: Int] = [:]
    let codes = try connection.statement(
      """
      SELECT a.id, ifnull((SELECT min(c.id) FROM actor AS c WHERE c.key = a.code), \
      (SELECT min(c.id) FROM actor AS c WHERE c.code = a.code)) FROM actor AS a \
      WHERE a.code IS NOT NULL
      """)
    while try codes.step() { names[codes.int(0)] = codes.int(1) }
    var groups: [Int: Group] = [:]
    for part in try self.groups("") {
      let name = names[part.name] ?? part.name
      var group = groups[name] ?? Group(name: name, members: [], events: 0, outgoing: 0)
      group.members += part.members
      group.events += part.events
      group.outgoing += part.outgoing
      groups[name] = group
    }
    let sorted = groups.values.sorted { ($1.events, $0.name) < ($0.events, $1.name) }
    return Array(sorted.prefix(count))
  }

  private func groups(_ end: String) throws -> [Group] {
    guard let actors = sql.actors, !sql.isEmpty else { return [] }
    let select = sql.partnerSelect(actors)
    let statement = try connection.statement(
      "SELECT partner, count(*), sum(goes) FROM (\(select.sql)) GROUP BY partner" + end,
      select.arguments)
    var groups: [Group] = []
    while try statement.step() {
      groups.append(
        Group(
          name: statement.int(0), members: [statement.int(0)], events: statement.int(1),
          outgoing: statement.int(2)))
    }
    return groups
  }

  /// The mean score of the events with these partners.
  func meanScore(with partners: [Int]) throws -> Double {
    guard let actors = sql.actors else { return 0 }
    let select = sql.partnerSelect(actors, partners: partners, columns: ", e.kind AS kind")
    let statement = try connection.statement(
      """
      SELECT avg(k.score) FROM (\(select.sql)) AS x CROSS JOIN kind AS k ON k.id = x.kind
      """, select.arguments)
    return try statement.step() ? statement.double(0) / 10 : 0
  }
}

extension RelationSQL {
  /// The other side of each event of `actors`, and whether it goes out (1) or comes in (0).
  func partnerSelect(
    _ actors: [Int], partners: [Int]? = nil, columns: String = ""
  ) -> SelectStatement {
    var parts: [SelectStatement] = []
    for (own, other, goes) in [("actor", "recipient", 1), ("recipient", "actor", 0)] {
      if filter.direction == .outgoing && goes == 0 { continue }
      if filter.direction == .incoming && goes == 1 { continue }
      var condition = rest()
      condition.and("e.\(own) \(Self.among(actors))")
      if let partners = partners ?? self.partners {
        condition.and("e.\(other) \(Self.among(partners))")
      }
      condition.and(
        actors.count == 1
          ? "e.\(other) <> \(actors[0])" : "e.\(other) NOT \(Self.among(actors))")
      parts.append(
        SelectStatement(
          "SELECT e.\(other) AS partner, \(goes) AS goes\(columns) FROM event AS e "
            + "WHERE \(condition.sql)", condition.arguments))
    }
    return SelectStatement(
      parts.map(\.sql).joined(separator: " UNION ALL "), parts.flatMap(\.arguments))
  }
}
