/// What the engine needs of a graph: find nodes, follow relationships, look one up.
///
/// Both graphs behind the engine, the generic one and that of events, answer these; patterns that
/// the graph's tables can answer as a whole go past it, see `Planning/`.
package protocol PropertyGraph: AnyObject {
  /// The names that a query may use.
  var schema: GraphSchema { get }

  /// Hands over the nodes that have all of `labels` and, where the graph can tell cheaply, the
  /// given values; stops when `body` answers false.
  ///
  /// - Returns: whether all were handed over.
  func nodes(
    labels: [String], where values: [(key: String, value: Value)],
    _ body: (NodeValue) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool

  /// The relationships that leave or reach a node, in the order of their numbers; one that does
  /// both stands once.
  ///
  /// - Parameter types: the types wanted; all when empty.
  func relationships(
    of node: Int, leaving: Bool, reaching: Bool, types: [String]
  ) throws(QueryError) -> [RelationshipValue]

  /// The node of a number.
  func node(_ id: Int) throws(QueryError) -> NodeValue

  /// Adds a node; a graph that only reads throws.
  func addNode(labels: [String], properties: ValueMap) throws(QueryError) -> NodeValue

  /// Adds a relationship; a graph that only reads throws.
  func addRelationship(
    type: String, start: Int, end: Int, properties: ValueMap
  ) throws(QueryError) -> RelationshipValue
}
