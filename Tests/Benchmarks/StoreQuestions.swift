import DataFiles
import Foundation
import Graph
import Ontology
import Store

/// The questions of the events workload (Q1 to Q10), each as a call of the library.
struct StoreQuestions {
  private let store: EventStore
  private let parameters: Parameters
  private let names: [String]

  /// What the generator writes into params.json.
  private struct Parameters: Decodable {
    let hub: Int
    let med: Int
    let mid: Int
    let top: Int
    let q2, q4, q5, q6, q10: [Int]
    let pairs: [[Int]]
    let q8k: Int
  }

  init(folder: String, graph: String) throws {
    store = try EventStore.open(path: graph, mode: .read)
    let url = URL(fileURLWithPath: folder)
    parameters = try JSONDecoder().decode(
      Parameters.self, from: Data(contentsOf: url.appendingPathComponent("params.json")))
    names = try String(contentsOf: url.appendingPathComponent("actors.tsv"), encoding: .utf8)
      .split(separator: "\n").map { String($0.split(separator: "\t")[1]) }
  }

  func run() throws {
    let hub = try key(parameters.hub)
    try measure("Q1hub", 200) { try listed(hub) }
    let median = try key(parameters.med)
    try measure("Q1med", 200) { try listed(median) }
    try measure("Q2hub", 200) { try listed(hub, act: .consult, days: parameters.q2) }
    let top = try key(parameters.top)
    try measure("Q3", 20) {
      let filter = RelationFilter(actors: [hub], partners: [top])
      return try store.timeline(filter, by: .month, shares: false).reduce(0) { $0 + $1.events }
    }
    try measure("Q4", 5) {
      var filter = RelationFilter(actors: [hub])
      (filter.since, filter.until) = days(parameters.q4)
      return try store.partnerCounts(filter, count: 20).first?.events ?? 0
    }
    let mid = try key(parameters.mid)
    for (name, start) in [("Q5mid", mid), ("Q5hub", hub)] {
      try measure(name, 20) {
        try store.neighbours(of: [start], steps: 2, in: window(parameters.q5)).count
      }
    }
    try measurePaths()
    try measureWholes()
  }

  private func measurePaths() throws {
    let pairs = try parameters.pairs.map { (try key($0[0]), try key($0[1])) }
    try measure("Q6", 20, of: pairs.count) {
      try pairs.reduce(0) {
        $0 + (try store.path(from: [$1.0], to: [$1.1], in: window(parameters.q6)).count) - 1
      }
    }
  }

  private func measureWholes() throws {
    try measure("Q8", 5) { try store.aggregate(minEvents: parameters.q8k + 1) { _ in true } }
    try measure("Q9", 5) { try drawing() }
    try measure("Q10degree", 9) {
      try store.degrees(in: window(parameters.q10), count: 20).first?.degree ?? 0
    }
    try measure("Q10pagerank", 3) {
      try store.pageRanks(in: window(parameters.q10), count: 20).count
    }
    print("questions peak memory\t\(StoreBenchmark.peakMegabytes)\tMB")
  }

  // MARK: The questions

  private func listed(_ key: ActorKey, act: EventType? = nil, days: [Int]? = nil) throws -> Int {
    var filter = RelationFilter(actors: [key], limit: 50)
    if let act { filter.acts = [act] }
    if let days { (filter.since, filter.until) = self.days(days) }
    return try store.relations(filter).count
  }

  /// The whole graph's edges with their names as DOT, written to nowhere; its length.
  private func drawing() throws -> Int {
    var length = 0
    var sink = ByteSink { length += $0.count }
    let source = try AggregateSource(store: store, minEvents: parameters.q8k + 1)
    try DOT(labels: RelationLabels(Ontology(.embedded))).write(source, to: &sink)
    return length
  }

  // MARK: Measuring

  /// Prints the median of the processor's time for one call, and the answer.
  private func measure(
    _ name: String, _ rounds: Int, of parts: Int = 1, _ body: () throws -> Int
  ) throws {
    var times: [Double] = []
    var answer = 0
    for _ in 0..<rounds {
      let clock = Clock()
      answer = try body()
      times.append(clock.processorSeconds * 1000 / Double(parts))
    }
    times.sort()
    print("\(name)\t\(StoreBenchmark.format(times[rounds / 2]))\tCPU ms\tanswer \(answer)")
  }

  private func key(_ index: Int) throws -> ActorKey {
    try store.actors(named: names[index]).first?.key ?? ActorKey(rawValue: "?/" + names[index])
  }

  private func days(_ range: [Int]) -> (Day?, Day?) {
    (Day(rawValue: range[0]), Day(rawValue: range[1] - 1))
  }

  private func window(_ range: [Int]) -> TimeWindow {
    TimeWindow(since: Day(rawValue: range[0]), until: Day(rawValue: range[1] - 1))
  }
}

/// The aggregate of the whole graph as a source of drawings: its edges are streamed.
struct AggregateSource: GraphSource {
  let nodes: [Graph.Node]
  private let store: EventStore
  private let minEvents: Int
  private let places: [Int: Int]

  init(store: EventStore, minEvents: Int) throws {
    self.store = store
    self.minEvents = minEvents
    var touched: Set<Int> = []
    try store.aggregate(minEvents: minEvents) { edge in
      touched.insert(edge.actor)
      touched.insert(edge.recipient)
      return true
    }
    let actors = try touched.compactMap { try store.actor(numbered: $0) }
      .sorted { $0.key < $1.key }
    nodes = actors.map { Graph.Node(key: $0.key, name: $0.nameEn) }
    places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
  }

  func forEachEdge(spells: Bool, _ body: (Graph.Edge) throws -> Void) throws {
    try store.aggregate(minEvents: minEvents) { edge in
      guard let act = edge.act, let source = places[edge.actor],
        let target = places[edge.recipient]
      else { return true }
      try body(
        Graph.Edge(
          source: source, target: target, act: act, status: edge.statusClass,
          events: edge.events, reports: edge.events, score: edge.meanScore))
      return true
    }
  }

  func forEachEvent(_ body: (Graph.Event) throws -> Void) throws {}

  func forEachReport(_ body: (Report) throws -> Void) throws {}
}
