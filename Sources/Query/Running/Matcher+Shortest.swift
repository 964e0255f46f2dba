extension Matcher {
  /// How a node was reached first: from which node, by which relationship.
  private struct Arrival {
    let from: Int
    let by: RelationshipValue
  }

  /// The shortest chains between two nodes, found breadth first from the left.
  mutating func shortest(
    _ relationship: BoundRelationship, _ index: Int, _ row: inout Row
  ) throws(QueryError) -> Bool {
    guard case .node(let start) = row[relationship.left],
      case .node(let goal) = row[relationship.right], let length = relationship.length
    else { return true }
    if start.id == goal.id {
      guard length.minimum == 0 else { return true }
      return try deliver([], relationship, index, &row)
    }
    if relationship.selector == .anyShortest, let graph = context.graph as? SQLGraph,
      let found = try graph.shortestChain(relationship, from: start.id, to: goal.id, context)
    {
      guard let chain = found, chain.count >= length.minimum else { return true }
      return try deliver(chain, relationship, index, &row)
    }
    var arrivals: [Int: [Arrival]] = [:]
    var seen: Set<Int> = [start.id]
    var border = [start.id]
    var depth = 0
    while !border.isEmpty, !seen.contains(goal.id) {
      if let maximum = length.maximum, depth >= maximum { return true }
      depth += 1
      var reached: [Int] = []
      var fresh: Set<Int> = []
      for node in border {
        for next in try neighbours(of: node, relationship, false) {
          try context.step()
          let other = next.other(than: node)
          guard !seen.contains(other) else { continue }
          guard relationship.selector == .allShortest || !fresh.contains(other) else { continue }
          guard try fits(next, relationship, &row) else { continue }
          arrivals[other, default: []].append(Arrival(from: node, by: next))
          if fresh.insert(other).inserted { reached.append(other) }
        }
      }
      seen.formUnion(fresh)
      border = reached
    }
    guard seen.contains(goal.id), depth >= length.minimum else { return true }
    return try trace(goal.id, start.id, arrivals, [], relationship, index, &row)
  }

  /// Walks back from the goal along every way by which it was reached.
  private mutating func trace(
    _ node: Int, _ start: Int, _ arrivals: [Int: [Arrival]], _ tail: [RelationshipValue],
    _ relationship: BoundRelationship, _ index: Int, _ row: inout Row
  ) throws(QueryError) -> Bool {
    if node == start { return try deliver(tail, relationship, index, &row) }
    for arrival in arrivals[node] ?? [] {
      let goesOn = try trace(
        arrival.from, start, arrivals, [arrival.by] + tail, relationship, index, &row)
      if !goesOn { return false }
    }
    return true
  }

  private mutating func deliver(
    _ chain: [RelationshipValue], _ relationship: BoundRelationship, _ index: Int,
    _ row: inout Row
  ) throws(QueryError) -> Bool {
    row[relationship.slot] = .list(chain.map { .relationship($0) })
    return try next(index, &row)
  }
}
