extension RunContext {
  /// Runs one query of a UNION from a row that holds what outer queries have found.
  func run(_ part: BoundPart, from row: inout Row, into sink: any RowSink) throws(QueryError) {
    let first = try chain(part, sink)
    _ = try first.take(&row)
    try first.finish()
  }

  /// The operators of a query, the last one first.
  private func chain(
    _ part: BoundPart, _ sink: any RowSink
  ) throws(QueryError) -> any RowSink {
    var next = sink
    for step in part.steps.reversed() {
      switch step {
      case .sql(let sql):
        guard let graph = graph as? SQLGraph else { continue }
        next = SQLOperator(sql, graph, self, next)
      case .match(let pattern): next = MatchOperator(pattern, self, next)
      case .unwind(let list, let slot, _): next = UnwindOperator(list, slot: slot, self, next)
      case .filter(let condition): next = FilterOperator(condition, self, next)
      case .create(let creation): next = CreateOperator(creation, self, next)
      case .project(let projection):
        next = try project(projection, width: part.width, next)
      }
    }
    return next
  }

  private func project(
    _ projection: BoundProjection, width: Int, _ sink: any RowSink
  ) throws(QueryError) -> any RowSink {
    var next = sink
    let skip = try count(projection.skip, "SKIP")
    let limit = try count(projection.limit, "LIMIT")
    if skip != nil || limit != nil {
      next = SliceOperator(skip: skip ?? 0, limit: limit, self, next)
    }
    if !projection.order.isEmpty {
      let wanted = limit.map { $0 + (skip ?? 0) }
      next = SortOperator(projection.order, limit: wanted, self, next)
    }
    if projection.isDistinct {
      next = DistinctOperator(projection.results, self, next)
    }
    next = ProjectOperator(projection.items, self, next)
    if projection.isGrouped { next = GroupOperator(projection, width: width, self, next) }
    return next
  }

  /// The number of SKIP or LIMIT.
  private func count(
    _ expression: BoundExpression?, _ clause: String
  ) throws(QueryError) -> Int? {
    guard let expression else { return nil }
    var row: Row = []
    let value = try value(expression, &row)
    guard case .integer(let number) = value else {
      throw .running(
        "InvalidArgumentType", "\(clause) takes an integer, not \(value.typeName)",
        family: .syntax)
    }
    guard number >= 0 else {
      throw .running("NegativeIntegerArgument", "\(clause) cannot be negative", family: .syntax)
    }
    return number
  }
}
