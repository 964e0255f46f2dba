import DataFiles
import Foundation
import Ontology
import Query
import Store

/// The questions Q1 to Q6 of the events workload, in the query language and by hand, on one graph:
/// `Benchmarks query FOLDER GRAPH`, where FOLDER is what the events generator writes.
///
/// "By hand" is the library's call where there is one for the question (`relations`), else the SQL
/// that answers it, run through ``EventStore/rows(_:limits:each:)``.
struct QueryBenchmark {
  private let store: EventStore
  private let engine: QueryEngine
  private let parameters: Parameters
  private let keys: [String]

  /// What the generator writes into params.json.
  private struct Parameters: Decodable {
    let hub: Int
    let med: Int
    let mid: Int
    let top: Int
    let q2, q4, q5, q6: [Int]
    let pairs: [[Int]]
  }

  init(folder: String, graph: String) throws {
    store = try EventStore.open(path: graph, mode: .read)
    let ontology = try Ontology(DataDirectory.locate())
    engine = QueryEngine(EventGraph(store, ontology: ontology), now: Day(rawValue: 20_000))
    let url = URL(fileURLWithPath: folder)
    parameters = try JSONDecoder().decode(
      Parameters.self, from: Data(contentsOf: url.appendingPathComponent("params.json")))
    keys = try String(contentsOf: url.appendingPathComponent("actors.tsv"), encoding: .utf8)
      .split(separator: "\n").map { "?/" + $0.split(separator: "\t")[1] }
  }

  func run() throws {
    print("question\tquery_cpu_ms\tby_hand_cpu_ms\tratio\tquery_answer\tby_hand_answer")
    for question in try questions {
      let (query, first) = try median(question.rounds) { try question.query() }
      let (hand, second) = try median(question.rounds) { try question.byHand() }
      let times = [query, hand, query / hand].map { String(format: "%.3f", $0) }
      print("\(question.name)\t\(times.joined(separator: "\t"))\t\(first)\t\(second)")
    }
  }

  // MARK: The questions

  private struct Question {
    let name: String
    let rounds: Int
    let query: () throws -> Int
    let byHand: () throws -> Int
  }

  private var questions: [Question] {
    get throws {
      let hub = keys[parameters.hub]
      return [
        listing("Q1hub", hub), listing("Q1med", keys[parameters.med]),
        listing("Q2hub", hub, act: .consult, days: parameters.q2), try months, try partners,
        try twoSteps("Q5mid", keys[parameters.mid]), try twoSteps("Q5hub", hub), paths,
      ]
    }
  }

  private func listing(
    _ name: String, _ key: String, act: EventType? = nil, days: [Int]? = nil
  ) -> Question {
    var filter = RelationFilter(actors: [ActorKey(rawValue: key)], limit: 50)
    if let act { filter.acts = [act] }
    if let days { (filter.since, filter.until) = self.days(days) }
    let wanted = filter
    let text = """
      MATCH (a:Actor {key: $key})-[r\(act.map { ":\($0.rawValue)" } ?? "")]-(b) \
      WHERE r.date \(days == nil ? "IS NOT NULL" : ">= $since AND r.date <= $until") \
      RETURN r.event, r.date, a.name, type(r), b.name, b.key, r.status, r.reports \
      ORDER BY r.date DESC LIMIT 50
      """
    return Question(name: name, rounds: 100) {
      try count(text, key: key, days: days)
    } byHand: {
      try store.relations(wanted).count
    }
  }

  private var months: Question {
    get throws {
      let (hub, top) = (keys[parameters.hub], keys[parameters.top])
      let text = """
        MATCH (a:Actor {key: $key})-[r]-(b {key: $other}) \
        RETURN r.date.year AS year, r.date.month AS month, count(*) AS n
        """
      let ids = [try id(hub), try id(top)]
      let sql = SelectStatement(
        """
        SELECT month, count(*) FROM event WHERE actor = ? AND recipient = ? \
        OR actor = ? AND recipient = ? GROUP BY 1
        """, (ids + ids.reversed()).map { .integer($0) })
      return Question(name: "Q3", rounds: 20) {
        try count(text, key: hub, other: top)
      } byHand: {
        try store.rows(sql) { _ in true }
      }
    }
  }

  private var partners: Question {
    get throws {
      let hub = keys[parameters.hub]
      let text = """
        MATCH (a:Actor {key: $key})-[r]-(b) WHERE r.date >= $since AND r.date <= $until \
        RETURN b.key, b.name, count(*) AS n ORDER BY n DESC LIMIT 20
        """
      let values: [SQLValue] = [
        .integer(try id(hub)), .integer(parameters.q4[0]), .integer(parameters.q4[1] - 1),
      ]
      let sql = SelectStatement(
        """
        SELECT a.key, a.nameEn, n FROM (SELECT other, count(*) AS n FROM (\
        SELECT recipient AS other FROM event WHERE actor = ? AND day BETWEEN ? AND ? UNION ALL \
        SELECT actor FROM event WHERE recipient = ? AND day BETWEEN ? AND ?) GROUP BY 1 \
        ORDER BY 2 DESC LIMIT 20) JOIN actor AS a ON a.id = other
        """, values + values)
      return Question(name: "Q4", rounds: 20) {
        try count(text, key: hub, days: parameters.q4)
      } byHand: {
        try store.rows(sql) { _ in true }
      }
    }
  }

  private func twoSteps(_ name: String, _ key: String) throws -> Question {
    let text = """
      MATCH (a:Actor {key: $key})-[r]-(b) WHERE r.date >= $since AND r.date <= $until \
      RETURN DISTINCT b.key AS key UNION \
      MATCH (a:Actor {key: $key})-[r]-(b)-[s]-(c) WHERE r.date >= $since AND r.date <= $until \
      AND s.date >= $since AND s.date <= $until AND c.key <> $key RETURN DISTINCT c.key AS key
      """
    let window: [SQLValue] = [.integer(parameters.q5[0]), .integer(parameters.q5[1] - 1)]
    let edges = """
      SELECT actor AS x, recipient AS y FROM event WHERE day BETWEEN ? AND ? UNION \
      SELECT recipient, actor FROM event WHERE day BETWEEN ? AND ?
      """
    let start = SQLValue.integer(try id(key))
    let sql = SelectStatement(
      """
      WITH edge AS MATERIALIZED (\(edges)), first AS (SELECT y FROM edge WHERE x = ?) \
      SELECT count(*) FROM (SELECT y FROM first UNION SELECT edge.y FROM first JOIN edge \
      ON edge.x = first.y) WHERE y <> ?
      """, window + window + [start, start])
    return Question(name: name, rounds: 10) {
      try count(text, key: key, days: parameters.q5)
    } byHand: {
      var found = 0
      try store.rows(sql) { row in
        found = row.integer(0)
        return true
      }
      return found
    }
  }

  private var paths: Question {
    let text = """
      MATCH p = ANY SHORTEST (a:Actor {key: $key})-[r* WHERE r.date >= $since AND r.date <= $until]-\
      (b:Actor {key: $other}) RETURN length(p) AS n
      """
    return Question(name: "Q6", rounds: 5) {
      try parameters.pairs.reduce(0) {
        $0 + (try answer(text, key: keys[$1[0]], other: keys[$1[1]], days: parameters.q6))
      }
    } byHand: {
      try parameters.pairs.reduce(0) { $0 + (try breadthFirst(keys[$1[0]], keys[$1[1]])) }
    }
  }

  /// The length of a shortest path in the window, found in adjacency lists read by one statement.
  private func breadthFirst(_ start: String, _ goal: String) throws -> Int {
    var neighbours: [Int: [Int]] = [:]
    let window: [SQLValue] = [.integer(parameters.q6[0]), .integer(parameters.q6[1] - 1)]
    let sql = "SELECT actor, recipient FROM event WHERE day BETWEEN ? AND ?"
    try store.rows(SelectStatement(sql, window)) { row in
      neighbours[row.integer(0), default: []].append(row.integer(1))
      neighbours[row.integer(1), default: []].append(row.integer(0))
      return true
    }
    let target = try id(goal)
    var seen: Set<Int> = [try id(start)]
    var border = Array(seen)
    var depth = 0
    while !border.isEmpty, !seen.contains(target) {
      depth += 1
      border = border.flatMap { neighbours[$0] ?? [] }.filter { seen.insert($0).inserted }
    }
    return seen.contains(target) ? depth : 0
  }

  // MARK: Asking and measuring

  private func days(_ range: [Int]) -> (Day?, Day?) {
    (Day(rawValue: range[0]), Day(rawValue: range[1] - 1))
  }

  private func id(_ key: String) throws -> Int {
    try store.actor(ActorKey(rawValue: key))?.id ?? 0
  }

  private func values(_ key: String, _ other: String, _ range: [Int]?) -> [String: Value] {
    var values: [String: Value] = ["key": .string(key), "other": .string(other)]
    if let range {
      values["since"] = .date(Day(rawValue: range[0]))
      values["until"] = .date(Day(rawValue: range[1] - 1))
    }
    return values
  }

  /// The number of rows.
  private func count(
    _ text: String, key: String, other: String = "", days: [Int]? = nil
  ) throws -> Int {
    var rows = 0
    let plan = try engine.plan(Query(parsing: text), parameters: values(key, other, days))
    try engine.run(plan) { (_) throws(QueryError) in
      rows += 1
      return true
    }
    return rows
  }

  /// The number in the first column of the last row.
  private func answer(
    _ text: String, key: String, other: String = "", days: [Int]? = nil
  ) throws -> Int {
    var answer = 0
    let plan = try engine.plan(Query(parsing: text), parameters: values(key, other, days))
    try engine.run(plan) { (row) throws(QueryError) in
      if case .integer(let number) = row[0] { answer = number }
      return true
    }
    return answer
  }

  /// The median of the processor's milliseconds of so many calls, and the last answer.
  private func median(_ rounds: Int, _ body: () throws -> Int) throws -> (Double, Int) {
    var times: [Double] = []
    var answer = 0
    for _ in 0..<rounds {
      let start = clock()
      answer = try body()
      times.append(Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
    return (times.sorted()[rounds / 2], answer)
  }
}
