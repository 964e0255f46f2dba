/// MATCH with its names bound.
struct BoundMatch: Sendable {
  var isOptional: Bool
  /// Nodes of all paths; one that is named twice stands once.
  var nodes: [BoundNode]
  /// Relationships of all paths, each between two of the nodes.
  var relationships: [BoundRelationship]
  /// Paths that have a name or ask for the shortest.
  var paths: [BoundPath]
  /// What must hold, divided at AND.
  var filters: [BoundExpression]
  /// The places that are filled here; null in OPTIONAL MATCH when nothing is found.
  var newSlots: Set<Int>
  /// The order in which it is looked for.
  var plan = MatchPlan()
}

/// A node of a pattern.
struct BoundNode: Sendable {
  let slot: Int
  /// Whether an earlier clause has filled the place.
  let isBound: Bool
  /// The labels that it must have.
  var labels: [String]
}

/// A relationship of a pattern, or a chain of them.
struct BoundRelationship: Sendable {
  let slot: Int
  /// Whether an earlier clause has filled the place.
  let isBound: Bool
  /// The types it may have; any when empty.
  let types: [String]
  let direction: RelationshipPattern.Direction
  /// The places of the nodes at its ends, as written from left to right.
  let left: Int
  let right: Int
  /// How many relationships; nil for exactly one that stands alone.
  let length: RelationshipPattern.Length?
  /// For chains: what must hold of each relationship of it.
  var each: EachFilter?
  /// Whether one or all shortest chains are wanted.
  let selector: PathPattern.Selector
  let offset: Int

  /// A condition on each relationship of a chain, which is put into a place to be looked at.
  struct EachFilter: Sendable {
    let slot: Int
    var conditions: [BoundExpression]
  }
}

/// A path of a pattern, by the places of its parts.
struct BoundPath: Sendable {
  let slot: Int
  let nodes: [Int]
  /// For each relationship its place and whether it holds a chain.
  let relationships: [(slot: Int, isChain: Bool)]
}
