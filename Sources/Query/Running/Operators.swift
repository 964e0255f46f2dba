/// A step through which rows run: takes rows one after another, hands rows on.
class Operator {
  let context: RunContext
  let next: any RowSink

  init(_ context: RunContext, _ next: any RowSink) {
    self.context = context
    self.next = next
  }
}

/// What takes rows.
protocol RowSink: AnyObject {
  /// Takes a row, which it may change in places of its own; false when no more are wanted.
  func take(_ row: inout Row) throws(QueryError) -> Bool
  /// No more rows will come.
  func finish() throws(QueryError)
}

/// Tells whether any row came.
final class Probe: RowSink {
  private(set) var isReached = false

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    isReached = true
    return false
  }

  func finish() throws(QueryError) {}
}

/// MATCH.
final class MatchOperator: Operator, RowSink {
  private let pattern: BoundMatch

  init(_ pattern: BoundMatch, _ context: RunContext, _ next: any RowSink) {
    self.pattern = pattern
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    var isFound = false
    var matcher = Matcher(context: context, pattern: pattern, plan: pattern.plan) {
      (row) throws(QueryError) in
      isFound = true
      return try self.next.take(&row)
    }
    guard try matcher.search(0, &row) else { return false }
    guard pattern.isOptional, !isFound else { return true }
    for slot in pattern.newSlots { row[slot] = .null }
    return try next.take(&row)
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// UNWIND.
final class UnwindOperator: Operator, RowSink {
  private let list: BoundExpression
  private let slot: Int

  init(_ list: BoundExpression, slot: Int, _ context: RunContext, _ next: any RowSink) {
    self.list = list
    self.slot = slot
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    let value = try context.value(list, &row)
    switch value {
    case .null: return true
    case .list(let elements):
      for element in elements {
        try context.step()
        row[slot] = element
        guard try next.take(&row) else { return false }
      }
      return true
    default:
      row[slot] = value
      return try next.take(&row)
    }
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// WHERE behind WITH.
final class FilterOperator: Operator, RowSink {
  private let condition: BoundExpression

  init(_ condition: BoundExpression, _ context: RunContext, _ next: any RowSink) {
    self.condition = condition
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    try context.holds(condition, &row) ? next.take(&row) : true
  }

  func finish() throws(QueryError) { try next.finish() }
}

/// CREATE.
final class CreateOperator: Operator, RowSink {
  private let creation: BoundCreation

  init(_ creation: BoundCreation, _ context: RunContext, _ next: any RowSink) {
    self.creation = creation
    super.init(context, next)
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    for node in creation.nodes {
      let properties = try properties(node.properties, &row)
      row[node.slot] = .node(
        try context.graph.addNode(labels: node.labels, properties: properties))
    }
    for relationship in creation.relationships {
      guard case .node(let start) = row[relationship.start],
        case .node(let end) = row[relationship.end]
      else {
        throw .running("InvalidArgumentValue", "a relationship needs a node at each end")
      }
      let properties = try properties(relationship.properties, &row)
      row[relationship.slot] = .relationship(
        try context.graph.addRelationship(
          type: relationship.type, start: start.id, end: end.id, properties: properties))
    }
    return try next.take(&row)
  }

  private func properties(
    _ entries: [(key: String, value: BoundExpression)], _ row: inout Row
  ) throws(QueryError) -> ValueMap {
    var map = ValueMap()
    for (key, expression) in entries {
      let value = try context.value(expression, &row)
      if case .map = value {
        throw .running("InvalidPropertyType", "a map cannot be a property")
      }
      if !value.isNull { map[key] = value }
    }
    return map
  }

  func finish() throws(QueryError) { try next.finish() }
}
