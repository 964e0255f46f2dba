/// A query as it was written: what the parser makes and the binder reads.
///
/// Offsets are UTF-8 offsets into the text.
struct QueryTree: Hashable, Sendable {
  /// Whether the plan is asked for instead of the rows.
  var explains: Bool
  /// The queries of a UNION, in order; one when there is no UNION.
  var parts: [[Clause]]
  /// Whether UNION keeps duplicates; nil when there is no UNION.
  var keepsDuplicates: Bool?
  /// Where each part begins.
  var offsets: [Int]
}

/// A step of a query.
enum Clause: Hashable, Sendable {
  case match(MatchTree)
  case unwind(list: Expression, variable: Name)
  case with(ProjectionTree, filter: Expression?)
  case `return`(ProjectionTree)
  case create([PathPattern], offset: Int)
  /// FILTER of GQL: WITH * WHERE.
  case filter(Expression, offset: Int)
  /// LET of GQL: WITH *, expression AS name.
  case bind([ProjectionItem], offset: Int)
}

/// A name with its place.
///
/// Two names are equal when their texts are, wherever they stand.
struct Name: Hashable, Sendable {
  let text: String
  let offset: Int

  static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// MATCH or OPTIONAL MATCH with its WHERE.
struct MatchTree: Hashable, Sendable {
  var isOptional: Bool
  var paths: [PathPattern]
  var filter: Expression?
  var offset: Int
}

/// What WITH and RETURN have in common.
struct ProjectionTree: Hashable, Sendable {
  var isDistinct: Bool
  /// Whether `*` stands before the items.
  var includesAll: Bool
  var items: [ProjectionItem]
  var order: [OrderItem]
  var skip: Expression?
  var limit: Expression?
  var offset: Int
}

/// `expression AS alias`, with the text of the expression, which is the column's name else.
struct ProjectionItem: Hashable, Sendable {
  var expression: Expression
  var alias: Name?
  var text: String
}

/// `expression DESC`.
struct OrderItem: Hashable, Sendable {
  var expression: Expression
  var isDescending: Bool
}

/// A path: nodes with relationships between them.
struct PathPattern: Hashable, Sendable {
  /// How many paths are looked for.
  enum Selector: Hashable, Sendable {
    /// Every path.
    case all
    /// One shortest path per pair of ends.
    case anyShortest
    /// Every shortest path per pair of ends.
    case allShortest
  }

  var variable: Name?
  var selector: Selector
  /// One more than the relationships.
  var nodes: [NodePattern]
  var relationships: [RelationshipPattern]
  var offset: Int
}

/// `(n:Label {key: value})`.
struct NodePattern: Hashable, Sendable {
  var variable: Name?
  var labels: [Name]
  var properties: [MapEntry]
  /// GQL's WHERE inside the parentheses.
  var filter: Expression?
  var offset: Int
}

/// `-[r:TYPE*1..3 {key: value}]->`.
struct RelationshipPattern: Hashable, Sendable {
  enum Direction: Hashable, Sendable { case outgoing, incoming, either }

  var variable: Name?
  var types: [Name]
  var properties: [MapEntry]
  var direction: Direction
  /// The lengths of a path of relationships; nil for exactly one relationship.
  var length: Length?
  /// GQL's WHERE inside the brackets; of a chain it must hold for each relationship.
  var filter: Expression?
  var offset: Int

  /// From how many to how many relationships.
  struct Length: Hashable, Sendable {
    var minimum: Int
    var maximum: Int?
  }
}

/// `key: value` in a map.
struct MapEntry: Hashable, Sendable {
  let key: Name
  let value: Expression
}
