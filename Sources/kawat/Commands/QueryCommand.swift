import ArgumentParser
import DataFiles
import Foundation
import Graph
import Ontology
import Query
import Store

/// `kawat query`: questions in an openCypher subset.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Asks the graph in a read-only openCypher subset.",
    discussion: """
      Actors, events and articles are nodes; an event is also a relationship between its actors, \
      of the type of its act. EXPLAIN before a query shows how it would run. --schema lists labels, \
      types and properties.

      EXAMPLES
        kawat query --schema
        kawat query "MATCH (a:Actor {name: 'US'})-[r:ACCUSE]->(b) RETURN b.name, count(*) AS n \
      ORDER BY n DESC"
        kawat query --param key=PRK "MATCH (a {key: \\$key})-[r]-(b) WHERE r.date >= \\
      date('2024-01-01') RETURN r.date, type(r), b.name"
        kawat query "MATCH p = ANY SHORTEST (a {key: 'IDN'})-[*]-(b {key: 'UKR'}) RETURN p"
        kawat query --format dot "MATCH (a:Country)-[r:SANCTION]->(b) RETURN a, r, b" > sanctions.dot
      """)

  @Argument(help: ArgumentHelp("The query; - reads it from standard input.", valueName: "query"))
  var query: String?

  @Option(
    help: ArgumentHelp(
      "A value for $name in the query: a literal of the language, else a text.",
      valueName: "name=value"))
  var param: [String] = []

  @Flag(help: "List the labels, relationship types and properties that a query can name.")
  var schema = false

  @Option(
    help: """
      table, json, jsonl, csv or tsv for rows; dot, graphml, gexf or cytoscape for the actors and \
      relations in them.
      """)
  var format: QueryFormat?

  @Option(help: ArgumentHelp("At most so many rows.", valueName: "number"))
  var maxRows = 1_000_000

  @Option(help: ArgumentHelp("At most so many seconds.", valueName: "number"))
  var timeout = 60

  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard schema != (query != nil) else {
      throw ValidationError(schema ? "--schema takes no query" : "a query is wanted, or --schema")
    }
    guard maxRows > 0, timeout > 0 else {
      throw ValidationError("--max-rows and --timeout are numbers from 1")
    }
  }

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let events = EventGraph(
      store, ontology: ontology, organisations: try organisations(directory),
      language: labels.code)
    if schema {
      try SchemaTable(events.schema).write(OutputOptions.rows(format))
      return
    }
    let limits = QueryLimits(rows: maxRows, seconds: timeout)
    let today = Day(rawValue: Int(Date().timeIntervalSince1970 / 86_400))
    let engine = QueryEngine(events, limits: limits, now: today)
    let plan = try engine.plan(Query(parsing: text()), parameters: try parameters())
    if plan.explains {
      let output = StandardOutput()
      output.write(plan.description + "\n")
      try output.flush()
    } else if let graphFormat = format?.graphFormat(ontology, labels.code) {
      try writeGraph(engine, plan, graphFormat, ontology)
    } else {
      try writeRows(engine, plan)
    }
  }

  private func text() throws -> String {
    guard let query, query == "-" else { return query ?? "" }
    return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
  }

  private func parameters() throws -> [String: Value] {
    var values: [String: Value] = [:]
    for pair in param {
      guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
        throw CommandFailure.failed("--param wants name=value, not \"\(pair)\"")
      }
      values[String(pair[..<equals])] = QueryEngine.parameter(
        String(pair[pair.index(after: equals)...]))
    }
    return values
  }

  /// The keys of the organisations that the data knows below a code.
  private func organisations(_ directory: DataDirectory) throws -> Set<String> {
    let table = try directory.table(
      "actors/organizations.tsv", columns: ["key", "kind", "names_en", "names_id", "source"])
    return Set(table.rows.map { $0[0] })
  }

  private func writeRows(_ engine: QueryEngine, _ plan: QueryPlan) throws {
    var rows = OutputOptions.rows(format)(plan.columns.map { Column(name: $0) })
    var failure: CommandFailure?
    try engine.run(plan) { (row) throws(QueryError) in
      do throws(CommandFailure) {
        try rows.write(row.map { .value($0) })
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "nothing found" : nil)
  }

  private func writeGraph(
    _ engine: QueryEngine, _ plan: QueryPlan, _ writer: any GraphFormat, _ ontology: Ontology
  ) throws {
    let names = try ExportNames(ontology, language: labels.code, store: nil)
    let (found, omitted) = try engine.graph(plan) { key, name in
      var node = names.node(key)
      node.name = name
      return node
    }
    guard !found.nodes.isEmpty else {
      throw CommandFailure.nothingFound(
        "the rows hold no actors or relations: return nodes and relationships, not properties")
    }
    if omitted > 0 {
      Terminal.talk("kawat: \(omitted) nodes or relationships are no actors or relations: left out")
    }
    try ExportOutput(path: nil).write { sink in try writer.write(found, to: &sink) }
  }
}
