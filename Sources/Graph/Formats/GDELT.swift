package import Ontology

/// The events in the layout of GDELT 2.0: 61 columns divided by tabs, without a header.
///
/// The layout knows neither status nor tone nor places: alleged and denied events stand in it as any
/// other, and those columns stay empty. An event without a day takes the day of publication; without that it is left out.
public struct GDELT: GraphFormat {
  private let labels: RelationLabels
  private let codes: CAMEOCodes
  private let names: ExchangeNames

  /// A writer with the codes of the labels' ontology.
  ///
  /// - Parameter names: the codes of organisations and sectors; nil for none but our own.
  public init(labels: RelationLabels, names: ExchangeNames? = nil) {
    self.labels = labels
    self.names = names ?? ExchangeNames(labels.ontology)
    codes = CAMEOCodes(labels.ontology)
  }

  /// Writes one line for each event.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    let nodes = source.nodes
    var number = 0
    try source.forEachEvent { event in
      guard event.layoutDay != nil else { return }
      number += 1
      let fields =
        dates(of: event, number: number) + actor(nodes[event.source])
        + actor(nodes[event.target]) + action(of: event) + Array(repeating: "", count: 24)
        + [Self.digits(event.evidence.published ?? event.day) + "000000", event.evidence.url]
      sink.appendTabbed(fields)
      try sink.endRecord()
    }
    try sink.flush()
  }

  private func dates(of event: Graph.Event, number: Int) -> [String] {
    let id = String(Int(event.id) ?? number)
    guard let day = event.layoutDay else { return [id, "", "", "", ""] }
    let (year, month, dayOfMonth) = day.components
    let digits = Self.digits(day)
    // GDELT's own formula for the year as a fraction.
    let fraction = (month * 30 + dayOfMonth) * 10_000 / 365
    let decimals = String(fraction)
    let padded = String(repeating: "0", count: max(0, 4 - decimals.utf8.count)) + decimals
    return [id, digits, String(digits.prefix(6)), String(year), "\(year).\(padded)"]
  }

  /// The ten columns of an actor.
  private func actor(_ node: Graph.Node) -> [String] {
    let sectors = node.key.sectors.map(names.cameoSector)
    let types = (0..<3).map { $0 < sectors.count ? sectors[$0] : "" }
    let country = names.cameoCountry(node.code)
    let group = country.isEmpty ? names.group(node.key) : ""
    let start = !country.isEmpty ? country : group.isEmpty ? node.code : group
    let code = node.key.isUnknown ? "" : ([start] + sectors).joined()
    return [code, node.name, country, group, "", "", ""] + types
  }

  private func action(of event: Graph.Event) -> [String] {
    let code = codes.code(of: event)
    let quad = labels.ontology.quadClass(of: event.type).rawValue
    let goldstein = codes.facts(code)?.goldsteinScore ?? event.score
    return [
      "1", code, String(code.prefix(3)), String(code.prefix(2)), String(quad), "\(goldstein)",
      String(event.reports), String(event.publishers), String(event.articles), "",
    ]
  }

  private static func digits(_ day: Day?) -> String {
    day.map { String($0.description.filter(\.isNumber)) } ?? ""
  }
}

extension ByteSink {
  /// A line of fields divided by tabs.
  mutating func appendTabbed(_ fields: [String]) {
    for (column, field) in fields.enumerated() {
      if column > 0 { append(UInt8(ascii: "\t")) }
      append(field, .tabs)
    }
    append(UInt8(ascii: "\n"))
  }
}

extension Graph.Event {
  /// The day under which layouts that need one list the event: its own, else that of publication.
  package var layoutDay: Day? { day ?? evidence.published }
}
