/// Finds the places of a pattern in a graph, one after another.
///
/// A pattern is walked in the order of its ``MatchPlan``; conditions are looked at as soon as what
/// they speak of is there. No relationship is used twice in one match.
struct Matcher {
  let context: RunContext
  let pattern: BoundMatch
  let plan: MatchPlan
  /// Takes a match; false ends the search.
  let found: (inout Row) throws(QueryError) -> Bool
  /// The relationships of the match that is being built.
  var used: [Int] = []

  /// Looks for what is left of the plan; false when the search was ended.
  mutating func search(_ index: Int, _ row: inout Row) throws(QueryError) -> Bool {
    guard index < plan.steps.count else { return try found(&row) }
    let step = plan.steps[index]
    switch step.kind {
    case .bound(let node):
      guard case .node(let value) = row[node.slot], hasLabels(value, node) else { return true }
      return try next(index, &row)
    case .scan(let node, let values): return try scan(node, values, index, &row)
    case .follow(let relationship, let isReversed):
      return try follow(relationship, isReversed, index, &row)
    case .shortest(let relationship): return try shortest(relationship, index, &row)
    case .path(let path):
      row[path.slot] = try value(of: path, row)
      return try next(index, &row)
    }
  }

  /// Looks at a step's conditions and goes on.
  mutating func next(_ index: Int, _ row: inout Row) throws(QueryError) -> Bool {
    for filter in plan.steps[index].filters where try !context.holds(filter, &row) { return true }
    return try search(index + 1, &row)
  }

  private func hasLabels(_ value: NodeValue, _ node: BoundNode) -> Bool {
    node.labels.allSatisfy { value.labels.contains($0) }
  }

  private mutating func scan(
    _ node: BoundNode, _ wanted: [(key: String, value: BoundExpression)], _ index: Int,
    _ row: inout Row
  ) throws(QueryError) -> Bool {
    var values: [(key: String, value: Value)] = []
    for (key, expression) in wanted {
      let value = try context.value(expression, &row)
      if value.isNull { return true }
      values.append((key, value))
    }
    return try context.graph.nodes(labels: node.labels, where: values) {
      (value) throws(QueryError) in
      try context.step()
      row[node.slot] = .node(value)
      return try next(index, &row)
    }
  }

  // MARK: Relationships

  private mutating func follow(
    _ relationship: BoundRelationship, _ isReversed: Bool, _ index: Int, _ row: inout Row
  ) throws(QueryError) -> Bool {
    let from = isReversed ? relationship.right : relationship.left
    let to = isReversed ? relationship.left : relationship.right
    guard case .node(let start) = row[from] else { return true }
    if relationship.isBound {
      return try followBound(relationship, start, to, index, isReversed, &row)
    }
    guard let length = relationship.length else {
      for next in try neighbours(of: start.id, relationship, isReversed) {
        try context.step()
        if used.contains(next.id) { continue }
        let kept = row[relationship.slot]
        row[relationship.slot] = .relationship(next)
        used.append(next.id)
        let goesOn = try arrive(next.other(than: start.id), at: to, relationship, index, &row)
        used.removeLast()
        row[relationship.slot] = kept
        if !goesOn { return false }
      }
      return true
    }
    var chain: [RelationshipValue] = []
    return try extend(
      &chain, Chain(relationship: relationship, length: length, isReversed: isReversed, to: to),
      at: start.id, index, &row)
  }

  /// A chain of relationships that is being followed.
  private struct Chain {
    let relationship: BoundRelationship
    let length: RelationshipPattern.Length
    let isReversed: Bool
    let to: Int
  }

  private mutating func extend(
    _ chain: inout [RelationshipValue], _ wanted: Chain, at node: Int, _ index: Int,
    _ row: inout Row
  ) throws(QueryError) -> Bool {
    if chain.count >= wanted.length.minimum {
      let relationships = wanted.isReversed ? chain.reversed() : chain
      row[wanted.relationship.slot] = .list(relationships.map { .relationship($0) })
      guard try arrive(node, at: wanted.to, wanted.relationship, index, &row) else { return false }
    }
    if let maximum = wanted.length.maximum, chain.count >= maximum { return true }
    guard chain.count < 10_000 else {
      throw .limit("a chain grew longer than 10,000 relationships; give it an upper length")
    }
    for next in try neighbours(of: node, wanted.relationship, wanted.isReversed) {
      try context.step()
      if used.contains(next.id) { continue }
      guard try fits(next, wanted.relationship, &row) else { continue }
      chain.append(next)
      used.append(next.id)
      let goesOn = try extend(&chain, wanted, at: next.other(than: node), index, &row)
      used.removeLast()
      chain.removeLast()
      if !goesOn { return false }
    }
    return true
  }

  /// Whether a relationship of a chain meets the chain's conditions.
  func fits(
    _ value: RelationshipValue, _ relationship: BoundRelationship, _ row: inout Row
  ) throws(QueryError) -> Bool {
    guard let each = relationship.each else { return true }
    row[each.slot] = .relationship(value)
    for condition in each.conditions where try !context.holds(condition, &row) { return false }
    return true
  }

  func neighbours(
    of node: Int, _ relationship: BoundRelationship, _ isReversed: Bool
  ) throws(QueryError) -> [RelationshipValue] {
    let leaving = relationship.direction != (isReversed ? .outgoing : .incoming)
    let reaching = relationship.direction != (isReversed ? .incoming : .outgoing)
    return try context.graph.relationships(
      of: node, leaving: leaving, reaching: reaching, types: relationship.types)
  }

  /// Puts the node at the end of a relationship into its place, or compares it with what is there.
  private mutating func arrive(
    _ id: Int, at slot: Int, _ relationship: BoundRelationship, _ index: Int, _ row: inout Row
  ) throws(QueryError) -> Bool {
    if plan.isFilled(slot, before: index) {
      guard case .node(let there) = row[slot], there.id == id else { return true }
      return try next(index, &row)
    }
    let value = try context.graph.node(id)
    guard let node = pattern.nodes.first(where: { $0.slot == slot }), hasLabels(value, node) else {
      return true
    }
    row[slot] = .node(value)
    return try next(index, &row)
  }

  /// A relationship or chain that an earlier clause has found: only its ends are looked at.
  private mutating func followBound(
    _ relationship: BoundRelationship, _ start: NodeValue, _ to: Int, _ index: Int,
    _ isReversed: Bool, _ row: inout Row
  ) throws(QueryError) -> Bool {
    var chain: [RelationshipValue] = []
    switch row[relationship.slot] {
    case .relationship(let value): chain = [value]
    case .list(let values):
      chain = values.compactMap { if case .relationship(let value) = $0 { value } else { nil } }
      guard chain.count == values.count else { return true }
    default: return true
    }
    if isReversed { chain.reverse() }
    var node = start.id
    for value in chain {
      guard allows(value, from: node, relationship, isReversed), !used.contains(value.id) else {
        return true
      }
      node = value.other(than: node)
    }
    used += chain.map(\.id)
    let goesOn = try arrive(node, at: to, relationship, index, &row)
    used.removeLast(chain.count)
    return goesOn
  }

  private func allows(
    _ value: RelationshipValue, from node: Int, _ relationship: BoundRelationship,
    _ isReversed: Bool
  ) -> Bool {
    let leaves =
      value.start == node && relationship.direction != (isReversed ? .outgoing : .incoming)
    let reaches =
      value.end == node && relationship.direction != (isReversed ? .incoming : .outgoing)
    let types = relationship.types
    return (leaves || reaches) && (types.isEmpty || types.contains(value.type))
  }

  // MARK: Paths

  private func value(of path: BoundPath, _ row: Row) throws(QueryError) -> Value {
    guard case .node(let first) = row[path.nodes[0]] else { return .null }
    var nodes = [first]
    var relationships: [RelationshipValue] = []
    for (slot, _) in path.relationships {
      let chain: [Value] = if case .list(let values) = row[slot] { values } else { [row[slot]] }
      for case .relationship(let value) in chain {
        relationships.append(value)
        nodes.append(try context.graph.node(value.other(than: nodes[nodes.count - 1].id)))
      }
    }
    return .path(PathValue(nodes: nodes, relationships: relationships))
  }
}

extension RelationshipValue {
  /// The node at the other end.
  func other(than node: Int) -> Int { start == node ? end : start }
}

extension RunContext {
  /// Hands over the matches of a pattern; false when `body` ended the search.
  func matches(
    of pattern: BoundMatch, _ row: inout Row,
    _ body: (inout Row) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    try withoutActuallyEscaping(body) { (body) throws(QueryError) in
      var matcher = Matcher(
        context: self, pattern: pattern, plan: pattern.plan, found: body)
      return try matcher.search(0, &row)
    }
  }
}
