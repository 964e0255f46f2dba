/// Takes articles out of the graph.
struct ArticleRemoval {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Removes an article, its reports, and events that rest on nothing else.
  ///
  /// - Returns: false when there is no such article.
  func remove(_ key: String) throws -> Bool {
    guard let article = try connection.int("SELECT id FROM article WHERE key = ?", [.text(key)])
    else { return false }
    let events = try self.events(of: article)
    try connection.run("DELETE FROM article WHERE id = ?", [.integer(article)])
    let grouping = try Grouping(connection)
    for event in events {
      let isLeft = try connection.int(
        "SELECT 1 FROM eventReport WHERE event = ? LIMIT 1", [.integer(event)])
      if isLeft == nil {
        try connection.run("DELETE FROM event WHERE id = ?", [.integer(event)])
      } else {
        try grouping.recount(event)
      }
    }
    return true
  }

  private func events(of article: Int) throws -> [Int] {
    let statement = try connection.statement(
      """
      SELECT DISTINCT x.event FROM sentence AS n JOIN report AS p ON p.sentence = n.id \
      JOIN eventReport AS x ON x.report = p.id WHERE n.article = ?
      """, [.integer(article)])
    var found: [Int] = []
    while try statement.step() { found.append(statement.int(0)) }
    return found
  }
}
