public import Ontology

/// Puts a graph together from edges in any order: equal relations become one.
public struct GraphBuilder {
  private let level: Graph.Level
  private let mergesReciprocal: Bool
  private let naming: (ActorKey) -> Graph.Node
  private var positions: [ActorKey: Int] = [:]
  private var nodes: [Graph.Node] = []
  private var edges: [Graph.Edge.Identity: Graph.Edge] = [:]

  /// - Parameters:
  ///   - level: how finely actors are told apart.
  ///   - mergesReciprocal: whether A meets B and B meets A are one edge, whose source is the actor
  ///     that comes first.
  ///   - naming: the node of an actor that a coarser level makes necessary.
  public init(
    level: Graph.Level = .actor, mergesReciprocal: Bool = false,
    naming: @escaping (ActorKey) -> Graph.Node = { Graph.Node(key: $0, name: $0.rawValue) }
  ) {
    self.level = level
    self.mergesReciprocal = mergesReciprocal
    self.naming = naming
  }

  /// The position of an actor at the builder's level, which is entered when it is new.
  public mutating func position(of node: Graph.Node) -> Int {
    let key = level.key(of: node.key)
    if let known = positions[key] { return known }
    positions[key] = nodes.count
    nodes.append(key == node.key ? node : naming(key))
    return nodes.count - 1
  }

  /// Adds an edge whose ends are positions given by ``position(of:)``.
  public mutating func add(_ edge: Graph.Edge) {
    var edge = edge
    if mergesReciprocal, edge.isReciprocal, nodes[edge.target].key < nodes[edge.source].key {
      swap(&edge.source, &edge.target)
    }
    edges[edge.identity]?.merge(edge) ?? { edges[edge.identity] = edge }()
  }

  /// The graph, its nodes in the order of their keys and its edges in that of their identities.
  public func graph() -> Graph {
    Graph(nodes: nodes, edges: Array(edges.values)).sorted()
  }
}

extension Graph.Edge {
  /// Takes in another edge of the same relation.
  mutating func merge(_ other: Graph.Edge) {
    let isNewer = (other.last.map { day in last.map { day > $0 } ?? true } ?? false)
    if isNewer || evidence.isEmpty {
      evidence = other.evidence
      url = other.url
    }
    score = (score * Double(events) + other.score * Double(other.events))
    events += other.events
    score /= Double(max(1, events))
    reports += other.reports
    reciprocal += other.reciprocal
    first = [first, other.first].compactMap { $0 }.min()
    last = [last, other.last].compactMap { $0 }.max()
    spells = Self.union(spells + other.spells)
  }

  /// Intervals in order, those that overlap or touch made one.
  package static func union(_ spells: [ClosedRange<Day>]) -> [ClosedRange<Day>] {
    var merged: [ClosedRange<Day>] = []
    for spell in spells.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, spell.lowerBound <= last.upperBound.advanced(by: 1) {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, spell.upperBound)
      } else {
        merged.append(spell)
      }
    }
    return merged
  }
}

extension Graph {
  /// The same graph with nodes in the order of their keys, edges in that of their identities, and
  /// no node that no edge touches.
  package func sorted() -> Graph {
    var isTouched = Array(repeating: false, count: nodes.count)
    for edge in edges {
      isTouched[edge.source] = true
      isTouched[edge.target] = true
    }
    let order = nodes.indices.filter { isTouched[$0] }.sorted { nodes[$0].key < nodes[$1].key }
    var place = Array(repeating: -1, count: nodes.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let moved = edges.map { edge in
      var edge = edge
      edge.source = place[edge.source]
      edge.target = place[edge.target]
      return edge
    }
    return Graph(
      nodes: order.map { nodes[$0] }, edges: moved.sorted { $0.identity < $1.identity })
  }
}
