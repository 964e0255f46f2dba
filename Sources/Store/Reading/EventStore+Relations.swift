import Ontology

extension EventStore {
  /// Streams the events that match a filter, newest first, those without a day last.
  ///
  /// - Parameter each: takes an event; false ends the reading.
  /// - Returns: the number of events that were read.
  /// - Throws: ``StoreError``, or what `each` throws.
  @discardableResult
  public func relations(
    _ filter: RelationFilter, limits: ReadLimits = .none, each: (Relation) throws -> Bool
  ) throws -> Int {
    try reading { connection in
      let sql = try RelationSQL(filter, on: connection)
      guard !sql.isEmpty else { return 0 }
      let listing = try RelationListing(sql, limits: limits, on: connection)
      return try listing.run(each)
    }
  }

  /// The events that match a filter, newest first, those without a day last.
  public func relations(_ filter: RelationFilter) throws(StoreError) -> [Relation] {
    try Self.attempt(path) {
      var found: [Relation] = []
      try relations(filter) { relation in
        found.append(relation)
        return true
      }
      return found
    }
  }

  /// The event with this number.
  public func relation(_ event: Int) throws(StoreError) -> Relation? {
    try read { connection in
      let statement = try connection.cached(
        "SELECT \(RelationReader.columns) FROM event AS e WHERE e.id = ?")
      statement.bind(event, at: 1)
      return try statement.step() ? try RelationReader(connection).relation(statement) : nil
    }
  }
}

/// Lists events newest first, with no more sorting than a limit needs.
///
/// The events of one actor lie in the order of days already. Those of many actors, or of all, are
/// taken in stretches of days that grow until enough have been found.
struct RelationListing {
  private static let end = " ORDER BY 2 DESC, 1 DESC"

  private let connection: Connection
  private let limits: ReadLimits
  private let sql: RelationSQL
  private let reader: RelationReader

  init(_ sql: RelationSQL, limits: ReadLimits, on connection: Connection) throws {
    self.connection = connection
    self.limits = limits
    self.sql = sql
    reader = try RelationReader(connection)
  }

  /// Gives the events to `each`, and returns how many there were.
  func run(_ each: (Relation) throws -> Bool) throws -> Int {
    guard let limit = sql.filter.limit, (sql.actors ?? sql.partners)?.count != 1 else {
      return try list(sql.select(RelationReader.columns), sql.filter.limit, each).count
    }
    var left = limit
    for window in DayWindows(try span()) {
      let select = sql.select(RelationReader.columns, days: window)
      let (count, isEnded) = try list(select, left, each)
      left -= count
      if left <= 0 || isEnded { return limit - left }
    }
    guard sql.filter.since == nil, sql.filter.until == nil else { return limit - left }
    var undated = sql
    undated.isUndated = true
    left -= try list(undated.select(RelationReader.columns), left, each).count
    return limit - left
  }

  /// The days from which events can come.
  private func span() throws -> ClosedRange<Int> {
    let statement = try connection.cached("SELECT min(minDay), max(maxDay) FROM eventBlock")
    guard try statement.step(), !statement.isNull(0) else { return 0...0 }
    let first = max(statement.int(0), sql.filter.since?.rawValue ?? .min)
    let last = min(statement.int(1), sql.filter.until?.rawValue ?? .max)
    return first <= last ? first...last : first...first
  }

  private func list(
    _ select: SelectStatement, _ limit: Int?, _ each: (Relation) throws -> Bool
  ) throws -> (count: Int, isEnded: Bool) {
    var select = select
    select.sql += Self.end
    if let limit {
      select.sql += " LIMIT ?"
      select.arguments.append(.integer(limit))
    }
    var isEnded = false
    let take = { (row: SQLRow) throws -> Bool in
      guard let relation = try reader.relation(row.statement) else { return true }
      isEnded = try !each(relation)
      return !isEnded
    }
    let run = StatementRun(select, limits: limits)
    let count =
      sql.isRepeatable
      ? try run.keptRows(on: connection, each: take)
      : try run.rows(on: connection.handle, each: take)
    return (count, isEnded)
  }
}

/// Stretches of days from the last to the first, each twice as long as the one before.
struct DayWindows: Sequence, IteratorProtocol {
  private let first: Int
  private var last: Int
  private var length = 32

  init(_ days: ClosedRange<Int>) {
    first = days.lowerBound
    last = days.upperBound
  }

  mutating func next() -> ClosedRange<Int>? {
    guard last >= first else { return nil }
    let start = Swift.max(first, last - length + 1)
    defer {
      last = start - 1
      length *= 2
    }
    return start...last
  }
}
