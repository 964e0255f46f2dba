import Ontology

/// The graph as node-link JSON, for networkx, D3 and force-graph.
///
/// A node's `id` is the actor's key; every edge has a `key` of its own, so that parallel ones are
/// kept. D3 wants the edges under `links`, networkx from 3.4 on under `edges`.
public struct NodeLinkJSON: GraphFormat {
  private let labels: RelationLabels
  private let linksKey: String

  /// - Parameters:
  ///   - labels: the verbs of the edges.
  ///   - linksKey: the member that holds the edges.
  public init(labels: RelationLabels, linksKey: String = "edges") {
    self.labels = labels
    self.linksKey = linksKey
  }

  /// Writes head, nodes, edges; one record a line.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    sink.append("{\"directed\":true,\"multigraph\":true,\"graph\":{\"name\":\"kawat\"},\"nodes\":[")
    for (position, node) in source.nodes.enumerated() {
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(record(node))
      try sink.endRecord()
    }
    var list = JSONText()
    list.value(linksKey)
    sink.append("],\n\(list.text):[")
    var number = 0
    let nodes = source.nodes
    try source.forEachEdge(spells: false) { edge in
      sink.append(number == 0 ? "\n" : ",\n")
      number += 1
      sink.append(record(edge, number: number, nodes))
      try sink.endRecord()
    }
    sink.append("]}\n")
    try sink.flush()
  }

  private func record(_ node: Graph.Node) -> String {
    var json = JSONText()
    json.beginObject()
    json.member("id", node.key.rawValue)
    for attribute in NodeAttribute.allCases {
      json.name(attribute.rawValue)
      attribute.value(of: node).write(to: &json)
    }
    json.endObject()
    return json.text
  }

  private func record(_ edge: Graph.Edge, number: Int, _ nodes: [Graph.Node]) -> String {
    var json = JSONText()
    json.beginObject()
    json.member("source", nodes[edge.source].key.rawValue)
    json.member("target", nodes[edge.target].key.rawValue)
    json.member("key", number)
    json.write(edge, labels)
    json.endObject()
    return json.text
  }
}

extension JSONText {
  /// The members that tell what a relation is, the ends apart.
  mutating func write(_ edge: Graph.Edge, _ labels: RelationLabels) {
    member("relation", labels.verb(edge))
    member("weight", edge.reports)
    for attribute in EdgeAttribute.allCases {
      name(attribute.rawValue)
      if case .text("") = attribute.value(of: edge, labels), attribute.isNullable {
        null()
      } else {
        attribute.value(of: edge, labels).write(to: &self)
      }
    }
  }
}

extension EdgeAttribute {
  /// Whether absence is null in JSON, rather than empty text.
  var isNullable: Bool { [.mode, .url].contains(self) }
}
