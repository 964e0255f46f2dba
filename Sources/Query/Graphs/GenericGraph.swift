import Store

/// A property graph of any labels, types and properties, in a database in memory.
///
/// It is what queries are tested on: set-ups CREATE it, queries read it.
package enum GenericGraph {
  /// An empty graph.
  package static func empty() throws(QueryError) -> any PropertyGraph {
    do throws(StoreError) {
      let database = try ScratchDatabase()
      try database.execute(
        """
        CREATE TABLE node (id INTEGER PRIMARY KEY, labels TEXT NOT NULL, properties TEXT NOT NULL) STRICT;
        CREATE TABLE relationship (
          id INTEGER PRIMARY KEY, type TEXT NOT NULL, "from" INTEGER NOT NULL REFERENCES node (id),
          "to" INTEGER NOT NULL REFERENCES node (id), properties TEXT NOT NULL) STRICT;
        CREATE INDEX relationshipFrom ON relationship ("from");
        CREATE INDEX relationshipTo ON relationship ("to");
        """)
      return SQLGraph(
        schema: GraphSchema(), layout: layout, source: database, writer: GenericWriter(database))
    } catch {
      throw .running("StorageError", "\(error)")
    }
  }

  private static var layout: GraphLayout {
    let all = GraphLayout.Property(name: "*", type: .document, sql: "{t}.properties")
    return GraphLayout(
      nodes: [
        GraphLayout.NodeTable(
          table: "node", labels: [], conditionalLabels: [], storedLabels: "{t}.labels",
          properties: [all])
      ],
      relationships: [
        GraphLayout.RelationshipTable(
          table: "relationship", id: "{t}.id", condition: nil, types: nil, type: "{t}.type",
          isOfTypes: { "{t}.type IN (\(repeatElement("?", count: $0).joined(separator: ", ")))" },
          start: (0, "{t}.\"from\""), end: (0, "{t}.\"to\""), properties: [all])
      ])
  }
}

/// Adds nodes and relationships to a generic graph.
final class GenericWriter {
  private let database: ScratchDatabase
  private var nodes = 0
  private var relationships = 0

  init(_ database: ScratchDatabase) {
    self.database = database
  }

  func addNode(labels: [String], properties: ValueMap) throws(QueryError) -> Int {
    nodes += 1
    let stored = labels.isEmpty ? "" : ":" + labels.joined(separator: ":") + ":"
    try insert(
      "INSERT INTO node VALUES (?, ?, ?)",
      [.integer(nodes), .text(stored), .text(PropertyText.text(of: .map(properties)))])
    return nodes
  }

  func addRelationship(
    type: String, start: Int, end: Int, properties: ValueMap
  ) throws(QueryError) -> Int {
    relationships += 1
    try insert(
      "INSERT INTO relationship VALUES (?, ?, ?, ?, ?)",
      [
        .integer(relationships), .text(type), .integer(start), .integer(end),
        .text(PropertyText.text(of: .map(properties))),
      ])
    return relationships
  }

  private func insert(_ sql: String, _ values: [SQLValue]) throws(QueryError) {
    do throws(StoreError) {
      try database.execute(sql, rows: [values])
    } catch {
      throw .running("StorageError", "\(error)")
    }
  }
}
