/// Finds for each node and relationship of a pattern the one table that it can come from.
struct PatternTables {
  /// A table that a relationship may come from, and how it lies.
  private struct Choice: Hashable {
    let table: Int
    let isReversed: Bool
  }

  /// A relationship with its table and the directions left to it.
  struct Solved {
    let pattern: BoundRelationship
    let table: Int
    let directions: [Bool]
  }

  private let layout: GraphLayout
  private var nodes: [Int: Set<Int>] = [:]
  private var relationships: [(pattern: BoundRelationship, choices: Set<Choice>)] = []

  init(_ layout: GraphLayout) {
    self.layout = layout
  }

  /// Takes a match in; false when it holds what no table can answer.
  mutating func add(_ match: BoundMatch) -> Bool {
    for node in match.nodes {
      guard !node.isBound || nodes[node.slot] != nil else { return false }
      let fitting = layout.nodes.indices.filter { index in
        node.labels.allSatisfy(layout.nodes[index].knows)
          && match.filters.allSatisfy { allows(layout.nodes[index], node.slot, $0) }
      }
      nodes[node.slot] = (nodes[node.slot] ?? Set(fitting)).intersection(fitting)
    }
    for relationship in match.relationships {
      guard !relationship.isBound, relationship.length == nil else { return false }
      relationships.append((relationship, choices(for: relationship)))
    }
    return true
  }

  /// Whether a condition can hold for a node of a table: a value that it has not is never equal.
  private func allows(
    _ table: GraphLayout.NodeTable, _ slot: Int, _ filter: BoundExpression
  ) -> Bool {
    guard case .comparison(.equal, let left, let right) = filter, table.storedLabels == nil else {
      return true
    }
    return [left, right].allSatisfy { side in
      guard case .property(.slot(slot), let key, _) = side else { return true }
      return table.property(key) != nil
    }
  }

  private func choices(for relationship: BoundRelationship) -> Set<Choice> {
    var found: Set<Choice> = []
    for (index, table) in layout.relationships.enumerated() {
      let fits =
        relationship.types.isEmpty
        || table.types.map { !Set($0).isDisjoint(with: relationship.types) } ?? true
      guard fits else { continue }
      if relationship.direction != .incoming {
        found.insert(Choice(table: index, isReversed: false))
      }
      if relationship.direction != .outgoing {
        found.insert(Choice(table: index, isReversed: true))
      }
    }
    return found
  }

  /// The tables, when there is exactly one for each; nil otherwise.
  var solved: (nodes: [Int: Int], relationships: [Solved])? {
    var (nodes, open) = (nodes, relationships)
    var changed = true
    while changed {
      changed = false
      for index in open.indices {
        let (pattern, choices) = open[index]
        let fitting = choices.filter { choice in
          let (left, right) = tables(choice)
          return nodes[pattern.left]?.contains(left) ?? false
            && nodes[pattern.right]?.contains(right) ?? false
        }
        let lefts = Set(fitting.map { tables($0).left })
        let rights = Set(fitting.map { tables($0).right })
        if fitting != choices || nodes[pattern.left] != lefts || nodes[pattern.right] != rights {
          open[index].choices = fitting
          nodes[pattern.left]?.formIntersection(lefts)
          nodes[pattern.right]?.formIntersection(rights)
          changed = fitting != choices || changed
        }
      }
    }
    var single: [Int: Int] = [:]
    for (slot, tables) in nodes {
      guard tables.count == 1, let only = tables.first else { return nil }
      single[slot] = only
    }
    var solved: [Solved] = []
    for (pattern, choices) in open {
      guard Set(choices.map(\.table)).count == 1, let table = choices.first?.table else {
        return nil
      }
      let directions = choices.map(\.isReversed).sorted { !$0 && $1 }
      solved.append(Solved(pattern: pattern, table: table, directions: directions))
    }
    return (single, solved)
  }

  /// The tables of the nodes at both ends, as the pattern is written.
  private func tables(_ choice: Choice) -> (left: Int, right: Int) {
    let table = layout.relationships[choice.table]
    return choice.isReversed
      ? (table.end.table, table.start.table) : (table.start.table, table.end.table)
  }
}
