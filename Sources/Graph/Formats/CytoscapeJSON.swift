import Ontology

/// The graph as Cytoscape.js JSON: `{"elements":{"nodes":[{"data":…}],"edges":[{"data":…}]}}`.
///
/// A node's `id` is the actor's key, an edge's `e1`, `e2`, …; `label` is what a style shows. `value`
/// and `key` are the names under which networkx looks for the same.
public struct CytoscapeJSON: GraphFormat {
  private let labels: RelationLabels

  /// A writer whose edges are read with `labels`.
  public init(labels: RelationLabels) {
    self.labels = labels
  }

  /// Writes nodes, edges; one record a line.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    sink.append(
      "{\"directed\":true,\"multigraph\":true,\"data\":{\"name\":\"kawat\"},"
        + "\"elements\":{\"nodes\":[")
    let nodes = source.nodes
    for (position, node) in nodes.enumerated() {
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(record(node))
      try sink.endRecord()
    }
    sink.append("],\n\"edges\":[")
    var number = 0
    try source.forEachEdge(spells: false) { edge in
      sink.append(number == 0 ? "\n" : ",\n")
      number += 1
      sink.append(record(edge, number: number, nodes))
      try sink.endRecord()
    }
    sink.append("]}}\n")
    try sink.flush()
  }

  private func record(_ node: Graph.Node) -> String {
    data { json in
      json.member("id", node.key.rawValue)
      json.member("value", node.key.rawValue)
      json.member("label", node.name)
      for attribute in NodeAttribute.allCases {
        json.name(attribute.rawValue)
        attribute.value(of: node).write(to: &json)
      }
    }
  }

  private func record(_ edge: Graph.Edge, number: Int, _ nodes: [Graph.Node]) -> String {
    data { json in
      json.member("id", "e\(number)")
      json.member("key", number)
      json.member("source", nodes[edge.source].key.rawValue)
      json.member("target", nodes[edge.target].key.rawValue)
      json.member("label", "\(labels.verb(edge)) (\(edge.reports))")
      json.member("color", Palette.color(labels.quadClass(edge)))
      json.write(edge, labels)
    }
  }

  private func data(_ members: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    json.beginObject()
    json.name("data")
    json.beginObject()
    members(&json)
    json.endObject()
    json.endObject()
    return json.text
  }
}
