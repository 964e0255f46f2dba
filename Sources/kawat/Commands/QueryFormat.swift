import ArgumentParser
import Graph
import Ontology
import Query

/// The forms that `kawat query` writes: those of rows, and those of graphs.
enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, csv, tsv, dot, graphml, gexf, cytoscape

  /// The form of rows; nil for graphs.
  var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }

  /// The writer of graphs; nil for rows.
  func graphFormat(_ ontology: Ontology, _ language: String) -> (any GraphFormat)? {
    let verbs = RelationLabels(ontology, language: language)
    switch self {
    case .dot: return DOT(labels: verbs)
    case .graphml: return GraphML(labels: verbs)
    case .gexf: return GEXF(labels: verbs)
    case .cytoscape: return CytoscapeJSON(labels: verbs)
    case .table, .json, .jsonl, .csv, .tsv: return nil
    }
  }
}

extension OutputOptions {
  /// What makes writers of rows in a form, or in the one that fits where the output goes.
  static func rows(_ format: QueryFormat?) -> ([Column]) -> RowWriter {
    { columns in
      var options = OutputOptions()
      options.format = format?.rows
      return options.rows(columns)
    }
  }
}

/// The names that a query can use, as rows.
struct SchemaTable {
  private let schema: GraphSchema

  init(_ schema: GraphSchema) {
    self.schema = schema
  }

  /// Writes a row for each property, and one for each label and type without any.
  func write(_ make: ([Column]) -> RowWriter) throws {
    var rows = make(["kind", "name", "property", "type", .wide("meaning")])
    for (label, properties) in (schema.labels ?? [:]).sorted(by: { $0.key < $1.key }) {
      for property in properties { try rows.write(row("label", label, property)) }
    }
    let types = schema.types ?? [:]
    let events = types.filter { $0.key != "REPORTED_IN" }
    for type in events.keys.sorted() {
      try rows.write(["type", .text(type), .missing, .missing, "an act, from actor to recipient"])
    }
    for property in events.values.first ?? [] { try rows.write(row("type", "every act", property)) }
    for property in types["REPORTED_IN"] ?? [] {
      try rows.write(row("type", "REPORTED_IN", property))
    }
    try rows.finish()
  }

  private func row(_ kind: String, _ name: String, _ property: GraphSchema.Property) -> [Cell] {
    [
      .text(kind), .text(name), .text(property.name), .text(property.type),
      .text(property.meaning),
    ]
  }
}
