import Ontology

/// The graph as CSV tables with the headings that Gephi or Neo4j ask for.
///
/// A graph takes two tables. All text stands in quotes; no field holds a line end.
public struct EdgeTable: GraphFormat {
  /// Whose headings are written.
  public enum Dialect: String, CaseIterable, Sendable {
    /// `Source,Target,Type,Kind,Weight,Interval`.
    case gephi
    /// `:START_ID(Actor),:END_ID(Actor),:TYPE`, for `neo4j-admin database import`.
    case neo4j
  }

  /// Which of the two tables is written.
  public enum Part: String, CaseIterable, Sendable {
    /// The actors.
    case nodes
    /// The relations.
    case edges
  }

  private let labels: RelationLabels
  private let dialect: Dialect
  private let part: Part

  /// A writer of one table.
  public init(labels: RelationLabels, dialect: Dialect = .gephi, part: Part = .edges) {
    self.labels = labels
    self.dialect = dialect
    self.part = part
  }

  /// Writes the header and one row for each actor or relation.
  public func write(_ source: any GraphSource, to sink: inout ByteSink) throws {
    sink.append(header + "\n")
    switch part {
    case .nodes:
      for node in source.nodes {
        write(row(node), to: &sink)
        try sink.endRecord()
      }
    case .edges:
      let nodes = source.nodes
      try source.forEachEdge(spells: dialect == .gephi) { edge in
        write(row(edge, nodes), to: &sink)
        try sink.endRecord()
      }
    }
    try sink.flush()
  }

  private var header: String {
    switch (dialect, part) {
    case (.gephi, .nodes): "Id,Label,Code,Sector,Kind,Region"
    case (.gephi, .edges):
      "Source,Target,Type,Kind,Weight,Interval,Label,Act,Mode,Quad,Status,Events,Score,First,Last,"
        + "Evidence,Url"
    case (.neo4j, .nodes): "id:ID(Actor),name,code,sector,kind,region,:LABEL"
    case (.neo4j, .edges):
      ":START_ID(Actor),:END_ID(Actor),:TYPE,count:long,relation,act,mode,quad:int,status,"
        + "events:long,score:double,first:date,last:date,evidence,url"
    }
  }

  private func row(_ node: Graph.Node) -> [AttributeValue] {
    let fields: [AttributeValue] = [
      .text(node.key.rawValue), .text(node.name), .text(node.code), .text(node.sector),
      .text(node.kind.rawValue), .text(node.region),
    ]
    return dialect == .gephi ? fields : fields + [.text("Actor;" + Self.label(node.kind))]
  }

  private func row(_ edge: Graph.Edge, _ nodes: [Graph.Node]) -> [AttributeValue] {
    let ends: [AttributeValue] = [
      .text(nodes[edge.source].key.rawValue), .text(nodes[edge.target].key.rawValue),
    ]
    let verb = labels.verb(edge)
    let facts: [AttributeValue] = [
      .text(edge.act.rawValue), .text(edge.mode), .integer(labels.quadClass(edge).rawValue),
      .text(edge.status.rawValue), .integer(edge.events), .number(edge.score),
      .day(edge.first), .day(edge.last),
      .text(edge.evidence), .text(edge.url),
    ]
    switch dialect {
    case .gephi:
      return ends + [
        .text("Directed"), .text(verb), .integer(edge.reports), .text(Self.interval(edge.spells)),
        .text(verb),
      ] + facts
    case .neo4j:
      return ends + [.text(Self.type(verb)), .integer(edge.reports), .text(verb)] + facts
    }
  }

  private func write(_ row: [AttributeValue], to sink: inout ByteSink) {
    for (column, value) in row.enumerated() {
      if column > 0 { sink.append(UInt8(ascii: ",")) }
      if case .text(let text) = value {
        sink.append(UInt8(ascii: "\""))
        sink.append(text, .csv)
        sink.append(UInt8(ascii: "\""))
      } else {
        sink.append(value.plain)
      }
    }
    sink.append(UInt8(ascii: "\n"))
  }

  /// Gephi's notation for several intervals: `<[2024-06-17, 2024-06-17]; [2024-07-01, 2024-07-02]>`.
  private static func interval(_ spells: [ClosedRange<Day>]) -> String {
    guard !spells.isEmpty else { return "" }
    return "<" + spells.map { "[\($0.lowerBound), \($0.upperBound)]" }.joined(separator: "; ") + ">"
  }

  /// A relationship type that Cypher takes without backticks: `PLANS_TO_VISIT`.
  private static func type(_ verb: String) -> String {
    String(verb.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private static func label(_ kind: Graph.Node.Kind) -> String {
    kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }
}
