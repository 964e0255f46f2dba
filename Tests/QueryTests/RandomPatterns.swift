import Query
import Store

/// A small generator of random numbers, so that every run asks the same questions (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in `times`.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}

/// A random graph: nodes with a class and a label, edges with a type and a rank of their own.
struct RandomGraph {
  var nodes: [(group: Int, isLabelled: Bool)]
  var edges: [(type: Int, from: Int, to: Int)]

  init(allowsLoops: Bool, using generator: inout SeededGenerator) {
    nodes = (0..<8).map { ($0 / 2, $0 % 2 == 0) }
    edges = []
    while edges.count < 24 {
      let from = Int.random(in: 0..<8, using: &generator)
      let to = Int.random(in: 0..<8, using: &generator)
      if from != to || allowsLoops {
        edges.append((Int.random(in: 0..<3, using: &generator), from, to))
      }
    }
  }

  /// The same graph in plain tables, for SQL that is written by hand.
  func plainTables() throws -> ScratchDatabase {
    let database = try ScratchDatabase()
    try database.execute(
      """
      CREATE TABLE n (id INTEGER, grp INTEGER, lab INTEGER);
      CREATE TABLE e (id INTEGER, type INTEGER, src INTEGER, dst INTEGER);
      """)
    try database.execute(
      "INSERT INTO n VALUES (?, ?, ?)",
      rows: nodes.enumerated().map { id, node in
        [.integer(id), .integer(node.group), .integer(node.isLabelled ? 1 : 0)]
      })
    try database.execute(
      "INSERT INTO e VALUES (?, ?, ?, ?)",
      rows: edges.enumerated().map { id, edge in
        [.integer(id), .integer(edge.type), .integer(edge.from), .integer(edge.to)]
      })
    return database
  }
}

/// How a graph calls what a random pattern asks for.
struct Vocabulary: Sendable {
  /// The label of all nodes that are meant; empty where there are no others.
  let universe: String
  /// The label of the nodes that have one.
  let label: String
  /// The condition that a node is of a group.
  let isOfGroup: @Sendable (_ node: String, _ group: Int) -> String
  /// The names of the three types.
  let types: [String]
  /// The condition that an edge has a rank of at least some number.
  let hasRank: @Sendable (_ edge: String, _ rank: Int) -> String
  /// What tells a node, and an edge, from all others.
  let node: @Sendable (String) -> String
  let edge: @Sendable (String) -> String
}

/// A pattern of one to three relationships, with its query and the SQL that answers it.
struct RandomPattern {
  private struct Hop {
    let left: Int
    let right: Int
    /// −1 to the left, 1 to the right, 0 either way.
    let direction: Int
    let type: Int?
    let rank: Int?
  }

  private struct Point {
    var label = false
    var group: Int?
  }

  /// What is returned.
  private enum Shape: CaseIterable { case rows, distinct, count, groups, newest }

  private var points: [Point] = [Point()]
  private var hops: [Hop] = []
  private let shape: Shape

  init(using generator: inout SeededGenerator) {
    for index in 0..<Int.random(in: 1...3, using: &generator) {
      let isCycle = index > 0 && generator.once(in: 4)
      let left = hops.last?.right ?? 0
      let right = isCycle ? Int.random(in: 0..<points.count, using: &generator) : points.count
      if right == points.count { points.append(Point()) }
      hops.append(
        Hop(
          left: left, right: right, direction: Int.random(in: -1...1, using: &generator),
          type: generator.once(in: 2) ? Int.random(in: 0..<3, using: &generator) : nil,
          rank: generator.once(in: 3) ? Int.random(in: 0..<24, using: &generator) : nil))
    }
    for index in points.indices {
      points[index].label = generator.once(in: 3)
      points[index].group = generator.once(in: 4) ? Int.random(in: 0..<4, using: &generator) : nil
    }
    shape = Shape.allCases.randomElement(using: &generator) ?? .rows
  }

  // MARK: The query

  func query(_ words: Vocabulary) -> String {
    var text = "MATCH " + node(0, words, isFirst: true)
    var seen: Set<Int> = [0]
    for (index, hop) in hops.enumerated() {
      let type = hop.type.map { ":" + words.types[$0] } ?? ""
      text +=
        (hop.direction < 0 ? "<-" : "-") + "[r\(index)\(type)]" + (hop.direction > 0 ? "->" : "-")
      text += node(hop.right, words, isFirst: seen.insert(hop.right).inserted)
    }
    var conditions = points.enumerated().compactMap { index, point in
      point.group.map { words.isOfGroup("n\(index)", $0) }
    }
    conditions += hops.enumerated().compactMap { index, hop in
      hop.rank.map { words.hasRank("r\(index)", $0) }
    }
    if !conditions.isEmpty { text += " WHERE " + conditions.joined(separator: " AND ") }
    return text + " RETURN " + returned(words)
  }

  private func node(_ index: Int, _ words: Vocabulary, isFirst: Bool) -> String {
    "(n\(index)\(isFirst ? words.universe : "")\(isFirst && points[index].label ? words.label : ""))"
  }

  private func returned(_ words: Vocabulary) -> String {
    let first = words.node("n0")
    let last = words.node("n\(hops[hops.count - 1].right)")
    let edge = words.edge("r0")
    switch shape {
    case .rows: return "\(first) AS a, \(last) AS b, \(edge) AS c"
    case .distinct: return "DISTINCT \(first) AS a, \(last) AS b"
    case .count: return "count(*)"
    case .groups: return "\(first) AS a, count(DISTINCT \(last)) AS b, count(*) AS c"
    case .newest: return "\(edge) AS a, \(first) AS b ORDER BY a DESC, b LIMIT 5"
    }
  }

  // MARK: The SQL

  /// The same question of the plain tables.
  var sql: String {
    let tables = points.indices.map { "n AS n\($0)" } + hops.indices.map { "e AS r\($0)" }
    var conditions: [String] = []
    for (index, hop) in hops.enumerated() {
      let right = "r\(index).src = n\(hop.left).id AND r\(index).dst = n\(hop.right).id"
      let left = "r\(index).dst = n\(hop.left).id AND r\(index).src = n\(hop.right).id"
      conditions.append(
        hop.direction > 0 ? right : hop.direction < 0 ? left : "((\(right)) OR (\(left)))")
      if let type = hop.type { conditions.append("r\(index).type = \(type)") }
      if let rank = hop.rank { conditions.append("r\(index).id >= \(rank)") }
      for other in 0..<index { conditions.append("r\(other).id <> r\(index).id") }
    }
    for (index, point) in points.enumerated() {
      if point.label { conditions.append("n\(index).lab = 1") }
      if let group = point.group { conditions.append("n\(index).grp = \(group)") }
    }
    let source =
      "FROM \(tables.joined(separator: ", ")) WHERE \(conditions.joined(separator: " AND "))"
    let (first, last) = ("n0.id", "n\(hops[hops.count - 1].right).id")
    switch shape {
    case .rows: return "SELECT \(first), \(last), r0.id \(source)"
    case .distinct: return "SELECT DISTINCT \(first), \(last) \(source)"
    case .count: return "SELECT count(*) \(source)"
    case .groups: return "SELECT \(first), count(DISTINCT \(last)), count(*) \(source) GROUP BY 1"
    case .newest: return "SELECT r0.id, \(first) \(source) ORDER BY 1 DESC, 2 LIMIT 5"
    }
  }
}
