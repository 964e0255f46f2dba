public import Ontology

/// Binds queries to a graph's names, plans and runs them.
///
/// In: a ``Query`` and its parameters. Out: rows, one after another. A query can only read; what it
/// may cost is limited.
public struct QueryEngine {
  private let graph: any PropertyGraph
  private let limits: QueryLimits
  private let now: Day
  private let seed: UInt64
  private let plansSQL: Bool

  /// An engine on the events of a store.
  ///
  /// - Parameters:
  ///   - now: the day that `date()` tells.
  ///   - seed: what `rand()` begins with.
  public init(
    _ graph: EventGraph, limits: QueryLimits = QueryLimits(), now: Day, seed: UInt64 = 42
  ) {
    self.init(graph: graph.opened(), limits: limits, now: now, seed: seed)
  }

  /// An engine on the events of a store, by its own matching alone if so wished.
  package init(_ graph: EventGraph, now: Day, plansSQL: Bool) {
    self.init(graph: graph.opened(), now: now, plansSQL: plansSQL)
  }

  /// An engine on any graph.
  ///
  /// - Parameter plansSQL: whether beginnings of queries may run in SQL; tests compare both ways.
  package init(
    graph: any PropertyGraph, limits: QueryLimits = QueryLimits(), now: Day, seed: UInt64 = 42,
    plansSQL: Bool = true
  ) {
    self.plansSQL = plansSQL
    self.graph = graph
    self.limits = limits
    self.now = now
    self.seed = seed
  }

  /// Binds and plans a query.
  ///
  /// - Throws: ``QueryError`` for names that the graph does not know and types that cannot fit.
  public func plan(
    _ query: Query, parameters: [String: Value] = [:]
  ) throws(QueryError) -> QueryPlan {
    try plan(query, parameters, allowsCreation: false)
  }

  /// Runs a plan and hands over its rows, one value a column; `body` answers false to stop.
  ///
  /// - Throws: ``QueryError``, also when a limit is reached or the task is cancelled.
  public func run(
    _ plan: QueryPlan, _ body: ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) {
    do throws(QueryError) {
      let context = context
      try withoutActuallyEscaping(body) { (body) throws(QueryError) in
        try context.run(plan.bound, into: body)
      }
    } catch {
      throw error.about(plan.query.text)
    }
  }

  /// Plans and runs a query.
  ///
  /// - Returns: the names of the columns.
  package func run(
    _ query: Query, parameters: [String: Value] = [:],
    _ body: ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) -> [String] {
    let plan = try plan(query, parameters: parameters)
    try run(plan, body)
    return plan.columns
  }

  /// Runs a query that sets up a graph: it may CREATE.
  package func setUp(
    _ query: Query, parameters: [String: Value] = [:]
  ) throws(QueryError) {
    let plan = try plan(query, parameters, allowsCreation: true)
    try run(plan) { (_) throws(QueryError) in true }
  }

  /// The value of a parameter as it is written on a command line: a literal of the language, or
  /// else the text itself.
  public static func parameter(_ text: String) -> Value {
    let value = PropertyText.value(of: text)
    return value.isNull && text.lowercased() != "null" ? .string(text) : value
  }

  /// The node of a number, as relationships tell it.
  func node(_ id: Int) throws(QueryError) -> NodeValue { try graph.node(id) }

  private var context: RunContext {
    let moment = ZonedDateTime(
      local: LocalDateTime(day: now, time: ClockTime(nanoseconds: 0)), zone: Zone(offset: 0))
    return RunContext(graph: graph, limits: limits, now: moment, seed: seed)
  }

  private func plan(
    _ query: Query, _ parameters: [String: Value], allowsCreation: Bool
  ) throws(QueryError) -> QueryPlan {
    do throws(QueryError) {
      var bound = try Binder.bind(
        query.tree, schema: graph.schema, parameters: parameters, allowsCreation: allowsCreation)
      if let graph = graph as? SQLGraph, plansSQL, !allowsCreation {
        let planner = SQLPlanner(layout: graph.layout, context: context)
        bound.parts = bound.parts.map(planner.planned)
      }
      return QueryPlan(query: query, bound: bound)
    } catch {
      throw error.about(query.text)
    }
  }
}
