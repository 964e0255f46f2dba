import Ontology

/// The coded sentences as PLOVER JSON, one record a line: what `kawat code` writes.
public struct PLOVERLines: GraphFormat {
  private let labels: RelationLabels
  private let coder: String

  /// - Parameters:
  ///   - labels: the verbs of the records.
  ///   - coder: the program's name and version.
  public init(labels: RelationLabels, coder: String) {
    self.labels = labels
    self.coder = coder
  }

  /// Writes every report.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    try source.forEachReport { report in
      sink.append(
        report.json(ontology: labels.ontology, label: labels.language, coder: coder))
      sink.append(UInt8(ascii: "\n"))
      try sink.endRecord()
    }
    try sink.flush()
  }
}
