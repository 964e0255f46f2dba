public import Graph
public import Ontology

extension QueryEngine {
  /// Runs a plan and collects the actors and relations in its rows as a graph, for the formats that
  /// draw and exchange graphs.
  ///
  /// Nodes and relationships count wherever they stand: in columns, lists, maps and paths. What is
  /// neither an actor nor a relation between actors is left out and counted.
  ///
  /// - Parameter node: the node of an actor by its key and name.
  public func graph(
    _ plan: QueryPlan, node: (ActorKey, String) -> Graph.Node
  ) throws(QueryError) -> (graph: Graph, omitted: Int) {
    var collector = GraphCollector()
    try run(plan) { (row) throws(QueryError) in
      for value in row { collector.take(value) }
      return true
    }
    var builder = GraphBuilder()
    for actor in collector.nodes.values.sorted(by: { $0.id < $1.id }) {
      if let (key, name) = actor.identity { _ = builder.position(of: node(key, name)) }
    }
    for relationship in collector.relationships.values.sorted(by: { $0.id < $1.id }) {
      guard var edge = Graph.Edge(relationship) else {
        collector.omitted += 1
        continue
      }
      let ends = (try self.node(relationship.start), try self.node(relationship.end))
      guard let start = ends.0.identity, let end = ends.1.identity else { continue }
      edge.source = builder.position(of: node(start.0, start.1))
      edge.target = builder.position(of: node(end.0, end.1))
      builder.add(edge)
    }
    return (builder.graph(), collector.omitted)
  }
}

/// Collects the nodes and relationships in values, each once.
private struct GraphCollector {
  var nodes: [Int: NodeValue] = [:]
  var relationships: [Int: RelationshipValue] = [:]
  /// What a graph of actors has no place for.
  var omitted = 0

  mutating func take(_ value: Value) {
    switch value {
    case .node(let node):
      if node.identity == nil { omitted += 1 } else { nodes[node.id] = node }
    case .relationship(let relationship): relationships[relationship.id] = relationship
    case .list(let values): for value in values { take(value) }
    case .map(let map): for entry in map.entries { take(entry.value) }
    case .path(let path): for step in path.steps { take(step) }
    default: break
    }
  }
}

extension NodeValue {
  /// The key and name of an actor; nil for other nodes.
  fileprivate var identity: (ActorKey, String)? {
    guard labels.contains("Actor"), case .string(let key)? = properties["key"] else { return nil }
    guard case .string(let name)? = properties["name"] else { return nil }
    return (ActorKey(rawValue: key), name)
  }
}

extension Graph.Edge {
  /// The edge of an event; nil for relationships that are no events. Its ends are still to be set.
  fileprivate init?(_ relationship: RelationshipValue) {
    guard let act = EventType(rawValue: relationship.type) else { return nil }
    let properties = relationship.properties
    func text(_ key: String) -> String? {
      if case .string(let text)? = properties[key] { text } else { nil }
    }
    let status = text("status").flatMap(Status.init(rawValue:)) ?? .happened
    var reports = 1
    if case .integer(let number)? = properties["reports"] { reports = number }
    var day: Day?
    if case .date(let date)? = properties["date"] { day = date }
    let isReciprocal = properties["reciprocal"] == .boolean(true)
    self.init(
      source: 0, target: 0, act: act, mode: text("mode") ?? "", status: status.statusClass,
      events: 1, reports: reports, reciprocal: isReciprocal ? 1 : 0,
      score: properties["score"]?.number ?? 0, first: day, last: day,
      spells: day.map { [$0...$0] } ?? [])
  }
}
