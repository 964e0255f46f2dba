import Ontology

/// The graph as GEXF 1.3, for Gephi: dynamic, with the days of a relation as spells.
///
/// Parallel edges are told apart by `kind`, the relation's verb. Spells hold their last day.
public struct GEXF: GraphFormat {
  private let labels: RelationLabels

  /// A writer whose edges are read with `labels`.
  public init(labels: RelationLabels) {
    self.labels = labels
  }

  /// Writes attributes, nodes, edges.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    writeHead(to: &sink)
    sink.append("<nodes>\n")
    for (position, node) in source.nodes.enumerated() {
      sink.append("<node id=\"n\(position + 1)\"")
      attribute("label", node.name, to: &sink)
      sink.append("><attvalues>")
      for key in NodeAttribute.allCases {
        value(key.rawValue, key.value(of: node).plain, to: &sink)
      }
      sink.append("</attvalues></node>\n")
      try sink.endRecord()
    }
    sink.append("</nodes>\n<edges>\n")
    var number = 0
    try source.forEachEdge(spells: true) { edge in
      number += 1
      write(edge, number: number, to: &sink)
      try sink.endRecord()
    }
    sink.append("</edges>\n</graph>\n</gexf>\n")
    try sink.flush()
  }

  private func writeHead(to sink: inout ByteSink) {
    sink.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta><creator>kawat</creator></meta>
      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" \
      timerepresentation="interval">
      <attributes class="node">

      """)
    for key in NodeAttribute.allCases { declare(key.rawValue, "string", to: &sink) }
    sink.append("</attributes>\n<attributes class=\"edge\">\n")
    for key in EdgeAttribute.allCases {
      declare(key.rawValue, key.type == "int" ? "integer" : key.type, to: &sink)
    }
    sink.append("</attributes>\n")
  }

  private func write(_ edge: Graph.Edge, number: Int, to sink: inout ByteSink) {
    let verb = labels.verb(edge)
    sink.append("<edge id=\"e")
    sink.append(number)
    sink.append("\" source=\"n")
    sink.append(edge.source + 1)
    sink.append("\" target=\"n")
    sink.append(edge.target + 1)
    sink.append("\"")
    attribute("kind", verb, to: &sink)
    attribute("label", verb, to: &sink)
    attribute("weight", "\(Double(edge.reports))", to: &sink)
    sink.append("><attvalues>")
    for key in EdgeAttribute.allCases {
      value(key.rawValue, key.value(of: edge, labels).plain, to: &sink)
    }
    sink.append("</attvalues>")
    writeSpells(edge.spells, to: &sink)
    writeColor(Palette.color(labels.quadClass(edge)), to: &sink)
    sink.append("</edge>\n")
  }

  private func writeSpells(_ spells: [ClosedRange<Day>], to sink: inout ByteSink) {
    guard !spells.isEmpty else { return }
    sink.append("<spells>")
    for spell in spells {
      sink.append("<spell start=\"")
      sink.append(spell.lowerBound)
      sink.append("\" end=\"")
      sink.append(spell.upperBound)
      sink.append("\"/>")
    }
    sink.append("</spells>")
  }

  private func writeColor(_ color: String, to sink: inout ByteSink) {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    sink.append("<viz:color r=\"\(value >> 16)\" g=\"\(value >> 8 & 255)\" b=\"\(value & 255)\"/>")
  }

  private func declare(_ name: String, _ type: String, to sink: inout ByteSink) {
    sink.append("<attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n")
  }

  private func attribute(_ name: String, _ text: String, to sink: inout ByteSink) {
    sink.append(" \(name)=\"")
    sink.append(text, .xml)
    sink.append("\"")
  }

  private func value(_ name: String, _ text: String, to sink: inout ByteSink) {
    sink.append("<attvalue for=\"\(name)\" value=\"")
    sink.append(text, .xml)
    sink.append("\"/>")
  }
}
