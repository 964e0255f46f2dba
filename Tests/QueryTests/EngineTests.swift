import DataFiles
import Ontology
import Query
import Store
import Testing

@Suite struct `Running a query` {
  private func engine(
    _ setUp: String = "", limits: QueryLimits = QueryLimits()
  ) throws -> QueryEngine {
    let graph = try GenericGraph.empty()
    if !setUp.isEmpty {
      try QueryEngine(graph: graph, now: Day(rawValue: 19_892)).setUp(Query(parsing: setUp))
    }
    return QueryEngine(graph: graph, limits: limits, now: Day(rawValue: 19_892))
  }

  private func rows(
    _ query: String, on engine: QueryEngine, _ parameters: [String: Value] = [:]
  ) throws -> [String] {
    var found: [String] = []
    _ = try engine.run(Query(parsing: query), parameters: parameters) { (row) throws(QueryError) in
      found.append(row.map(\.literal).joined(separator: " | "))
      return true
    }
    return found
  }

  @Test(arguments: [
    ("UNWIND [3, 1, 2] AS n RETURN n ORDER BY n OFFSET 1 LIMIT 1", ["2"]),
    ("FOR n IN [1, 2, 3] FILTER n > 1 LET m = n * n RETURN m", ["4", "9"]),
    ("RETURN date('2024-06-18') < date('2024-06-19') AS b, date() AS today", ["true | 2024-06-18"]),
    ("RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS sum", ["6"]),
    ("RETURN 7 / 2 AS a, 7 / 2.0 AS b, 7 % 2 AS c, 2 ^ 3 AS d", ["3 | 3.5 | 1 | 8.0"]),
    ("RETURN null = null AS a, null <> 1 AS b, [1, null] = [1, 2] AS c", ["null | null | null"]),
    ("RETURN 'Kyiv' =~ 'K.*' AS a, 'Kyiv' CONTAINS 'yi' AS b", ["true | true"]),
  ])
  func `gives the rows that openCypher and GQL describe`(query: String, wanted: [String]) throws {
    #expect(try rows(query, on: engine()) == wanted)
  }

  @Test(arguments: [
    ("MATCH p = shortestPath((a {n: 1})-[*]-(b {n: 4})) RETURN length(p) AS n", ["2"]),
    ("MATCH p = ANY SHORTEST (a {n: 1})-[:R]->+(b {n: 4}) RETURN length(p) AS n", ["3"]),
    ("MATCH p = ALL SHORTEST (a {n: 1})-[*]-(b {n: 3}) RETURN count(p) AS n", ["2"]),
    ("MATCH p = ANY SHORTEST (a {n: 1})-[*..1]-(b {n: 4}) RETURN length(p) AS n", []),
    (
      "MATCH p = ANY SHORTEST (a {n: 1})-[r* WHERE r.w < 5]-(b {n: 4}) RETURN length(p) AS n", ["3"]
    ),
    ("MATCH (a {n: 1})-[:R]->{1,2}(b) RETURN b.n ORDER BY b.n", ["2", "3"]),
  ])
  func `follows chains and shortest paths`(query: String, wanted: [String]) throws {
    let engine = try engine(
      """
      CREATE (a {n: 1})-[:R {w: 1}]->(b {n: 2})-[:R {w: 2}]->(c {n: 3})-[:R {w: 3}]->(d {n: 4}),
      (a)-[:S {w: 9}]->(e {n: 5})-[:S {w: 9}]->(d), (e)-[:S {w: 9}]->(c)
      """)
    #expect(try rows(query, on: engine) == wanted)
  }

  @Test(arguments: [
    ("UNWIND range(1, 20) AS n RETURN n", QueryLimits(rows: 10), "more than 10 rows"),
    (
      "UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b RETURN count(*) AS n",
      QueryLimits(steps: 10_000), "more than 10000"
    ),
    (
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n",
      QueryLimits(seconds: 0), "longer than 0 seconds"
    ),
  ])
  func `is stopped at its limits with a message`(
    query: String, limits: QueryLimits, says: String
  ) throws {
    let engine = try engine(limits: limits)
    let error = #expect(throws: QueryError.self) { try rows(query, on: engine) }
    #expect(error?.stage == .limit)
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  @Test func `ends when its task is cancelled`() async throws {
    let task = Task {
      let query =
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n"
      return try rows(query, on: engine())
    }
    task.cancel()
    let result = await task.result
    let error = #expect(throws: QueryError.self) { try result.get() }
    #expect(error?.message == "the query was cancelled")
  }

  @Test func `binds parameters and never pastes them`() throws {
    let engine = try engine("CREATE ({name: 'a'}), ({name: \"' OR 1=1 --\"})")
    let query = "MATCH (n {name: $name}) RETURN n.name"
    #expect(try rows(query, on: engine, ["name": .string("' OR 1=1 --")]).count == 1)
    #expect(try rows(query, on: engine, ["name": .string("'; DROP TABLE node; --")]).isEmpty)
    #expect(try rows("MATCH (n) RETURN count(n) AS n", on: engine) == ["2"])
    let error = #expect(throws: QueryError.self) { try rows(query, on: engine, ["nam": .null]) }
    #expect(error?.description.contains("did you mean nam?") == true)
  }

  @Test(arguments: [
    "CREATE (n)", "MATCH (n) SET n.x = 1 RETURN n", "MATCH (n) DELETE n", "MERGE (n) RETURN n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "CALL db.labels()", "DROP INDEX x",
  ])
  func `cannot write or read files`(query: String) throws {
    let engine = try engine()
    let error = #expect(throws: QueryError.self) { try rows(query, on: engine) }
    #expect(error?.detail == "InvalidClauseComposition")
  }
}

@Suite struct `Asking the graph of events` {
  private func graph() throws -> EventGraph {
    try EventGraph(EventStore.inMemory(), ontology: Ontology(DataDirectory.locate()))
  }

  @Test(arguments: [
    (
      "MATCH (a)-[r:SUPORT]->(b) RETURN b",
      "unknown relationship type SUPORT; did you mean SUPPORT?"
    ),
    ("MATCH (a:Contry) RETURN a", "unknown label Contry; did you mean Country?"),
    ("MATCH (a:Actor) RETURN a.nam", "has a property nam; did you mean name?"),
    ("MATCH (a:Actor {kee: 'USA'}) RETURN a", "did you mean key?"),
    ("MATCH (a:Actor) RETURN sise(a.name)", "no function sise; did you mean size?"),
    ("MATCH (actor:Actor) RETURN actr.name", "no variable actr here; did you mean actor?"),
    ("MATCH (a:Actor)-[*]->(b) RETURN b", "needs an upper length of at most 6"),
    ("MATCH (a:Actor)-[*1..9]->(b) RETURN b", "needs an upper length of at most 6"),
  ])
  func `names what is unknown and what comes near`(query: String, says: String) throws {
    let engine = QueryEngine(try graph(), now: Day(rawValue: 0))
    let error = #expect(throws: QueryError.self) { try engine.plan(Query(parsing: query)) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: LanguageReference.examples)
  func `answers every example of the reference page`(example: String) throws {
    let engine = QueryEngine(try graph(), now: Day(rawValue: 0))
    let plan = try engine.plan(Query(parsing: example))
    var count = 0
    try engine.run(plan) { (row) throws(QueryError) in
      count += row.count
      return true
    }
    #expect(count >= 0 && !plan.columns.isEmpty)
  }

  @Test func `plans patterns, conditions, grouping and limits as one statement`() throws {
    let engine = QueryEngine(try graph(), now: Day(rawValue: 0))
    let query = """
      EXPLAIN MATCH (a:Actor {key: $key})-[r:AID]->(b) WHERE r.date >= date('2024-01-01')
      RETURN b.key, b.name, count(*) AS n ORDER BY n DESC LIMIT 3
      """
    let plan = try engine.plan(Query(parsing: query), parameters: ["key": .string("USA")])
    #expect(plan.explains)
    #expect(
      plan.description == """
        SQL
          SELECT (SELECT n.key FROM actor AS n WHERE n.id = x.c0) AS c0, \
        (SELECT n.nameEn FROM actor AS n WHERE n.id = x.c1) AS c1, x.c2 AS c2 \
        FROM (SELECT c0, c1, count(*) AS c2 FROM (SELECT r1.recipient AS c0, r1.recipient AS c1 \
        FROM actor AS n0, event AS r1 WHERE r1.actor = n0.id AND r1.recipient IS NOT NULL \
        AND r1.kind IN (SELECT k.id FROM kind AS k JOIN eventType AS y ON y.id = k.act \
        WHERE y.name IN (?)) AND (n0.key = ?) AND (r1.day >= ?)) \
        GROUP BY c0 ORDER BY 3 DESC NULLS FIRST LIMIT ? OFFSET ?) AS x
          ? = 'AID', 'USA', 19723, 3, 0
        project in Swift: compute 1 item(s)
        """)
  }
}
