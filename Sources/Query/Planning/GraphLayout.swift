import Ontology
import Store

/// How the tables of a database hold a graph: what the planner and the readers of single nodes need.
///
/// Fragments of SQL call their own table `{t}`, which stands for its alias.
struct GraphLayout: Sendable {
  let nodes: [NodeTable]
  let relationships: [RelationshipTable]

  /// A type of values and how SQLite holds it.
  enum ColumnType: Hashable, Sendable {
    case integer
    case real
    case text
    /// 0 or 1.
    case boolean
    /// Days since 1970-01-01.
    case day
    /// A list of texts as JSON.
    case texts
    /// All properties at once, in the language's own notation; nothing can be asked of it in SQL.
    case document
  }

  /// A property as an expression of SQL.
  struct Property: Sendable {
    let name: String
    let type: ColumnType
    let sql: String
    /// What it says, in a few words.
    var meaning = ""
    /// Whether no two rows have the same value.
    var isUnique = false
  }

  /// A table whose rows are nodes.
  struct NodeTable: Sendable {
    let table: String
    /// Labels that every row has.
    let labels: [String]
    /// Labels that some rows have, and the condition.
    let conditionalLabels: [(name: String, condition: SQLFragment)]
    /// An expression with the labels divided by `:`, where the table holds them itself.
    var storedLabels: String?
    /// The labels that only some rows have, by the properties of a row.
    var labelsOf: @Sendable (ValueMap) -> [String] = { _ in [] }
    let properties: [Property]

    func property(_ name: String) -> Property? { properties.first { $0.name == name } }

    /// Whether a row can have a label.
    func knows(_ label: String) -> Bool {
      storedLabels != nil || labels.contains(label)
        || conditionalLabels.contains { $0.name == label }
    }
  }

  /// A table whose rows are relationships.
  struct RelationshipTable: Sendable {
    let table: String
    /// The number of a row; unique in the graph together with the table's place in the list.
    let id: String
    /// The conditions under which a row is a relationship at all.
    let condition: String?
    /// The types that rows can have; nil for any.
    let types: [String]?
    /// The type of a row.
    let type: String
    /// The condition that the type is one of some, whose `?` the names fill in order; nil when all
    /// rows are of the one type.
    let isOfTypes: (@Sendable (Int) -> String)?
    /// The places in `nodes` of the tables at both ends, and the columns that point there.
    let start: (table: Int, column: String)
    let end: (table: Int, column: String)
    let properties: [Property]
    /// The month of `date`, year × 12 + month − 1, where the table knows it.
    var month: String?

    func property(_ name: String) -> Property? { properties.first { $0.name == name } }
  }

  /// The number of a node in the whole graph.
  func nodeID(_ row: Int, table: Int) -> Int { row * nodes.count + table }

  /// The number of a relationship in the whole graph.
  func relationshipID(_ row: Int, table: Int) -> Int { row * relationships.count + table }
}

/// Where rows of SQL come from: a graph file, or a database in memory.
protocol SQLSource {
  func rows(
    _ select: SelectStatement, limits: ReadLimits, each: (SQLRow) throws -> Bool
  ) throws -> Int
}

extension EventStore: SQLSource {}
extension ScratchDatabase: SQLSource {}

extension SQLSource {
  /// Streams rows, with errors told as errors of queries.
  func stream(
    _ select: SelectStatement, limits: ReadLimits = .none,
    _ body: (SQLRow) throws(QueryError) -> Bool
  ) throws(QueryError) {
    do {
      _ = try rows(select, limits: limits, each: body)
    } catch let error as QueryError {
      throw error
    } catch StoreError.outOfTime(let seconds) {
      throw .limit("the query ran longer than \(Int(seconds)) seconds; narrow it, or allow more")
    } catch StoreError.cancelled {
      throw .limit("the query was cancelled")
    } catch {
      throw .running("StorageError", "\(error)")
    }
  }
}
