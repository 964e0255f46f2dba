/// A query whose names are places in rows and whose types fit: what is planned and run.
struct BoundQuery: Sendable {
  /// The queries of a UNION; one when there is none.
  var parts: [BoundPart]
  /// Whether duplicates stay; true without UNION.
  var keepsDuplicates: Bool
  /// The names of the columns.
  var columns: [String]
}

/// One query of a UNION: steps through which rows run.
struct BoundPart: Sendable {
  var steps: [BoundStep]
  /// How many places a row needs.
  var width: Int
  /// The names of the columns; empty when nothing is returned.
  var columns: [String]

  /// The places of the columns.
  var results: [Int] {
    guard case .project(let projection) = steps.last, !columns.isEmpty else { return [] }
    return projection.results
  }
}

/// A step of a query.
enum BoundStep: Sendable {
  /// What the planner has put in place of the first steps.
  case sql(SQLStep)
  case match(BoundMatch)
  case unwind(BoundExpression, slot: Int, offset: Int)
  case filter(BoundExpression)
  case project(BoundProjection)
  case create(BoundCreation)
}

/// WITH or RETURN.
struct BoundProjection: Sendable {
  /// When rows are grouped: what they are grouped by, and the place of a new row it is put into.
  var keys: [(expression: BoundExpression, slot: Int)]
  /// When rows are grouped: what is computed of each group.
  var aggregates: [BoundAggregate]
  /// Whether rows are grouped.
  var isGrouped: Bool
  /// What is computed of each row, and the place it is put into.
  var items: [(expression: BoundExpression, slot: Int)]
  var isDistinct: Bool
  /// The places of what is let through.
  var results: [Int]
  var order: [(expression: BoundExpression, isDescending: Bool)]
  var skip: BoundExpression?
  var limit: BoundExpression?
  /// Where the clause stands.
  var offset: Int
}

/// An aggregating function on one argument.
struct BoundAggregate: Sendable {
  let function: AggregateFunction
  let isDistinct: Bool
  /// The place of the result.
  let slot: Int
  /// Nil for `count(*)`.
  let argument: BoundExpression?
  /// The second argument of the percentiles.
  let parameter: BoundExpression?
  let offset: Int
}

/// CREATE in the set-up of a graph.
struct BoundCreation: Sendable {
  struct Node: Sendable {
    let slot: Int
    let isBound: Bool
    let labels: [String]
    let properties: [(key: String, value: BoundExpression)]
  }

  struct Relationship: Sendable {
    let slot: Int
    let type: String
    let start: Int
    let end: Int
    let properties: [(key: String, value: BoundExpression)]
  }

  var nodes: [Node]
  var relationships: [Relationship]
  var paths: [BoundPath]
}
