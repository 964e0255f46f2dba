import Ontology

/// The graph in the language of Graphviz.
///
/// Nodes are `n1`, `n2`, … in the order of the actors' keys; names stand in labels only. An edge's
/// colour is its quad class, its width the number of reports, its dashes the status.
public struct DOT: GraphFormat {
  let labels: RelationLabels
  private let name: String
  private let cluster: (@Sendable (Graph.Node) -> String)?
  private let isUndirected: Bool
  private let hasLegend: Bool

  /// - Parameters:
  ///   - labels: the verbs of the edges.
  ///   - name: the graph's name.
  ///   - cluster: the box that a node stands in, empty for none; nil for no boxes at all.
  ///   - undirectedReciprocal: whether reciprocal relations have no arrowhead; else they have two.
  ///   - legend: whether colours and dashes are explained below the drawing.
  public init(
    labels: RelationLabels, name: String = "kawat",
    cluster: (@Sendable (Graph.Node) -> String)? = nil, undirectedReciprocal: Bool = false,
    legend: Bool = true
  ) {
    self.labels = labels
    self.name = name
    self.cluster = cluster
    isUndirected = undirectedReciprocal
    hasLegend = legend
  }

  /// Writes the graph: head, nodes (in boxes), edges.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    writeHead(to: &sink)
    try writeNodes(source.nodes, to: &sink)
    try source.forEachEdge(spells: false) { edge in
      write(edge, to: &sink)
      try sink.endRecord()
    }
    sink.append("}\n")
    try sink.flush()
  }

  private func writeHead(to sink: inout ByteSink) {
    sink.append("digraph \"")
    sink.append(name, .dot)
    sink.append(
      """
      " {
        graph [rankdir=LR, newrank=true, nodesep=0.35, ranksep=1.1, splines=true, overlap=false, \
      fontname="Helvetica", fontsize=11];
        node [shape=box, style="rounded,filled", fillcolor="#F5F5F2", color="#77776F", \
      fontname="Helvetica", fontsize=12, margin="0.12,0.06"];
        edge [fontname="Helvetica", fontsize=10, fontcolor="#333333", arrowsize=0.8];

      """)
    if hasLegend { writeLegend(to: &sink) }
  }

  private func writeNodes(_ nodes: [Graph.Node], to sink: inout ByteSink) throws {
    guard let cluster else {
      for (position, node) in nodes.enumerated() {
        write(node, at: position, indent: "  ", to: &sink)
        try sink.endRecord()
      }
      return
    }
    let boxes = Dictionary(grouping: nodes.indices) { cluster(nodes[$0]) }
    for (number, box) in boxes.keys.sorted().enumerated() {
      if !box.isEmpty {
        sink.append("  subgraph cluster_\(number) {\n    label=\"")
        sink.append(box, .dot)
        sink.append("\"; style=\"rounded\"; color=\"#BBBBB3\"; fontcolor=\"#55554F\";\n")
      }
      for position in boxes[box, default: []] {
        write(nodes[position], at: position, indent: box.isEmpty ? "  " : "    ", to: &sink)
        try sink.endRecord()
      }
      if !box.isEmpty { sink.append("  }\n") }
    }
  }

  private func write(
    _ node: Graph.Node, at position: Int, indent: String, to sink: inout ByteSink
  ) {
    sink.append(indent)
    sink.append("n")
    sink.append(position + 1)
    sink.append(" [label=\"")
    sink.append(node.name, .dot)
    sink.append("\", tooltip=\"")
    sink.append(node.key.rawValue, .dot)
    sink.append("\"];\n")
  }

  private func write(_ edge: Graph.Edge, to sink: inout ByteSink) {
    sink.append("  n")
    sink.append(edge.source + 1)
    sink.append(" -> n")
    sink.append(edge.target + 1)
    sink.append(" [label=\"")
    sink.append(labels.verb(edge), .dot)
    sink.append(" (")
    sink.append(edge.reports)
    sink.append(")\", weight=")
    sink.append(min(max(edge.reports, 1), 100))
    sink.append(", penwidth=")
    sink.append(tenthsOf: Self.width(reports: edge.reports))
    sink.append(", color=\"")
    sink.append(Palette.color(labels.quadClass(edge)))
    sink.append("\"")
    sink.append(Self.style(edge.status))
    if edge.isReciprocal { sink.append(isUndirected ? ", dir=none" : ", dir=both") }
    writeEvidence(of: edge, to: &sink)
    sink.append("];\n")
  }

  private func writeEvidence(of edge: Graph.Edge, to sink: inout ByteSink) {
    sink.append(", tooltip=\"")
    if let last = edge.last {
      sink.append(last)
      if !edge.evidence.isEmpty { sink.append(": ") }
    }
    sink.append(edge.evidence, .dot)
    sink.append("\"")
    if isWebAddress(edge.url) {
      sink.append(", URL=\"")
      sink.append(edge.url, .dotLink)
      sink.append("\"")
    }
  }

  /// One report is 1 point wide; each doubling adds 0.6, up to 6.
  static func width(reports: Int) -> Double {
    let doublings = Int.bitWidth - 1 - max(1, reports).leadingZeroBitCount
    let whole = 1 << doublings
    let part = Double(max(1, reports) - whole) / Double(whole)
    return min(6, 1 + 0.6 * (Double(doublings) + part))
  }

  private static func style(_ status: StatusClass) -> String {
    switch status {
    case .actual: ""
    case .alleged: ", style=dashed"
    case .intended, .hypothetical: ", style=dotted"
    case .denied: ", style=dashed, arrowhead=tee"
    }
  }
}

/// Whether an address leads into the web; nothing else is ever made a link.
func isWebAddress(_ address: String) -> Bool {
  address.hasPrefix("https://") || address.hasPrefix("http://")
}
