public import Ontology

/// A stretch of time by which events are counted.
public enum TimeUnit: String, CaseIterable, Hashable, Sendable {
  /// A day.
  case day
  /// A week, from Monday.
  case week
  /// A month.
  case month
  /// A year.
  case year

  /// The first day of the stretch that a day lies in.
  public func start(of day: Day) -> Day {
    let (year, month, _) = day.components
    switch self {
    case .day: return day
    case .week: return day.advanced(by: -day.weekday)
    case .month: return Day(year: year, month: month, day: 1) ?? day
    case .year: return Day(year: year, month: 1, day: 1) ?? day
    }
  }

  /// The first day of the next stretch.
  public func next(after start: Day) -> Day {
    switch self {
    case .day: start.advanced(by: 1)
    case .week: start.advanced(by: 7)
    case .month: self.start(of: start.advanced(by: 31))
    case .year: self.start(of: start.advanced(by: 366))
    }
  }
}

/// The events of one stretch of time.
public struct TimelineBucket: Hashable, Sendable {
  /// The first day of the stretch.
  public let start: Day
  /// How many events match.
  public internal(set) var events: Int
  /// Their mean score, from −10 to +10; nil without events.
  public internal(set) var meanScore: Double?
  /// Their share of all events of the stretch, from 0 to 1: archives grow, so counts mislead.
  public internal(set) var share: Double?
}

extension EventStore {
  /// Events by time, without gaps: stretches in which nothing happened are there with zero.
  ///
  /// It goes from the filter's first day to its last, else from the first event to the last.
  /// Events without a day are left out; a reciprocal event counts once.
  ///
  /// - Parameter shares: whether the shares of all events are wanted.
  public func timeline(
    _ filter: RelationFilter, by unit: TimeUnit, shares: Bool = true
  ) throws(StoreError) -> [TimelineBucket] {
    try read { connection in
      let sql = try RelationSQL(filter, on: connection)
      let sums = try DaySeries.read(sql, by: unit, on: connection)
      guard
        let first = (filter.since ?? sums.keys.min()).map(unit.start(of:)),
        let last = (filter.until ?? sums.keys.max()).map(unit.start(of:)), first <= last
      else { return [] }
      var buckets: [TimelineBucket] = []
      var start = first
      while start <= last {
        let sum = sums[start] ?? (0, 0)
        let mean = sum.events > 0 ? Double(sum.score) / 10 / Double(sum.events) : nil
        buckets.append(TimelineBucket(start: start, events: sum.events, meanScore: mean))
        start = unit.next(after: start)
      }
      if shares {
        try DaySeries.addShares(to: &buckets, unit: unit, filter: filter, on: connection)
      }
      return buckets
    }
  }
}

/// Counts and scores by the first day of a stretch.
enum DaySeries {
  typealias Sums = [Day: (events: Int, score: Int)]

  static func read(
    _ sql: RelationSQL, by unit: TimeUnit, on connection: Connection
  ) throws -> Sums {
    guard !sql.isEmpty else { return [:] }
    let isByMonth = unit == .month || unit == .year
    let kept = isByMonth ? try sql.monthSums(on: connection) : nil
    let select =
      kept
      ?? SelectStatement(
        """
        SELECT x.day, count(*), sum(k.score) FROM (\(sql.select("e.day, e.kind").sql)) AS x \
        CROSS JOIN kind AS k ON k.id = x.kind WHERE x.day IS NOT NULL GROUP BY x.day
        """, sql.select("e.day, e.kind").arguments)
    var sums: Sums = [:]
    let statement = try connection.statement(select.sql, select.arguments)
    while try statement.step() {
      let number = statement.int(0)
      let day = kept == nil ? Day(rawValue: number) : Day(monthIndex: number)
      let start = unit.start(of: day)
      let sum = sums[start] ?? (0, 0)
      sums[start] = (sum.events + statement.int(1), sum.score + statement.int(2))
    }
    return sums
  }

  static func addShares(
    to buckets: inout [TimelineBucket], unit: TimeUnit, filter: RelationFilter,
    on connection: Connection
  ) throws {
    guard let first = buckets.first?.start, let last = buckets.last?.start else { return }
    let from = max(first, filter.since ?? first)
    let until = min(unit.next(after: last).advanced(by: -1), filter.until ?? .init(rawValue: .max))
    let statement = try connection.statement(
      "SELECT day, events FROM dayTotal WHERE day BETWEEN ? AND ? ORDER BY day",
      [.integer(from.rawValue), .integer(until.rawValue)])
    var totals = [Int](repeating: 0, count: buckets.count)
    var index = 0
    while try statement.step() {
      let day = statement.int(0)
      while index + 1 < buckets.count, buckets[index + 1].start.rawValue <= day { index += 1 }
      totals[index] += statement.int(1)
    }
    for (index, total) in totals.enumerated() where total > 0 {
      buckets[index].share = Double(buckets[index].events) / Double(total)
    }
  }
}

extension Day {
  /// The first day of a month that is counted as year × 12 + month − 1.
  init(monthIndex: Int) {
    self = Day(year: monthIndex / 12, month: monthIndex % 12 + 1, day: 1) ?? Day(rawValue: 0)
  }
}

extension RelationSQL {
  /// Months, counts and scores from the kept sums, where they can answer; nil where they cannot.
  func monthSums(on connection: Connection) throws -> SelectStatement? {
    guard let actors, let partners, filter.since == nil, filter.until == nil,
      filter.isAnsweredBySums, try !connection.isLoading()
    else { return nil }
    // A reciprocal event stands in both directions' sums, and must not be counted twice.
    let isOneWay = filter.direction != .both
    guard try isOneWay || connection.int("SELECT 1 FROM kind WHERE reciprocal LIMIT 1") == nil,
      Set(actors).isDisjoint(with: partners)
    else { return nil }
    var ways: [(String, String)] = []
    if filter.direction != .incoming { ways.append((Self.among(actors), Self.among(partners))) }
    if filter.direction != .outgoing { ways.append((Self.among(partners), Self.among(actors))) }
    let act = filter.acts.isEmpty ? "" : " AND act \(Self.among(filter.acts.map(\.number)))"
    let parts = ways.map { actor, recipient in
      "SELECT month, events, score FROM dyadMonth WHERE actor \(actor) AND recipient \(recipient)"
        + act + " AND month > 0"
    }
    return SelectStatement(
      "SELECT month, sum(events), sum(score) FROM (\(parts.joined(separator: " UNION ALL "))) "
        + "GROUP BY month")
  }
}

extension RelationFilter {
  /// Whether nothing is asked for but actors, partners, acts and days.
  var isAnsweredBySums: Bool {
    types.isEmpty && modes.isEmpty && statuses.isEmpty && codes.isEmpty && minReports <= 1
      && minConfidence == 0 && language == nil && publisher == nil && source == nil && !codedOnly
  }
}

extension Connection {
  /// Whether a bulk load is at work, so that indexes are away and sums lag behind.
  func isLoading() throws -> Bool {
    try int("SELECT 1 FROM setting WHERE name = 'bulk'") != nil
  }
}
