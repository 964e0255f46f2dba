/// A query in Kawat's openCypher subset, read from its text.
///
/// In: text. Out: a tree, which ``QueryEngine`` binds to a graph's names, plans and runs. Read
/// `Syntax/QueryParser.swift` next, then `Binding/Binder.swift`, `Planning/` and `Running/`.
public struct Query: Hashable, Sendable {
  /// The text as it was written.
  public let text: String
  let tree: QueryTree

  /// Reads a query.
  ///
  /// - Throws: ``QueryError`` with the place and what was expected there.
  public init(parsing text: String) throws(QueryError) {
    self.text = text
    tree = try QueryParser.parse(text)
  }

  /// Whether the query begins with EXPLAIN and so asks for its plan.
  public var explains: Bool { tree.explains }
}
