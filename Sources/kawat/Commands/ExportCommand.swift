import ArgumentParser
import DataFiles
import Foundation
import Graph
import Ontology
import Store

/// `kawat export`: the graph, or a part of it, for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the graph, or a part of it, for other tools.",
    discussion: """
      dot         Graphviz: relations between states, drawn by quad class, reports and status
      graphml     networkx, igraph, yEd, Cytoscape, Gephi
      gexf        Gephi: GEXF 1.3 with the days of each relation
      json        node-link JSON: networkx; with --links-key links D3 and force-graph
      cytoscape   Cytoscape.js
      csv         tables for Gephi or Neo4j (--headings, --part)
      plover      PLOVER JSON, one record a line, as kawat code writes it
      gdelt       61 columns of GDELT 2.0        icews  20 columns of ICEWS
      nquads      RDF: a named graph for each event
      ntriples    RDF 1.2: each event reifies its triple

      The layouts of GDELT and ICEWS know no status: leave out what did not happen with --status.

      EXAMPLES
        kawat export dot | dot -Tsvg > graph.svg
        kawat export dot --actor Russia --since 2024-01-01 --render svg -o russia.svg
        kawat export dot --level actor --top 40 --cluster region --lang id
        kawat export gexf --min-reports 2 > graph.gexf
        kawat export csv --headings neo4j --part nodes -o actors.csv
        kawat export plover --actor Indonesia --status happened > indonesia.jsonl
      """)

  @Argument(help: "The format.")
  var format: ExportFormat

  @OptionGroup(title: "Which events") var which: RelationOptions

  @Option(
    help: """
      How finely actors are told apart: country, sector or actor. Without it country for dot, \
      actor for the others.
      """)
  var level: Graph.Level?

  @Option(help: "At most so many relations, those with the most reports; 0 for all (dot: 200).")
  var top: Int?

  @OptionGroup(title: "Drawing (dot)") var drawing: DrawingOptions
  @OptionGroup(title: "Other formats") var tables: TableOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; without it standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top is a number from 0") }
    if format != .dot, let option = drawing.used {
      throw ValidationError("\(option) is for the format dot")
    }
    if format != .json, tables.linksKey != nil {
      throw ValidationError("--links-key is for the format json")
    }
    if format != .csv, tables.headings != nil || tables.part != nil {
      throw ValidationError("--headings and --part are for the format csv")
    }
    if !format.hasEdges, top != nil || level != nil {
      throw ValidationError("\(format.rawValue) writes single events: no --top, no --level")
    }
  }

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let filter = try which.filter(
      names: ActorNames(directory, ontology: ontology), ontology: ontology, store: store)
    let names = try ExportNames(ontology, language: labels.code, store: store)
    let whole = try StoreGraph(store, filter, node: names.node)
    guard !whole.rows.isEmpty else {
      throw CommandFailure.nothingFound("no such relations in \(store.path)")
    }
    if whole.untyped > 0, format.hasEdges {
      Terminal.talk("kawat: \(whole.untyped) events of no PLOVER type are left out")
    }
    if format == .gdelt || format == .icews { try tellUndated(whole) }
    let source = try selected(whole, names)
    let verbs = RelationLabels(ontology, language: labels.code)
    if format == .dot, let kind = drawing.render {
      try draw(source, as: kind, try drawing.dot(verbs, directory))
    } else {
      let writer = try writer(verbs, directory)
      try ExportOutput(path: output).write { sink in try writer.write(source, to: &sink) }
    }
  }

  /// Says how many events a layout that needs days leaves out.
  private func tellUndated(_ whole: StoreGraph) throws {
    guard whole.rows.contains(where: { $0.knownDay == nil }) else { return }
    var undated = 0
    try whole.forEachEvent { if $0.layoutDay == nil { undated += 1 } }
    if undated > 0 {
      Terminal.talk("kawat: \(undated) events without a day are left out: the layout needs one")
    }
  }

  /// The relations at the level and in the number that were asked for.
  private func selected(_ whole: StoreGraph, _ names: ExportNames) throws -> any GraphSource {
    guard format.hasEdges else { return whole }
    let source = try levelled(whole, names)
    let limit = top ?? (format == .dot ? 200 : 0)
    guard limit > 0 else { return source }
    let (graph, omitted) = try source.strongest(limit, spells: format == .gexf)
    if omitted > 0 {
      Terminal.talk("kawat: the \(limit) strongest relations, and \(omitted) more (--top 0: all)")
    }
    return graph
  }

  /// The relations at the level that was asked for. Where none was, and no actor is known to any
  /// dictionary, every actor stands for itself.
  private func levelled(_ whole: StoreGraph, _ names: ExportNames) throws -> any GraphSource {
    let isPlain = whole.nodes.allSatisfy { $0.key.isUnknown }
    let level = level ?? (format == .dot && !isPlain ? .country : .actor)
    guard level != .actor || drawing.undirectedReciprocal else { return whole }
    let (graph, omitted) = try whole.view(
      level: level, mergesReciprocal: drawing.undirectedReciprocal, spells: format == .gexf
    ) { names.node($0) }
    if omitted > 0 {
      Terminal.talk(
        "kawat: \(omitted) relations of actors that no dictionary knows are left out "
          + "(--level actor shows them)")
    }
    guard !graph.edges.isEmpty else {
      throw CommandFailure.nothingFound("no relations between known actors in \(whole.store.path)")
    }
    return graph
  }

  private func writer(
    _ verbs: RelationLabels, _ directory: DataDirectory
  ) throws -> any GraphFormat {
    switch format {
    case .dot: try drawing.dot(verbs, directory)
    case .graphml: GraphML(labels: verbs)
    case .gexf: GEXF(labels: verbs)
    case .json: NodeLinkJSON(labels: verbs, linksKey: tables.linksKey ?? "edges")
    case .cytoscape: CytoscapeJSON(labels: verbs)
    case .csv:
      EdgeTable(labels: verbs, dialect: tables.headings ?? .gephi, part: tables.part ?? .edges)
    case .plover: PLOVERLines(labels: verbs, coder: Kawat.coder)
    case .gdelt: GDELT(labels: verbs, names: try exchangeNames(verbs, directory))
    case .icews: ICEWS(labels: verbs, names: try exchangeNames(verbs, directory))
    case .nquads: NQuads(labels: verbs)
    case .ntriples: NTriples(labels: verbs)
    }
  }

  private func exchangeNames(
    _ verbs: RelationLabels, _ directory: DataDirectory
  ) throws(DataError) -> ExchangeNames {
    let table = try directory.table(
      "ontology/import-names.tsv", columns: ["scheme", "name", "stands_for", "source"])
    return ExchangeNames(verbs.ontology, rows: table.rows.map { ($0[0], $0[1], $0[2]) })
  }

  /// Writes DOT into a folder of its own and lets Graphviz draw it.
  private func draw(_ source: any GraphSource, as kind: Drawing, _ dot: DOT) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kawat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("graph.dot")
    var edges = 0
    try source.forEachEdge(spells: false) { _ in edges += 1 }
    try ExportOutput(path: file.path).write { sink in try dot.write(source, to: &sink) }
    let drawn = try Graphviz(drawing: kind, edges: edges).draw(file)
    try ExportOutput(path: output).write { sink in
      sink.write(drawn)
    }
  }
}
