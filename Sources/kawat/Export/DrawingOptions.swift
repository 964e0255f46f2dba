import ArgumentParser
import DataFiles
import Graph
import Ontology

/// The options of a drawing.
struct DrawingOptions: ParsableArguments {
  @Option(help: "Let Graphviz draw it: svg, png or pdf (dot below 300 relations, sfdp above).")
  var render: Drawing?

  @Option(help: "Set actors in boxes: by region or by bloc.")
  var cluster: Clustering?

  @Flag(help: "Draw reciprocal relations once, without arrowheads.")
  var undirectedReciprocal = false

  @Flag(help: "Leave out the explanation of colours and lines.")
  var noLegend = false

  /// The first option that was used.
  var used: String? {
    if render != nil { return "--render" }
    if cluster != nil { return "--cluster" }
    if undirectedReciprocal { return "--undirected-reciprocal" }
    return noLegend ? "--no-legend" : nil
  }

  /// The writer that the options ask for.
  ///
  /// - Throws: ``DataError`` when the table of blocs cannot be read.
  func dot(_ verbs: RelationLabels, _ directory: DataDirectory) throws(DataError) -> DOT {
    var box: (@Sendable (Graph.Node) -> String)?
    switch cluster {
    case .region: box = { $0.region }
    case .bloc:
      let blocs = try Self.blocs(directory)
      box = { blocs[$0.code] ?? "" }
    case nil: break
    }
    return DOT(
      labels: verbs, cluster: box, undirectedReciprocal: undirectedReciprocal, legend: !noLegend)
  }

  private static func blocs(_ directory: DataDirectory) throws(DataError) -> [String: String] {
    let table = try directory.table("ontology/blocs.tsv", columns: ["code", "bloc", "source"])
    var blocs: [String: String] = [:]
    for row in table.rows { blocs[row[0]] = row[1] }
    return blocs
  }
}

/// The options of single formats.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("json: the member that holds the edges.", valueName: "name"))
  var linksKey: String?

  @Option(help: "csv: headings for gephi or neo4j.")
  var headings: EdgeTable.Dialect?

  @Option(help: "csv: the table of nodes or of edges.")
  var part: EdgeTable.Part?
}
