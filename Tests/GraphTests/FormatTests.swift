import DataFiles
import Graph
import Ontology
import TestSupport
import Testing

/// Every format under the name of its golden file.
enum Format: String, CaseIterable {
  case dot, graphml, gexf, json, links, cytoscape, gephiNodes, gephiEdges, neo4jNodes, neo4jEdges
  case plover, gdelt, icews, nquads, ntriples

  func writer(_ labels: RelationLabels) -> any GraphFormat {
    switch self {
    case .dot: DOT(labels: labels)
    case .graphml: GraphML(labels: labels)
    case .gexf: GEXF(labels: labels)
    case .json: NodeLinkJSON(labels: labels)
    case .links: NodeLinkJSON(labels: labels, linksKey: "links")
    case .cytoscape: CytoscapeJSON(labels: labels)
    case .gephiNodes: EdgeTable(labels: labels, dialect: .gephi, part: .nodes)
    case .gephiEdges: EdgeTable(labels: labels, dialect: .gephi, part: .edges)
    case .neo4jNodes: EdgeTable(labels: labels, dialect: .neo4j, part: .nodes)
    case .neo4jEdges: EdgeTable(labels: labels, dialect: .neo4j, part: .edges)
    case .plover: PLOVERLines(labels: labels, coder: "kawat")
    case .gdelt: GDELT(labels: labels)
    case .icews: ICEWS(labels: labels)
    case .nquads: NQuads(labels: labels)
    case .ntriples: NTriples(labels: labels)
    }
  }

  /// The export of a graph with English labels.
  func text(_ graph: Graph) throws -> String {
    try writer(try Sample.labels()).text(graph)
  }
}

@Suite struct `Writing every format` {
  @Test(arguments: Format.allCases.filter { $0 != .dot })
  func `a small graph is written as in the golden file`(format: Format) throws {
    let text = try format.text(Sample.events())
    #expect(differenceFromGolden(text, "events.\(format.rawValue)") == nil)
  }

  @Test(arguments: Format.allCases)
  func `the same graph gives the same bytes`(format: Format) throws {
    let first = try format.text(Sample.hostileEvents())
    #expect(try format.text(Sample.hostileEvents()) == first)
  }

  @Test(arguments: Format.allCases)
  func `an empty graph is written without complaint`(format: Format) throws {
    let text = try format.text(Graph())
    #expect(text.isEmpty || text.hasSuffix("\n"))
  }

  @Test func `bytes are handed on in pieces, all of them`() throws {
    var pieces: [Int] = []
    var sink = ByteSink(capacity: 1024) { pieces.append($0.count) }
    let format = Format.graphml.writer(try Sample.labels())
    try format.write(Sample.hostile(), to: &sink)
    #expect(pieces.count > 10)
    #expect(try pieces.reduce(0, +) == format.text(Sample.hostile()).utf8.count)
  }

  @Test func `tables have the columns of their layouts`() throws {
    let gdelt = try Format.gdelt.text(Sample.hostileEvents())
    let icews = try Format.icews.text(Sample.hostileEvents())
    #expect(Self.widths(gdelt) == [61])
    #expect(Self.widths(icews) == [20])
  }

  @Test func `an event's code stands for its type, not for the act it promises`() throws {
    let rows = try Format.gdelt.text(Sample.events()).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let ontology = try Ontology(.embedded)
    let types = rows.map { ontology.cameo[String($0[26])]?.type }
    #expect(types == [.support, .agree, .assault])
  }

  private static func widths(_ table: String) -> Set<Int> {
    Set(
      table.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count
      })
  }
}
