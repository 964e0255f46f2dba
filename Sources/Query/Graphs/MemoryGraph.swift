/// A graph of nodes and relationships in arrays.
package final class MemoryGraph: PropertyGraph {
  private var nodes: [NodeValue] = []
  private var relationships: [RelationshipValue] = []
  private var touching: [[Int]] = []

  /// A graph without nodes.
  package init() {}

  /// Any name will do.
  package let schema = GraphSchema()

  /// The nodes in the order in which they came.
  package var allNodes: [NodeValue] { nodes }

  /// The relationships in the order in which they came.
  package var allRelationships: [RelationshipValue] { relationships }

  /// Hands over the nodes that have all labels.
  package func nodes(
    labels: [String], where values: [(key: String, value: Value)],
    _ body: (NodeValue) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    for node in nodes where labels.allSatisfy({ node.labels.contains($0) }) {
      guard try body(node) else { return false }
    }
    return true
  }

  /// The relationships that leave or reach a node.
  package func relationships(
    of node: Int, leaving: Bool, reaching: Bool, types: [String]
  ) throws(QueryError) -> [RelationshipValue] {
    touching[node].lazy.map { self.relationships[$0] }.filter {
      (types.isEmpty || types.contains($0.type))
        && ((leaving && $0.start == node) || (reaching && $0.end == node))
    }
  }

  /// The node of a number.
  package func node(_ id: Int) throws(QueryError) -> NodeValue { nodes[id] }

  /// Adds a node.
  package func addNode(
    labels: [String], properties: ValueMap
  ) throws(QueryError) -> NodeValue {
    let node = NodeValue(id: nodes.count, labels: labels, properties: properties)
    nodes.append(node)
    touching.append([])
    return node
  }

  /// Adds a relationship.
  package func addRelationship(
    type: String, start: Int, end: Int, properties: ValueMap
  ) throws(QueryError) -> RelationshipValue {
    let relationship = RelationshipValue(
      id: relationships.count, type: type, start: start, end: end, properties: properties)
    relationships.append(relationship)
    touching[start].append(relationship.id)
    if end != start { touching[end].append(relationship.id) }
    return relationship
  }
}
