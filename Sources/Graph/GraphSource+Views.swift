public import Ontology

extension GraphSource {
  /// The relations at a coarser level, or with reciprocal ones drawn once.
  ///
  /// Words that no dictionary knows belong to no state: a coarser level leaves them out.
  ///
  /// - Parameter naming: the node of an actor that the coarser level makes necessary.
  public func view(
    level: Graph.Level, mergesReciprocal: Bool = false, spells: Bool = false,
    naming: @escaping (ActorKey) -> Graph.Node
  ) throws -> (graph: Graph, omitted: Int) {
    var omitted = 0
    let nodes = nodes
    var builder = GraphBuilder(
      level: level, mergesReciprocal: mergesReciprocal, naming: naming)
    let places = nodes.map { builder.position(of: $0) }
    try forEachEdge(spells: spells) { edge in
      let isUnknown = nodes[edge.source].key.isUnknown || nodes[edge.target].key.isUnknown
      guard level == .actor || !isUnknown else {
        omitted += 1
        return
      }
      var edge = edge
      edge.source = places[edge.source]
      edge.target = places[edge.target]
      builder.add(edge)
    }
    return (builder.graph(), omitted)
  }

  /// The `limit` relations with the most reports, and how many there are besides.
  public func strongest(_ limit: Int, spells: Bool = false) throws -> (graph: Graph, omitted: Int) {
    var kept: [Graph.Edge] = []
    var seen = 0
    try forEachEdge(spells: spells) { edge in
      seen += 1
      kept.append(edge)
      if kept.count >= limit * 4 + 64 { kept = Self.strongest(limit, of: kept) }
    }
    kept = Self.strongest(limit, of: kept)
    return (Graph(nodes: nodes, edges: kept).sorted(), seen - kept.count)
  }

  private static func strongest(_ limit: Int, of edges: [Graph.Edge]) -> [Graph.Edge] {
    let ranked = edges.sorted { left, right in
      if left.reports != right.reports { return left.reports > right.reports }
      if left.events != right.events { return left.events > right.events }
      return left.identity < right.identity
    }
    return Array(ranked.prefix(limit))
  }
}
