import Ontology

/// The events as N-Quads: the triple of each stands in a graph named after the event, and what is
/// known of the event in the default graph.
public struct NQuads: GraphFormat {
  private let labels: RelationLabels

  /// A writer whose events are read with `labels`.
  public init(labels: RelationLabels) {
    self.labels = labels
  }

  /// Writes the actors' names, then the events.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    let nodes = source.nodes
    for node in nodes {
      line([RDFText.actor(node.key), RDFText.label, RDFText.literal(node.name)], to: &sink)
      try sink.endRecord()
    }
    try source.forEachEvent { event in
      let name = RDFText.event(event.id)
      line(
        [
          RDFText.actor(nodes[event.source].key), RDFText.relation(event),
          RDFText.actor(nodes[event.target].key), name,
        ], to: &sink)
      for (property, object) in RDFText.facts(of: event, labels) {
        line([name, property, object], to: &sink)
      }
      try sink.endRecord()
    }
    try sink.flush()
  }

  private func line(_ terms: [String], to sink: inout ByteSink) {
    for term in terms {
      sink.append(term)
      sink.append(UInt8(ascii: " "))
    }
    sink.append(".\n")
  }
}
