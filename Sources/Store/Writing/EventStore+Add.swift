public import Ontology

/// What adding an article did.
public enum AddOutcome: String, Hashable, Sendable {
  /// It is new.
  case added
  /// It was there, with the same text and the same reports: nothing changed.
  case unchanged
  /// It was there with another text or other reports, which have given way.
  case replaced
}

extension EventStore {
  /// Whether this article is in the graph already, with the same text and the same particulars.
  public func contains(_ article: Article) throws(StoreError) -> Bool {
    try read { connection in
      let statement = try connection.cached("SELECT digest FROM article WHERE key = ?")
      statement.bind(article.id, at: 1)
      return try statement.step() && statement.text(0) == ArticleWriter.digest(of: article)
    }
  }

  /// The identifier under which the same text from the same address is in the graph.
  ///
  /// - Returns: nil when there is none, or when the article has no address.
  public func identifier(ofTextLike article: Article) throws(StoreError) -> String? {
    guard let url = article.url else { return nil }
    return try read { connection in
      let statement = try connection.cached(
        "SELECT key FROM article WHERE url = ? AND text = ? ORDER BY id LIMIT 1")
      statement.bind(url, at: 1)
      statement.bind(article.text, at: 2)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  /// Adds an article with its reports, and groups the reports into events.
  ///
  /// Adding the same article again changes nothing.
  ///
  /// - Parameter ontology: gives scores and the names of sectors.
  @discardableResult
  public func add(
    _ coded: CodedArticle, ontology: Ontology
  ) throws(StoreError) -> AddOutcome {
    try add([coded], ontology: ontology).first ?? .unchanged
  }

  /// Adds articles in one transaction; each as ``add(_:ontology:)`` does.
  public func add(
    _ coded: [CodedArticle], ontology: Ontology
  ) throws(StoreError) -> [AddOutcome] {
    try write { connection in
      let writer = try ArticleWriter(connection, ontology: ontology, naming: naming)
      return try coded.map { try writer.add($0) }
    }
  }

  /// Takes an article out, with its reports and the events that rest on nothing else.
  ///
  /// - Returns: false when there is no such article.
  @discardableResult
  public func removeArticle(_ id: String) throws(StoreError) -> Bool {
    try write { connection in try ArticleRemoval(connection).remove(id) }
  }
}
