package import Ontology

/// Binds queries to a graph's names, plans and runs them.
///
/// In: a ``Query`` and its parameters. Out: rows, one after another. One engine runs one query at a
/// time.
package struct QueryEngine {
  private let graph: any PropertyGraph
  private let limits: QueryLimits
  private let now: Day
  private let seed: UInt64

  /// An engine on a graph.
  ///
  /// - Parameters:
  ///   - now: the day that `date()` tells.
  ///   - seed: what `rand()` begins with.
  package init(
    graph: any PropertyGraph, limits: QueryLimits = QueryLimits(), now: Day, seed: UInt64 = 42
  ) {
    self.graph = graph
    self.limits = limits
    self.now = now
    self.seed = seed
  }

  /// Runs a query that only reads and hands over its rows; `body` answers false to stop.
  ///
  /// - Returns: the names of the columns.
  package func run(
    _ query: Query, parameters: [String: Value] = [:],
    _ body: ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> [String] {
    try run(query, parameters, allowsCreation: false, body)
  }

  /// Runs a query that sets up a graph: it may CREATE.
  package func setUp(
    _ query: Query, parameters: [String: Value] = [:]
  ) throws(QueryError) {
    _ = try run(query, parameters, allowsCreation: true) { (_) throws(QueryError) in true }
  }

  private func run(
    _ query: Query, _ parameters: [String: Value], allowsCreation: Bool,
    _ body: ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> [String] {
    do throws(QueryError) {
      let bound = try Binder.bind(
        query.tree, schema: graph.schema, parameters: parameters, allowsCreation: allowsCreation)
      let moment = ZonedDateTime(
        local: LocalDateTime(day: now, time: ClockTime(nanoseconds: 0)), zone: Zone(offset: 0))
      let context = RunContext(graph: graph, limits: limits, now: moment, seed: seed)
      try withoutActuallyEscaping(body) { (body) throws(QueryError) in
        try context.run(bound, into: body)
      }
      return bound.columns
    } catch {
      throw error.about(query.text)
    }
  }
}

extension RunContext {
  /// Runs all queries of a UNION, one after another.
  func run(
    _ query: BoundQuery, into body: @escaping ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) {
    let result = ResultSink(
      keepsDuplicates: query.keepsDuplicates, limit: limits.rows, body: body)
    for part in query.parts where !result.isDone {
      result.slots = part.results
      var row = Row(repeating: .null, count: part.width)
      try run(part, from: &row, into: result)
    }
  }
}

/// Hands rows to the caller: only the columns, and in UNION each only once.
private final class ResultSink: RowSink {
  /// The places of the columns.
  var slots: [Int] = []
  private(set) var isDone = false
  private let keepsDuplicates: Bool
  private let limit: Int
  private let body: ([Value]) throws(QueryError) -> Bool
  private var seen: Set<[Value]> = []
  private var count = 0

  init(
    keepsDuplicates: Bool, limit: Int, body: @escaping ([Value]) throws(QueryError) -> Bool
  ) {
    self.keepsDuplicates = keepsDuplicates
    self.limit = limit
    self.body = body
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    let values = slots.map { row[$0] }
    if !keepsDuplicates, !seen.insert(values).inserted { return true }
    count += 1
    guard count <= limit else {
      throw .limit("the result has more than \(limit) rows; add LIMIT, or allow more")
    }
    isDone = try !body(values)
    return !isDone
  }

  func finish() throws(QueryError) {}
}
