import Ontology

/// The events in the layout of ICEWS: 20 columns divided by tabs, with a header.
///
/// The layout knows no status: alleged and denied events stand in it as any other. An event without
/// a day takes the day of publication; without that it is left out. What is not known is `NA`, as in the published files.
public struct ICEWS: GraphFormat {
  private static let header = [
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
  ]
  private let labels: RelationLabels
  private let codes: CAMEOCodes
  private let names: ExchangeNames

  /// A writer with the codes of the labels' ontology.
  ///
  /// - Parameter names: the names of organisations and sectors; nil for none but our own.
  public init(labels: RelationLabels, names: ExchangeNames? = nil) {
    self.labels = labels
    self.names = names ?? ExchangeNames(labels.ontology)
    codes = CAMEOCodes(labels.ontology)
  }

  /// Writes the header and one line for each event.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    let nodes = source.nodes
    sink.appendTabbed(Self.header)
    var number = 0
    try source.forEachEvent { event in
      guard let day = event.layoutDay else { return }
      number += 1
      let code = codes.code(of: event)
      let facts = codes.facts(code)
      let evidence = event.evidence
      let fields =
        [String(Int(event.id) ?? number), day.description] + actor(nodes[event.source])
        + [facts?.label ?? "NA", code, "\(facts?.goldsteinScore ?? event.score)"]
        + actor(nodes[event.target])
        + [
          evidence.article.isEmpty ? "NA" : evidence.article, String(evidence.sentence + 1),
          evidence.publisher.isEmpty ? "NA" : evidence.publisher,
        ] + Array(repeating: "NA", count: 6)
      sink.appendTabbed(fields)
      try sink.endRecord()
    }
    try sink.flush()
  }

  /// The three columns of an actor: name, sectors in words, country in words.
  private func actor(_ node: Graph.Node) -> [String] {
    let sectors = node.key.sectors.map(names.icewsSector)
    return [
      name(node), sectors.isEmpty ? "NA" : sectors.joined(separator: ","),
      names.icewsCountry(node.code) ?? "NA",
    ]
  }

  /// The actor's name; its slug in words where the name would lead to another one.
  private func name(_ node: Graph.Node) -> String {
    guard let slug = node.key.slug, !node.key.isUnknown else { return node.name }
    let letters = node.name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }
    let wanted = slug.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard !letters.elementsEqual(wanted) else { return node.name }
    return slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
