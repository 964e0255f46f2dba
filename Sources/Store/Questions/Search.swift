/// A sentence that was found by its words.
public struct SentenceHit: Hashable, Sendable {
  /// The sentence.
  public let text: String
  /// The article's identifier; nil for the words of an imported row.
  public let article: String?
  /// The events that rest on the sentence.
  public let events: [Int]
}

extension EventStore {
  /// Finds sentences that hold all words, best matches first.
  ///
  /// Case and diacritics make no difference. A word that ends in `*` stands for all words that begin
  /// so; words within double quotes must follow each other.
  public func sentences(
    matching words: String, limit: Int = 20
  ) throws(StoreError) -> [SentenceHit] {
    let pattern = Self.pattern(words)
    guard !pattern.isEmpty else { return [] }
    return try read { connection in
      let found = try connection.statement(
        """
        SELECT n.id, n.text, c.key FROM sentenceIndex AS i JOIN sentence AS n ON n.id = i.rowid \
        LEFT JOIN article AS c ON c.id = n.article WHERE sentenceIndex MATCH ? \
        ORDER BY i.rank, n.id LIMIT ?
        """, [.text(pattern), .integer(limit)])
      let events = try connection.statement(
        """
        SELECT x.event FROM report AS p JOIN eventReport AS x ON x.report = p.id \
        WHERE p.sentence = ?1 UNION SELECT event FROM eventSentence WHERE sentence = ?1 ORDER BY 1
        """, [.null])
      var hits: [SentenceHit] = []
      while try found.step() {
        events.bind(found.int(0), at: 1)
        var ids: [Int] = []
        while try events.step() { ids.append(events.int(0)) }
        events.reset()
        hits.append(
          SentenceHit(text: found.text(1), article: found.optionalText(2), events: ids))
      }
      return hits
    }
  }

  /// FTS5's own language with every word quoted, so that no sign in it is an operator.
  private static func pattern(_ words: String) -> String {
    let parts = words.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { number, part in
      // Between the first and the second quote stands a phrase, and so on.
      number % 2 == 1
        ? ["\"\(part)\""]
        : part.split(whereSeparator: \.isWhitespace).map { word in
          word.hasSuffix("*") ? "\"\(word.dropLast())\"*" : "\"\(word)\""
        }
    }.filter { $0 != "\"\"" && $0 != "\"\"*" }.joined(separator: " ")
  }
}
