import Foundation
import Ontology
import Query

/// Runs a scenario of the TCK and judges it: rows, their order where it is asked for, and errors by
/// family, stage and detail.
struct ScenarioJudge {
  /// The folder of the named graphs.
  let graphs: URL
  private let graph: any PropertyGraph
  private var parameters: [String: Value] = [:]
  private var columns: [String] = []
  private var rows: [[Value]] = []
  private var error: QueryError?

  init(graphs: URL) throws(QueryError) {
    self.graphs = graphs
    graph = try GenericGraph.empty()
  }

  /// What is wrong; nil when the scenario passes.
  static func fault(of scenario: Scenario, graphs: URL) -> String? {
    guard var judge = try? ScenarioJudge(graphs: graphs) else { return "no graph" }
    for step in scenario.steps {
      if let fault = judge.take(step) { return fault }
    }
    return judge.error.map { "unexpected error: \($0)" }
  }

  private var engine: QueryEngine {
    QueryEngine(
      graph: graph, limits: QueryLimits(seconds: 20), now: Day(rawValue: 19_892))
  }

  private mutating func take(_ step: Scenario.Step) -> String? {
    let text = step.text.hasSuffix(":") ? String(step.text.dropLast()) : step.text
    switch text {
    case "an empty graph", "any graph": return nil
    case "having executed": return setUp(step.document ?? "")
    case "parameters are": return read(parameters: step.table)
    case "executing query", "executing control query":
      run(step.document ?? "")
      return nil
    case "no side effects": return nil
    case "the result should be empty":
      return compare([[]], inOrder: false, listOrder: true, empty: true)
    case "the result should be, in any order":
      return compare(step.table, inOrder: false, listOrder: true)
    case "the result should be, in order":
      return compare(step.table, inOrder: true, listOrder: true)
    case "the result should be (ignoring element order for lists)":
      return compare(step.table, inOrder: false, listOrder: false)
    case "the result should be, in order (ignoring element order for lists)":
      return compare(step.table, inOrder: true, listOrder: false)
    case _ where text.contains("should be raised at"): return judgeError(text)
    case _ where text.hasSuffix("graph"): return named(graph: text)
    default: return "not supported: \(text)"
    }
  }

  // MARK: Given

  private mutating func named(graph text: String) -> String? {
    let name = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let file = graphs.appendingPathComponent(name).appendingPathComponent(name + ".cypher")
    guard let query = try? String(contentsOf: file, encoding: .utf8) else {
      return "no graph \(name)"
    }
    return setUp(query)
  }

  private mutating func setUp(_ text: String) -> String? {
    do {
      try engine.setUp(Query(parsing: text), parameters: parameters)
      return nil
    } catch {
      return "set-up failed: \(error)"
    }
  }

  private mutating func read(parameters table: [[String]]) -> String? {
    for row in table where row.count == 2 {
      var value: Value?
      do {
        _ = try engine.run(Query(parsing: "RETURN \(row[1]) AS value")) {
          (row) throws(QueryError) in
          value = row[0]
          return true
        }
      } catch {
        return "parameter \(row[0]): \(error)"
      }
      parameters[row[0]] = value
    }
    return nil
  }

  // MARK: When

  private mutating func run(_ text: String) {
    rows = []
    error = nil
    do throws(QueryError) {
      var found: [[Value]] = []
      columns = try engine.run(Query(parsing: text), parameters: parameters) {
        (row) throws(QueryError) in
        found.append(row)
        return true
      }
      rows = found
    } catch {
      self.error = error
    }
  }

  // MARK: Then

  private mutating func compare(
    _ table: [[String]], inOrder: Bool, listOrder: Bool, empty: Bool = false
  ) -> String? {
    if let error { return "unexpected error: \(error)" }
    let canonical = CanonicalText(keepsListOrder: listOrder)
    if empty { return rows.isEmpty ? nil : "expected nothing, found \(rows.count) row(s)" }
    guard let header = table.first else { return "no header" }
    guard header.sorted() == columns.sorted() else {
      return "columns \(columns), expected \(header)"
    }
    let places = header.compactMap { columns.firstIndex(of: $0) }
    var found = rows.map { row in
      places.map { canonical.text(of: row[$0]) }.joined(separator: " | ")
    }
    var wanted: [String] = []
    for row in table.dropFirst() {
      var cells: [String] = []
      for cell in row {
        guard let text = ExpectedValueReader.text(of: cell, canonical) else {
          return "cannot read the expected value \(cell)"
        }
        cells.append(text)
      }
      wanted.append(cells.joined(separator: " | "))
    }
    if !inOrder { (found, wanted) = (found.sorted(), wanted.sorted()) }
    return found == wanted ? nil : "found \(found), expected \(wanted)"
  }

  /// `a SyntaxError should be raised at compile time: UndefinedVariable`.
  private mutating func judgeError(_ text: String) -> String? {
    guard let error else { return "no error; found \(rows.count) row(s); \(text)" }
    self.error = nil
    let words = text.split(separator: " ").map(String.init)
    guard let at = words.firstIndex(of: "at"), words.count > at + 2, let detail = words.last else {
      return "cannot read: \(text)"
    }
    let family = words[1]
    let stage = words[at + 1].replacingOccurrences(of: ":", with: "")
    let actual = error.stage == .running ? "runtime" : "compile"
    guard error.stage != .limit, family == error.family.rawValue,
      stage == "any" || stage == actual, detail == "*" || detail == error.detail
    else {
      return "\(error.family.rawValue) at \(actual): \(error.detail) (\(error.message)); \(text)"
    }
    return nil
  }
}
