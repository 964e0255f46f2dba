import Query
import Testing

@Suite struct `Reading a query` {
  @Test(arguments: [
    "MATCH (a:Actor {key: 'USA'})-[r:ACCUSE|REJECT]->(b) WHERE r.date >= date('2024-01-01') RETURN b",
    "MATCH p = (a)-[:R*1..3]-(b)<--(c), (d) OPTIONAL MATCH (d)-->() WITH *, 1 AS x WHERE x > 0 RETURN *",
    "MATCH (a)-[:R]->{1,3}(b) RETURN a OFFSET 2 LIMIT 5",
    "MATCH p = ANY SHORTEST (a)-[:R]->+(b) RETURN p",
    "MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p)",
    "RETURN [x IN range(1, 3) WHERE x > 1 | x * 2] AS l, {a: [1], `b c`: 'it''s'} AS m",
    "RETURN [(a)-->(b) WHERE b.x = 1 | b.name], any(x IN [1] WHERE x = 1), reduce(s = 0, x IN [1] | s + x)",
    "RETURN CASE $p WHEN 1 THEN 'one' ELSE 'more' END, NOT true AND 1 < 2 <= 3, 'a' STARTS WITH 'b'",
    "EXPLAIN RETURN 1 // a comment\nUNION ALL RETURN 2 /* another */;",
    "MATCH (n) FILTER n.x = 1 LET y = n.x + 1 FOR z IN [1, 2] RETURN y, z",
    "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = n.x } AND (n)-->() RETURN n.name[0..2], n:A:B",
  ])
  func `the whole language has a tree`(text: String) throws {
    #expect(try Query(parsing: text.replacing("''", with: "\\'")).text.isEmpty == false)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let query: String
    let line: Int
    let column: Int
    let detail: String
    let says: String
    var testDescription: String { query }
  }

  @Test(arguments: [
    Fault(query: "", line: 1, column: 1, detail: "UnexpectedSyntax", says: "MATCH"),
    Fault(
      query: "MATCH (a\nRETURN a", line: 2, column: 1, detail: "UnexpectedSyntax",
      says: "unexpected 'RETURN'; expected :, {, WHERE or )"),
    Fault(
      query: "MATCH (a)-[r:X]->(b) RETRUN a", line: 1, column: 22, detail: "UnexpectedSyntax",
      says: "unexpected 'RETRUN'"),
    Fault(
      query: "RETURN 12x", line: 1, column: 8, detail: "InvalidNumberLiteral", says: "not a number"),
    Fault(
      query: "RETURN 9223372036854775808", line: 1, column: 8, detail: "IntegerOverflow",
      says: "64 bits"),
    Fault(query: "RETURN 'ab", line: 1, column: 8, detail: "UnexpectedSyntax", says: "not closed"),
    Fault(
      query: "RETURN 1 — 2", line: 1, column: 10, detail: "InvalidUnicodeCharacter", says: "—"),
    Fault(
      query: "MATCH (a) SET a.x = 1", line: 1, column: 11, detail: "InvalidClauseComposition",
      says: "a query only reads"),
    Fault(
      query: "MATCH ()-[r:A*-2]->() RETURN r", line: 1, column: 15,
      detail: "InvalidRelationshipPattern", says: "negative"),
  ])
  func `an error names its place and what was expected`(fault: Fault) {
    let error = #expect(throws: QueryError.self) { try Query(parsing: fault.query) }
    #expect(error?.line == fault.line)
    #expect(error?.column == fault.column)
    #expect(error?.detail == fault.detail)
    #expect(error?.description.contains(fault.says) == true, "\(error?.description ?? "")")
  }

  @Test func `the error shows the line with a caret`() {
    let error = #expect(throws: QueryError.self) {
      try Query(parsing: "MATCH (a)\nWHERE a.name = = 1\nRETURN a")
    }
    #expect(
      error?.description == """
        line 2, column 16: unexpected '='; expected an expression
          WHERE a.name = = 1
                         ^
        """)
  }

  @Test(arguments: [
    "(", "[", "{a:", "NOT (", "- ", "[x IN [", "CASE WHEN ", "EXISTS { MATCH (n) WHERE ",
  ])
  func `deep nesting is an error and no crash`(opening: String) {
    let deep = "RETURN " + String(repeating: opening, count: 100_000)
    let error = #expect(throws: QueryError.self) { try Query(parsing: deep) }
    #expect(error?.stage == .limit)
  }

  @Test(arguments: ["1 + ", "1 < ", "true AND ", "a.b + "])
  func `long chains are an error and no crash`(link: String) {
    let long = "RETURN " + String(repeating: link, count: 100_000) + "1"
    let error = #expect(throws: QueryError.self) { try Query(parsing: long) }
    #expect(error?.stage == .limit)
  }

  @Test func `ten megabytes of parentheses are refused by their length`() {
    let error = #expect(throws: QueryError.self) {
      try Query(parsing: "RETURN " + String(repeating: "(", count: 10_000_000))
    }
    #expect(error?.stage == .limit)
    #expect(error?.description.contains("limit is 1000000 bytes") == true)
  }
}
