import Ontology

/// The graph as GraphML, for networkx, igraph, yEd, Cytoscape and Gephi.
///
/// Every attribute has a `<key>` with a type; edges have identifiers, so that parallel ones are kept.
/// Nodes carry `label` beside `name`, which is what Gephi and Cytoscape show.
public struct GraphML: GraphFormat {
  private let labels: RelationLabels

  /// A writer whose edges are read with `labels`.
  public init(labels: RelationLabels) {
    self.labels = labels
  }

  /// Writes keys, nodes, edges.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    writeHead(to: &sink)
    for (position, node) in source.nodes.enumerated() {
      sink.append("<node id=\"n\(position + 1)\">")
      data("label", node.name, to: &sink)
      for attribute in NodeAttribute.allCases {
        data("node-\(attribute.rawValue)", attribute.value(of: node).plain, to: &sink)
      }
      sink.append("</node>\n")
      try sink.endRecord()
    }
    var number = 0
    try source.forEachEdge(spells: false) { edge in
      number += 1
      write(edge, number: number, to: &sink)
      try sink.endRecord()
    }
    sink.append("</graph>\n</graphml>\n")
    try sink.flush()
  }

  private func writeHead(to sink: inout ByteSink) {
    sink.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="label" for="node" attr.name="label" attr.type="string"/>

      """)
    for attribute in NodeAttribute.allCases {
      key("node-\(attribute.rawValue)", of: "node", attribute.rawValue, "string", to: &sink)
    }
    key("relation", of: "edge", "label", "string", to: &sink)
    key("weight", of: "edge", "weight", "double", to: &sink)
    for attribute in EdgeAttribute.allCases {
      key("edge-\(attribute.rawValue)", of: "edge", attribute.rawValue, attribute.type, to: &sink)
    }
    sink.append("<graph id=\"kawat\" edgedefault=\"directed\">\n")
  }

  private func write(_ edge: Graph.Edge, number: Int, to sink: inout ByteSink) {
    sink.append("<edge id=\"e")
    sink.append(number)
    sink.append("\" source=\"n")
    sink.append(edge.source + 1)
    sink.append("\" target=\"n")
    sink.append(edge.target + 1)
    sink.append("\">")
    data("relation", labels.verb(edge), to: &sink)
    data("weight", "\(Double(edge.reports))", to: &sink)
    for attribute in EdgeAttribute.allCases {
      data("edge-\(attribute.rawValue)", attribute.value(of: edge, labels).plain, to: &sink)
    }
    sink.append("</edge>\n")
  }

  private func key(
    _ id: String, of kind: String, _ name: String, _ type: String, to sink: inout ByteSink
  ) {
    sink.append(
      "<key id=\"\(id)\" for=\"\(kind)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
  }

  private func data(_ key: String, _ text: String, to sink: inout ByteSink) {
    sink.append("<data key=\"")
    sink.append(key)
    sink.append("\">")
    sink.append(text, .xml)
    sink.append("</data>")
  }
}
