public import Ontology
public import Store

/// Kawat's events as a property graph: which tables are nodes, which are relationships, and what
/// their columns are called in queries.
///
/// Actors, events and articles are nodes; each event with a recipient is also a relationship
/// between its actors, of the type of its act; `REPORTED_IN` joins events and articles.
public struct EventGraph: Sendable {
  /// The store whose events are asked for.
  let store: EventStore
  let layout: GraphLayout
  /// The labels, types and properties, with what they mean.
  public let schema: GraphSchema

  /// The graph in a store.
  ///
  /// - Parameters:
  ///   - organisations: the keys of organisations below a state or organisation, which are no
  ///     persons.
  ///   - language: `en` or `id`: in which names are told.
  public init(
    _ store: EventStore, ontology: Ontology, organisations: Set<String> = [],
    language: String = "en"
  ) {
    self.store = store
    let tables = EventTables(
      countries: Set(ontology.countries.keys), organisations: organisations, language: language)
    layout = tables.layout
    schema = Self.schema(of: layout)
  }

  /// The graph for one run.
  func opened() -> SQLGraph {
    SQLGraph(schema: schema, layout: layout, source: store)
  }

  /// The longest chain of relationships that a pattern may ask for.
  static let longestChain = 6

  /// The names of every graph of events.
  static var schema: GraphSchema {
    schema(of: EventTables(countries: [], organisations: [], language: "en").layout)
  }

  private static func schema(of layout: GraphLayout) -> GraphSchema {
    func described(_ properties: [GraphLayout.Property]) -> [GraphSchema.Property] {
      properties.map { GraphSchema.Property($0.name, $0.type.name, $0.meaning) }
    }
    var labels: [String: [GraphSchema.Property]] = [:]
    for table in layout.nodes {
      for label in table.labels + table.conditionalLabels.map(\.name) {
        labels[label] = described(table.properties)
      }
    }
    var types: [String: [GraphSchema.Property]] = [:]
    for table in layout.relationships {
      for type in table.types ?? [] { types[type] = described(table.properties) }
    }
    return GraphSchema(labels: labels, types: types, maximumLength: longestChain)
  }
}

extension GraphLayout.ColumnType {
  /// The type in words.
  var name: String {
    switch self {
    case .integer: "integer"
    case .real: "float"
    case .text: "string"
    case .boolean: "boolean"
    case .day: "date"
    case .texts: "list of strings"
    case .document: "map"
    }
  }
}
