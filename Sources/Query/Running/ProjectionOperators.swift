/// Computes the items of WITH and RETURN.
final class ProjectOperator: Operator, RowSink {
  private let items: [(expression: BoundExpression, slot: Int)]

  init(
    _ items: [(expression: BoundExpression, slot: Int)], _ context: RunContext,
    _ next: any RowSink
  ) {
    self.items = items
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    for (expression, slot) in items { row[slot] = try context.value(expression, &row) }
    return try next.take(&row)
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// DISTINCT: lets the first of equivalent rows through.
final class DistinctOperator: Operator, RowSink {
  private let slots: [Int]
  private var seen: Set<[Value]> = []

  init(_ slots: [Int], _ context: RunContext, _ next: any RowSink) {
    self.slots = slots
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    guard seen.insert(slots.map { row[$0] }).inserted else { return true }
    return try next.take(&row)
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// ORDER BY: keeps all rows, or the first ones where a limit follows.
final class SortOperator: Operator, RowSink {
  private let order: [(expression: BoundExpression, isDescending: Bool)]
  /// How many rows are wanted at most.
  private let limit: Int?
  private var rows: [(keys: [Value], number: Int, row: Row)] = []
  private var number = 0

  init(
    _ order: [(expression: BoundExpression, isDescending: Bool)], limit: Int?,
    _ context: RunContext, _ next: any RowSink
  ) {
    self.order = order
    self.limit = limit
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    try context.step()
    var keys: [Value] = []
    for (expression, _) in order { keys.append(try context.value(expression, &row)) }
    rows.append((keys, number, row))
    number += 1
    // Now and then only the best are kept, so that memory follows the limit.
    if let limit, rows.count >= max(4 * limit, 4096) {
      sort()
      rows.removeLast(rows.count - limit)
    }
    return true
  }

  private func sort() {
    let descending = order.map(\.isDescending)
    rows.sort { left, right in
      for (index, isDescending) in descending.enumerated() {
        let result = left.keys[index].ordered(against: right.keys[index])
        if result != 0 { return (result < 0) != isDescending }
      }
      return left.number < right.number
    }
  }

  func finish() throws(QueryError) {
    sort()
    for index in rows.indices.prefix(limit ?? rows.count) {
      guard try next.take(&rows[index].row) else { break }
    }
    try next.finish()
  }
}

/// SKIP and LIMIT.
final class SliceOperator: Operator, RowSink {
  private var skipped: Int
  private var left: Int?

  init(skip: Int, limit: Int?, _ context: RunContext, _ next: any RowSink) {
    skipped = skip
    left = limit
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    if skipped > 0 {
      skipped -= 1
      return true
    }
    guard let left else { return try next.take(&row) }
    guard left > 0 else { return false }
    self.left = left - 1
    return try next.take(&row) && left > 1
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// Grouping: computes the keys and aggregates of each group.
final class GroupOperator: Operator, RowSink {
  private let keys: [(expression: BoundExpression, slot: Int)]
  private let aggregates: [BoundAggregate]
  private let width: Int
  private var groups: [[Value]: Int] = [:]
  private var order: [(keys: [Value], states: [AggregateState])] = []

  init(_ projection: BoundProjection, width: Int, _ context: RunContext, _ next: any RowSink) {
    keys = projection.keys
    aggregates = projection.aggregates
    self.width = width
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    try context.step()
    var values: [Value] = []
    for (expression, _) in keys { values.append(try context.value(expression, &row)) }
    let group = groups[values] ?? order.count
    if group == order.count {
      groups[values] = group
      order.append((values, aggregates.map(AggregateState.init)))
    }
    for (index, aggregate) in aggregates.enumerated() {
      let value = try aggregate.argument.map { (argument) throws(QueryError) in
        try context.value(argument, &row)
      }
      let parameter = try aggregate.parameter.map { (parameter) throws(QueryError) in
        try context.value(parameter, &row)
      }
      try order[group].states[index].add(value, parameter)
    }
    return true
  }

  func finish() throws(QueryError) {
    // Without keys there is one group, also of no rows.
    if keys.isEmpty, order.isEmpty { order.append(([], aggregates.map(AggregateState.init))) }
    for group in order {
      var row = Row(repeating: .null, count: width)
      for (key, value) in zip(keys, group.keys) { row[key.slot] = value }
      for (aggregate, state) in zip(aggregates, group.states) {
        row[aggregate.slot] = try state.result()
      }
      guard try next.take(&row) else { break }
    }
    try next.finish()
  }
}
