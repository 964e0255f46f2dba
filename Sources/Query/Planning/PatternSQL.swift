import Store

/// A pattern as FROM and WHERE: every way in which its undirected relationships can lie is a branch
/// of its own.
///
/// Only what SQL does exactly as the language does gets here: single relationships between nodes
/// whose tables are known. Chains, shortest paths, named paths and optional patterns are followed
/// in Swift.
struct PatternSQL {
  /// A relationship and its table.
  private struct Edge {
    let pattern: BoundRelationship
    let table: Int
    let alias: String
    /// Whether it lies from right to left, left to right, or may do both.
    let directions: [Bool]
  }

  let layout: GraphLayout
  private let edges: [Edge]
  private let nodeTables: [Int: Int]
  /// Pairs of relationships that must differ.
  private let differing: [(Int, Int)]
  /// The labels of each node.
  private let labels: [Int: [String]]
  /// The nodes that stand in FROM, because conditions speak of them.
  var joined: Set<Int> = []

  /// Nil when the matches hold something that SQL cannot do.
  init?(_ matches: [BoundMatch], _ layout: GraphLayout) {
    var tables = PatternTables(layout)
    for match in matches {
      guard !match.isOptional, match.paths.isEmpty, tables.add(match) else { return nil }
    }
    guard let (nodes, edges) = tables.solved else { return nil }
    self.layout = layout
    nodeTables = nodes
    self.edges = edges.map {
      Edge(
        pattern: $0.pattern, table: $0.table, alias: "r\($0.pattern.slot)",
        directions: $0.directions)
    }
    guard self.edges.filter({ $0.directions.count > 1 }).count <= 3 else { return nil }
    var pairs: [(Int, Int)] = []
    for match in matches {
      let slots = match.relationships.map(\.slot)
      for (index, slot) in slots.enumerated() {
        for other in slots[..<index] { pairs.append((other, slot)) }
      }
    }
    differing = pairs
    var labels: [Int: [String]] = [:]
    for node in matches.flatMap(\.nodes) { labels[node.slot, default: []] += node.labels }
    self.labels = labels
    for (slot, table) in nodes {
      let isAlone = !self.edges.contains { $0.pattern.left == slot || $0.pattern.right == slot }
      let isLabelled = (labels[slot] ?? []).contains {
        layout.nodes[table].condition(of: $0) != nil
      }
      if isAlone || isLabelled { joined.insert(slot) }
    }
  }

  /// The table of the nodes in a place; nil when the place holds no node.
  func nodeTable(_ slot: Int) -> Int? { nodeTables[slot] }

  /// The table of the relationships in a place; nil when the place holds none.
  func relationshipTable(_ slot: Int) -> Int? {
    edges.first { $0.pattern.slot == slot }?.table
  }

  // MARK: Branches

  /// The directions that each relationship has in a branch.
  struct Branch {
    /// For each relationship whether it lies from right to left.
    fileprivate let isReversed: [Bool]
  }

  var branches: [Branch] {
    edges.reduce([[]]) { lists, edge in
      lists.flatMap { list in edge.directions.map { list + [$0] } }
    }.map { Branch(isReversed: $0) }
  }

  /// The number of the row that a node is, in a branch.
  func nodeID(_ slot: Int, in branch: Branch) -> String {
    if joined.contains(slot) { return "n\(slot).id" }
    for index in edges.indices {
      let (left, right) = ends(index, branch)
      if edges[index].pattern.left == slot { return left }
      if edges[index].pattern.right == slot { return right }
    }
    return "n\(slot).id"
  }

  /// The number of the row that a relationship is.
  func relationshipID(_ slot: Int) -> String? {
    edges.first { $0.pattern.slot == slot }
      .map { Self.named(layout.relationships[$0.table].id, $0.alias) }
  }

  /// A fragment with its table's alias put in.
  static func named(_ sql: String, _ alias: String) -> String {
    sql.split(separator: "{t}", omittingEmptySubsequences: false).joined(separator: alias)
  }

  /// The columns that point to the left and the right node.
  private func ends(_ index: Int, _ branch: Branch) -> (left: String, right: String) {
    let table = layout.relationships[edges[index].table]
    let start = Self.named(table.start.column, edges[index].alias)
    let end = Self.named(table.end.column, edges[index].alias)
    return branch.isReversed[index] ? (end, start) : (start, end)
  }

  /// `FROM … WHERE …` of a branch, with conditions of the caller's.
  func source(_ branch: Branch, _ filters: [SQLFragment]) -> SQLFragment {
    var tables = joined.sorted().compactMap { slot in
      nodeTables[slot].map { "\(layout.nodes[$0].table) AS n\(slot)" }
    }
    tables += edges.map { "\(layout.relationships[$0.table].table) AS \($0.alias)" }
    var conditions: [SQLFragment] = labelConditions
    for index in edges.indices { conditions += edgeConditions(index, branch) }
    for (first, second) in differing {
      guard let left = relationshipID(first), let right = relationshipID(second),
        relationshipTable(first) == relationshipTable(second)
      else { continue }
      conditions.append(SQLFragment("\(left) <> \(right)", type: .boolean))
    }
    conditions += filters
    let end =
      conditions.isEmpty ? "" : " WHERE " + conditions.map(\.sql).joined(separator: " AND ")
    return SQLFragment(
      "FROM " + tables.joined(separator: ", ") + end, conditions.flatMap(\.arguments),
      type: .boolean)
  }

  private var labelConditions: [SQLFragment] {
    joined.sorted().flatMap { slot in
      (labels[slot] ?? []).compactMap { label in
        guard let table = nodeTables[slot],
          var condition = layout.nodes[table].condition(of: label)
        else { return nil }
        condition.sql = Self.named(condition.sql, "n\(slot)")
        return condition
      }
    }
  }

  private func edgeConditions(_ index: Int, _ branch: Branch) -> [SQLFragment] {
    let edge = edges[index]
    let table = layout.relationships[edge.table]
    let (left, right) = ends(index, branch)
    var conditions: [SQLFragment] = []
    for (column, slot) in [(left, edge.pattern.left), (right, edge.pattern.right)] {
      let id = nodeID(slot, in: branch)
      if id != column { conditions.append(SQLFragment("\(column) = \(id)", type: .boolean)) }
    }
    if let condition = table.condition {
      conditions.append(SQLFragment(Self.named(condition, edge.alias), type: .boolean))
    }
    if !edge.pattern.types.isEmpty, let isOfTypes = table.isOfTypes {
      let names = edge.pattern.types
      conditions.append(
        SQLFragment(
          Self.named(isOfTypes(names.count), edge.alias), names.map { .text($0) }, type: .boolean))
    }
    // A loop lies both ways and is found only once.
    if branch.isReversed[index], edge.directions.count > 1 {
      conditions.append(SQLFragment("\(left) <> \(right)", type: .boolean))
    }
    return conditions
  }
}
