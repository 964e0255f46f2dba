import DataFiles
import Foundation
import Graph
import Ontology

/// Writes a graph of a million relations, made up while it is read, in each format.
enum ExportBenchmark {
  static let all: [(name: String, run: @Sendable () throws -> Int)] = [
    ("export-dot", { try write { DOT(labels: $0) } }),
    ("export-graphml", { try write { GraphML(labels: $0) } }),
    ("export-gexf", { try write { GEXF(labels: $0) } }),
    ("export-json", { try write { NodeLinkJSON(labels: $0) } }),
    ("export-csv", { try write { EdgeTable(labels: $0) } }),
  ]

  private static func write(_ format: (RelationLabels) -> any GraphFormat) throws -> Int {
    let labels = RelationLabels(try Ontology(.embedded))
    let source = RandomRelations(actors: 20_000, relations: 1_000_000)
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/null"))
    var sink = ByteSink { try output.write(contentsOf: Data($0)) }
    try format(labels).write(source, to: &sink)
    return source.relations
  }
}

/// Relations drawn by a fixed generator, so that every run writes the same bytes.
struct RandomRelations: GraphSource {
  let nodes: [Graph.Node]
  let relations: Int

  init(actors: Int, relations: Int) {
    self.relations = relations
    nodes = (0..<actors).map { number in
      Graph.Node(key: ActorKey(rawValue: "XXX/GOV/actor-\(number)"), name: "Actor No. \(number)")
    }
  }

  func forEachEdge(spells: Bool, _ body: (Graph.Edge) throws -> Void) throws {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for number in 0..<relations {
      let day = Day(rawValue: 15_000 + next(5_000))
      try body(
        Graph.Edge(
          source: number / 50, target: next(nodes.count), act: EventType.allCases[next(16)],
          status: StatusClass.allCases[next(5)], events: 1 + next(9), reports: 1 + next(30),
          first: day, last: day, evidence: "A sentence that says so, as long as one often is.",
          url: "https://example.org/news?id=\(number)&lang=en", spells: [day...day]))
    }
  }

  func forEachEvent(_ body: (Graph.Event) throws -> Void) throws {}
  func forEachReport(_ body: (Report) throws -> Void) throws {}
}
