import ArgumentParser

/// What the graph can be written as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case dot, graphml, gexf, json, cytoscape, csv, plover, gdelt, icews, nquads, ntriples

  /// Whether edges are written; else events or reports, one by one.
  var hasEdges: Bool {
    switch self {
    case .dot, .graphml, .gexf, .json, .cytoscape, .csv: true
    case .plover, .gdelt, .icews, .nquads, .ntriples: false
    }
  }
}

/// The boxes in which a drawing sets actors.
enum Clustering: String, CaseIterable, ExpressibleByArgument {
  case region, bloc
}
