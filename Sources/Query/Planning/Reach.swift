import Ontology
import Store

/// One step of a search through the graph as SQL: all relationships of a kind from many nodes at
/// once.
final class Reach {
  /// A relationship that was reached.
  struct Step {
    /// The row of the relationship in its table.
    let row: Int
    let from: Int
    let to: Int
  }

  /// The table of the relationships.
  let table: Int
  private let graph: SQLGraph
  private let context: RunContext
  private let pattern: PatternSQL
  private let filters: [BoundExpression]
  private let nodeTable: Int
  /// The place of the relationship, and those of the nodes it leads from and to.
  private let slot: Int
  private let ends: (from: Int, to: Int)
  private let farTable: Int

  /// Nil when SQL cannot decide which relationships are wanted.
  ///
  /// - Parameter isReversed: whether steps go from the pattern's right node to its left one.
  init?(
    _ relationship: BoundRelationship, from node: Int, isReversed: Bool, _ graph: SQLGraph,
    _ context: RunContext
  ) {
    let layout = graph.layout
    let nodeTable = node.modulo(layout.nodes.count)
    let slot = relationship.each?.slot ?? relationship.slot
    let (near, far) = (relationship.left, relationship.right)
    guard near != far else { return nil }
    let single = BoundRelationship(
      slot: slot, isBound: false, types: relationship.types, direction: relationship.direction,
      left: near, right: far, length: nil, each: nil, selector: .all, offset: relationship.offset)
    let start = isReversed ? far : near
    let nodes = [near, far].map { place in
      BoundNode(
        slot: place, isBound: false,
        labels: place == start ? Array(layout.nodes[nodeTable].labels.prefix(1)) : [])
    }
    filters = relationship.each?.conditions ?? []
    guard filters.allSatisfy({ $0.slots == [slot] || $0.slots?.isEmpty == true }) else {
      return nil
    }
    let match = BoundMatch(
      isOptional: false, nodes: nodes, relationships: [single], paths: [], filters: filters,
      newSlots: [])
    guard let pattern = PatternSQL([match], layout), let branch = pattern.branches.first,
      let table = pattern.relationshipTable(slot),
      let farTable = pattern.nodeTable(isReversed ? near : far)
    else { return nil }
    let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
    guard filters.allSatisfy({ translator.fragment($0)?.type == .boolean }) else { return nil }
    self.pattern = pattern
    self.nodeTable = nodeTable
    self.table = table
    self.farTable = farTable
    self.graph = graph
    self.context = context
    self.slot = slot
    ends = isReversed ? (far, near) : (near, far)
  }

  /// The relationships from the nodes of a border.
  func steps(from border: [Int]) throws(QueryError) -> [Step] {
    var numbers = JSONText()
    numbers.beginArray()
    for node in border { numbers.value(node.floored(by: graph.layout.nodes.count)) }
    numbers.endArray()
    var parts: [SQLFragment] = []
    for branch in pattern.branches {
      let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
      let (from, to) = (pattern.nodeID(ends.from, in: branch), pattern.nodeID(ends.to, in: branch))
      let isInBorder = SQLFragment(
        "\(from) IN (SELECT value FROM json_each(?))", [.text(numbers.text)], type: .boolean)
      let source = pattern.source(branch, [isInBorder] + filters.compactMap(translator.fragment))
      let id = pattern.relationshipID(slot) ?? "NULL"
      parts.append(
        SQLFragment("SELECT \(id), \(from), \(to) \(source.sql)", source.arguments, type: .integer))
    }
    var found: [Step] = []
    let select = SelectStatement(
      parts.map(\.sql).joined(separator: " UNION ALL "), parts.flatMap(\.arguments))
    let limits = ReadLimits(seconds: context.secondsLeft, isCancelled: { Task.isCancelled })
    try graph.source.stream(select, limits: limits) { (row) throws(QueryError) in
      try context.step()
      found.append(
        Step(
          row: row.integer(0), from: graph.layout.nodeID(row.integer(1), table: nodeTable),
          to: graph.layout.nodeID(row.integer(2), table: farTable)))
      return true
    }
    return found
  }
}

/// A search from one end: which nodes were reached, and from where.
private struct Side {
  let reach: Reach
  var arrivals: [Int: Reach.Step] = [:]
  var border: [Int]
  let start: Int
  var depth = 0

  /// Goes one step further; the first node that `other` has reached too, when there is one.
  mutating func advance(meeting other: Side) throws(QueryError) -> Int? {
    depth += 1
    var next: [Int] = []
    var met: Int?
    for step in try reach.steps(from: border) where step.to != start {
      guard arrivals[step.to] == nil else { continue }
      arrivals[step.to] = step
      next.append(step.to)
      if met == nil, step.to == other.start || other.arrivals[step.to] != nil { met = step.to }
    }
    border = next
    return met
  }

  /// The rows of the relationships from a node back to the start.
  func rows(back node: Int) -> [Int] {
    var rows: [Int] = []
    var node = node
    while node != start, let step = arrivals[node] {
      rows.append(step.row)
      node = step.from
    }
    return rows
  }
}

extension SQLGraph {
  /// A shortest chain between two nodes, looked for from both ends at once, always on the side with
  /// fewer nodes.
  ///
  /// - Returns: nil when SQL cannot look for it; an empty list within when there is none.
  func shortestChain(
    _ relationship: BoundRelationship, from start: Int, to goal: Int, _ context: RunContext
  ) throws(QueryError) -> [RelationshipValue]?? {
    guard let forth = Reach(relationship, from: start, isReversed: false, self, context),
      let back = Reach(relationship, from: goal, isReversed: true, self, context)
    else { return nil }
    var left = Side(reach: forth, border: [start], start: start)
    var right = Side(reach: back, border: [goal], start: goal)
    let maximum = relationship.length?.maximum ?? .max
    while !left.border.isEmpty, !right.border.isEmpty, left.depth + right.depth < maximum {
      let met =
        left.border.count <= right.border.count
        ? try left.advance(meeting: right) : try right.advance(meeting: left)
      guard let met else { continue }
      var chain: [RelationshipValue] = []
      for row in left.rows(back: met).reversed() + right.rows(back: met) {
        chain.append(try self.relationship(row, table: forth.table))
      }
      return .some(chain)
    }
    return .some(nil)
  }
}
