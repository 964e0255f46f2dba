import DataFiles
import Ontology
import Query
import Store
import Testing

/// A pass rate is no proof: here random patterns on random graphs are answered by the engine and by
/// SQL that was written without it.
@Suite struct `Random patterns give what SQL gives` {
  @Test func `in a generic graph, 200 patterns`() throws {
    var generator = SeededGenerator(seed: 20_260)
    for _ in 0..<20 {
      let graph = RandomGraph(allowsLoops: true, using: &generator)
      let property = try GenericGraph.empty()
      try fill(property, with: graph)
      let tables = try graph.plainTables()
      for _ in 0..<10 {
        let pattern = RandomPattern(using: &generator)
        let engine = QueryEngine(graph: property, now: Day(rawValue: 0))
        try compare(pattern, generic, engine, tables) { value in
          if case .integer(let number) = value { number } else { nil }
        }
      }
    }
  }

  @Test(arguments: [true, false])
  func `in the graph of events, 200 patterns`(inSQL: Bool) throws {
    var generator = SeededGenerator(seed: 7_310)
    for _ in 0..<20 {
      let graph = RandomGraph(allowsLoops: false, using: &generator)
      let ontology = try Ontology(DataDirectory.locate())
      let store = try store(of: graph, ontology)
      let events = EventGraph(store, ontology: ontology)
      let tables = try graph.plainTables()
      for _ in 0..<10 {
        let pattern = RandomPattern(using: &generator)
        let engine = QueryEngine(events, now: Day(rawValue: 0), plansSQL: inSQL)
        try compare(pattern, ofEvents, engine, tables) { value in
          switch value {
          case .integer(let number): number
          case .date(let day): (day.rawValue - firstDay) / 5
          case .string(let key): keys.firstIndex(of: key)
          default: nil
          }
        }
      }
    }
  }

  private func compare(
    _ pattern: RandomPattern, _ words: Vocabulary, _ engine: QueryEngine,
    _ tables: ScratchDatabase, number: (Value) -> Int?
  ) throws {
    let query = pattern.query(words)
    var found: [[Int?]] = []
    _ = try engine.run(Query(parsing: query)) { (row) throws(QueryError) in
      found.append(row.map(number))
      return true
    }
    var wanted: [[Int?]] = []
    try tables.rows(SelectStatement(pattern.sql)) { row in
      wanted.append((0..<row.count).map { row.integer($0) })
      return true
    }
    func sorted(_ rows: [[Int?]]) -> [String] { rows.map { "\($0)" }.sorted() }
    #expect(sorted(found) == sorted(wanted), "\(query)\n\(pattern.sql)")
  }

  // MARK: The generic graph

  private let generic = Vocabulary(
    universe: "", label: ":L", isOfGroup: { "\($0).grp = \($1)" }, types: ["R", "S", "T"],
    hasRank: { "\($0).id >= \($1)" }, node: { "\($0).id" }, edge: { "\($0).id" })

  private func fill(_ property: any PropertyGraph, with graph: RandomGraph) throws {
    let nodes = graph.nodes.enumerated().map { id, node in
      "(n\(id)\(node.isLabelled ? ":L" : "") {id: \(id), grp: \(node.group)})"
    }
    let edges = graph.edges.enumerated().map { id, edge in
      "(n\(edge.from))-[:\(generic.types[edge.type]) {id: \(id)}]->(n\(edge.to))"
    }
    let engine = QueryEngine(graph: property, now: Day(rawValue: 0))
    try engine.setUp(Query(parsing: "CREATE " + (nodes + edges).joined(separator: ", ")))
  }

  // MARK: The graph of events

  private let keys = ["CHN", "CHN/GOV", "IDN", "IDN/GOV", "RUS", "RUS/GOV", "USA", "USA/GOV"]
  private let firstDay = 19_000

  private var ofEvents: Vocabulary {
    let firstDay = firstDay
    let keys = keys
    return Vocabulary(
      universe: ":Actor", label: ":Country", isOfGroup: { "\($0).code = '\(keys[$1 * 2])'" },
      types: ["ACCUSE", "AID", "CONSULT"],
      hasRank: { "\($0).date >= date('\(Day(rawValue: firstDay + $1 * 5))')" },
      node: { "\($0).key" }, edge: { "\($0).date" })
  }

  /// A store with one event an edge; events lie five days apart, so that none are grouped.
  private func store(of graph: RandomGraph, _ ontology: Ontology) throws -> EventStore {
    let store = try EventStore.inMemory()
    // Every actor is in the graph, also without events.
    let acts: [EventType] = [.accuse, .aid, .consult]
    let span = TextSpan(text: "x", range: 0..<1)
    func side(_ node: Int) -> [Participant] {
      [Participant(key: ActorKey(rawValue: keys[node]), sectors: [], name: "x", mention: span)]
    }
    let reports = graph.edges.enumerated().map { id, edge in
      Report(
        id: "a/0/\(id)", article: "a", sentence: 0, text: span, language: "en",
        date: Day(rawValue: firstDay + id * 5), dateIsFromText: true, actors: side(edge.from),
        recipients: side(edge.to), type: acts[edge.type], act: acts[edge.type], modes: [],
        contexts: [], cameo: nil, status: .happened, attributedTo: [], reciprocal: false,
        trigger: [span], confidence: 1, rule: "test")
    }
    let article = Article(id: "a", language: "en", text: "x")
    try store.add(
      CodedArticle(
        article: article, language: "en", sentences: [span], reports: reports, rejections: []),
      ontology: ontology)
    return store
  }
}
