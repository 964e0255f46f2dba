import Ontology

/// The events as N-Triples of RDF 1.2: an event reifies its triple, which is asserted only when it
/// is told as a fact.
public struct NTriples: GraphFormat {
  private static let reifies = "<\(RDFText.rdf)reifies>"
  private let labels: RelationLabels

  /// A writer whose events are read with `labels`.
  public init(labels: RelationLabels) {
    self.labels = labels
  }

  /// Writes the actors' names, then the events.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    let nodes = source.nodes
    for node in nodes {
      sink.append(
        "\(RDFText.actor(node.key)) \(RDFText.label) \(RDFText.literal(node.name)) .\n")
      try sink.endRecord()
    }
    try source.forEachEvent { event in
      let name = RDFText.event(event.id)
      let actor = RDFText.actor(nodes[event.source].key)
      let recipient = RDFText.actor(nodes[event.target].key)
      let triple = "\(actor) \(RDFText.relation(event)) \(recipient)"
      if event.status.statusClass == .actual { sink.append("\(triple) .\n") }
      sink.append("\(name) \(Self.reifies) <<( \(triple) )>> .\n")
      for (property, object) in RDFText.facts(of: event, labels) {
        sink.append("\(name) \(property) \(object) .\n")
      }
      try sink.endRecord()
    }
    try sink.flush()
  }
}
