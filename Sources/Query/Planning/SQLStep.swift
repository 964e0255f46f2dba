import Store

/// The beginning of a query as one statement of SQL.
struct SQLStep: Sendable {
  /// What a column of the statement is put into a row as.
  enum Output: Sendable {
    case value(GraphLayout.ColumnType)
    /// The number of a row of a table of nodes.
    case node(table: Int)
    /// The number of a row of a table of relationships.
    case relationship(table: Int)
  }

  let statement: SelectStatement
  /// For each column what it is and the place of the row that it is put into.
  let outputs: [(slot: Int, output: Output)]
}

extension RunContext {
  /// The value of an expression that no row decides; nil when one does, or when it fails.
  func constant(_ expression: BoundExpression) -> Value? {
    if case .constant(let value) = expression { return value }
    guard expression.slots?.isEmpty == true, !expression.isRandom else { return nil }
    var row: Row = []
    return try? value(expression, &row)
  }
}

extension BoundExpression {
  /// Whether the expression has another value each time.
  var isRandom: Bool {
    if case .call(let function, _, _) = self, function.name == "rand" { return true }
    return children.contains(where: \.isRandom)
  }
}

/// Runs a statement and hands on its rows.
final class SQLOperator: Operator, RowSink {
  private let step: SQLStep
  private let graph: SQLGraph

  init(_ step: SQLStep, _ graph: SQLGraph, _ context: RunContext, _ next: any RowSink) {
    self.step = step
    self.graph = graph
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    var goesOn = true
    let limits = ReadLimits(
      seconds: context.secondsLeft, isCancelled: { Task.isCancelled })
    try graph.source.stream(step.statement, limits: limits) { (found) throws(QueryError) in
      try context.step()
      for (column, (slot, output)) in step.outputs.enumerated() {
        row[slot] = try value(found, column, output)
      }
      goesOn = try next.take(&row)
      return goesOn
    }
    return goesOn
  }

  private func value(
    _ found: SQLRow, _ column: Int, _ output: SQLStep.Output
  ) throws(QueryError) -> Value {
    switch output {
    case .value(let type): return Value(found, column, type)
    case .node(let table):
      return .node(try graph.node(graph.layout.nodeID(found.integer(column), table: table)))
    case .relationship(let table):
      return .relationship(try graph.relationship(found.integer(column), table: table))
    }
  }

  func finish() throws(QueryError) { try next.finish() }
}
