/// The grammar of the language as rules, as the reference page prints it.
///
/// `QueryParser` reads what these rules say: one function a rule, in the same order.
enum LanguageGrammar {
  /// A rule in EBNF, with examples that the parser must read.
  struct Rule: Sendable {
    let name: String
    let definition: String
    let examples: [String]

    init(_ name: String, _ definition: String, _ examples: String...) {
      self.name = name
      self.definition = definition
      self.examples = examples
    }
  }

  static let clauses: [Rule] = [
    Rule(
      "query", "[EXPLAIN] single { UNION [ALL] single } [;]",
      "EXPLAIN MATCH (a:Country) RETURN a.name UNION MATCH (o:Organisation) RETURN o.name AS `a.name`"
    ),
    Rule("single", "{ match | unwind | with | filter | let } return", "RETURN 1 AS one"),
    Rule(
      "match", "[OPTIONAL] MATCH path {, path} [WHERE expression]",
      "MATCH (a:Actor {key: 'USA'})-[r:ACCUSE]->(b) WHERE r.date >= date('2024-01-01') RETURN b.name"
    ),
    Rule(
      "unwind", "UNWIND expression AS name | FOR name IN expression",
      "UNWIND ['USA', 'RUS'] AS key MATCH (a:Actor {key: key}) RETURN a.name",
      "FOR n IN [1, 2] RETURN n"),
    Rule(
      "with", "WITH items [WHERE expression]",
      "MATCH (a:Actor)-[r]->(b) WITH a, count(*) AS n WHERE n > 10 RETURN a.name, n"),
    Rule("filter", "FILTER expression", "UNWIND [1, 2] AS n FILTER n > 1 RETURN n"),
    Rule("let", "LET name = expression {, name = expression}", "LET n = 1 RETURN n + 1 AS m"),
    Rule(
      "return", "RETURN items", "MATCH (a:Country) RETURN DISTINCT a.code ORDER BY a.code LIMIT 3"),
    Rule(
      "items",
      "[DISTINCT] (* | item) {, item} [ORDER BY order {, order}] "
        + "[(SKIP | OFFSET) expression] [LIMIT expression]",
      "RETURN 1 AS a, 2 AS b ORDER BY b DESC OFFSET 0 LIMIT 1"),
    Rule("item", "expression [AS name]"),
    Rule("order", "expression [ASC | ASCENDING | DESC | DESCENDING]"),
  ]

  static let patterns: [Rule] = [
    Rule(
      "path", "[name =] [ANY SHORTEST | ALL SHORTEST] chain | [name =] shortestPath(chain)",
      "MATCH p = ANY SHORTEST (a {key: 'IDN'})-[*]-(b {key: 'UKR'}) RETURN length(p)"),
    Rule("chain", "node {relationship node}"),
    Rule(
      "node", "( [name] {: label} [map] [WHERE expression] )",
      "MATCH (a:Person {code: 'IDN'}) RETURN a.name"),
    Rule(
      "relationship",
      "(- | <-) [ '[' [name] [: type {'|' type}] [length] [map] [WHERE expression] ']' ] (- | ->) [repetition]",
      "MATCH (a:Country)-[r:AID|SUPPORT]->(b) RETURN count(r)"),
    Rule(
      "length", "* | *n | *n.. | *..m | *n..m",
      "MATCH (a {key: 'IDN'})-[:CONSULT*1..2]-(b:Country) RETURN DISTINCT b.name"),
    Rule(
      "repetition", "{n} | {n,} | {,m} | {n,m} | + | *",
      "MATCH (a {key: 'IDN'})-[:CONSULT]->{1,2}(b:Country) RETURN DISTINCT b.name"),
  ]

  static let expressions: [Rule] = [
    Rule(
      "expression", "operators on atoms, see the table of operators",
      "RETURN NOT true OR 1 + 2 * 3 ^ 2 > 4 AND 'ab' STARTS WITH 'a'"),
    Rule(
      "atom",
      "literal | $parameter | name | (expression) | call | case | comprehension | "
        + "quantifier | reduce | exists | chain",
      "MATCH (a:Country) WHERE (a)-[:SANCTION]->() RETURN a.name"),
    Rule(
      "access", "atom {.key | [expression] | [from..to] | :label}",
      "RETURN [1, 2, 3][0..2], {a: 1}.a"),
    Rule(
      "literal", "integer | float | 'text' | \"text\" | true | false | null | list | map",
      "RETURN 12, 0x1f, 1.5e3, 'it\\'s', true, null, [1, 'a'], {key: 'USA'}"),
    Rule("list", "[ [expression {, expression}] ]"),
    Rule("map", "{ [key: expression {, key: expression}] }"),
    Rule(
      "call", "function([DISTINCT] [expression {, expression}])",
      "RETURN size([1, 2]), coalesce(null, 1)"),
    Rule(
      "case", "CASE [expression] {WHEN expression THEN expression} [ELSE expression] END",
      "RETURN CASE 1 WHEN 1 THEN 'one' ELSE 'more' END"),
    Rule(
      "comprehension",
      "[name IN expression [WHERE expression] ['|' expression]] | "
        + "[[name =] chain [WHERE expression] '|' expression]",
      "RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x]"),
    Rule(
      "quantifier", "(all | any | none | single)(name IN expression WHERE expression)",
      "RETURN any(x IN [1, 2] WHERE x > 1)"),
    Rule(
      "reduce", "reduce(name = expression, name IN expression '|' expression)",
      "RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x)"),
    Rule(
      "exists", "EXISTS { chain [WHERE expression] } | EXISTS { single }",
      "MATCH (a:Country) WHERE EXISTS { (a)-[r:AID]->() WHERE r.reports > 1 } RETURN a.name"),
  ]

  /// The operators from the loosest to the tightest, those of one level together.
  static var operators: [(level: Int, signs: String, meaning: String)] {
    var levels: [Int: [String]] = [4: ["NOT"], 10: ["+ and - before a value"]]
    for (found, level) in QueryParser.precedence {
      levels[level, default: []].append(found.rawValue)
    }
    levels[QueryParser.comparisonPrecedence] = ComparisonOperator.allCases.map(\.rawValue)
    levels[QueryParser.predicatePrecedence, default: []] += ["IS NULL", "IS NOT NULL"]
    return levels.sorted { $0.key < $1.key }.map { level, signs in
      (level, signs.sorted().joined(separator: ", "), meanings[level] ?? "")
    }
  }

  private static let meanings = [
    1: "true when one is", 2: "true when exactly one is", 3: "true when both are", 4: "turns round",
    5: "compare; `a < b < c` compares neighbours", 6: "tests of texts, lists and null",
    7: "sum, difference; `+` also joins texts and lists and moves dates",
    8: "product, quotient, remainder",
    9: "power, always a float", 10: "sign",
  ]
}
