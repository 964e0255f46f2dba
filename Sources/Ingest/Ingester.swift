package import Coding
package import Ontology
package import Store

/// Puts articles into a graph: reads, codes on all cores, writes in order.
///
/// In: an ``ArticleReader``, by way of an ``ArticleQueue``. Out: an ``IngestReport``. Articles are
/// written in batches, each in one transaction: what was interrupted can be run again, and what is
/// there already is neither coded nor written again. Read ``OrderedCoding`` next, then
/// `Reading/ArticleReader`.
package struct Ingester: Sendable {
  /// Articles that are read ahead of the one that is written.
  private static let ahead = 32
  /// Articles that are written in one transaction.
  private static let batch = 32

  private let store: EventStore
  private let coder: EventCoder
  private let ontology: Ontology
  private let recodes: Bool

  /// An ingester into a graph.
  ///
  /// - Parameter recodes: whether articles that are there already are coded again, to bring them up
  ///   to date with the dictionaries and models.
  package init(store: EventStore, coder: EventCoder, ontology: Ontology, recodes: Bool = false) {
    self.store = store
    self.coder = coder
    self.ontology = ontology
    self.recodes = recodes
  }

  /// Reads to the end.
  ///
  /// - Parameters:
  ///   - progress: called with the number of articles that are done.
  ///   - problem: called with what could not be read; what it throws ends the reading, and what
  ///     came before is kept.
  /// - Throws: ``StoreError``, or what `problem` throws.
  package func ingest(
    _ queue: ArticleQueue, progress: (Int) -> Void = { _ in },
    problem: (IngestError) throws -> Void
  ) async throws -> IngestReport {
    var report = IngestReport()
    var waiting: [CodedArticle] = []
    let coding = OrderedCoding(width: Self.ahead) { [self] article in
      try codedIfNew(article)
    }
    do {
      try await coding.run(queue) { outcome in
        switch outcome {
        case .problem(let cause):
          report.skipped += 1
          try problem(cause)
        case .known: report.known += 1
        case .article(let coded):
          waiting.append(coded)
          if waiting.count >= Self.batch { try flush(&waiting, into: &report) }
        }
        progress(report.articles + waiting.count)
      }
    } catch let error where !(error is StoreError) {
      try flush(&waiting, into: &report)
      throw error
    }
    try flush(&waiting, into: &report)
    return report
  }

  /// The article coded; nil for one that is in the graph already.
  private func codedIfNew(_ article: Article) throws -> CodedArticle? {
    if !recodes, try store.contains(article) { return nil }
    if let other = try store.identifier(ofTextLike: article), other != article.id { return nil }
    return coder.code(article)
  }

  private func flush(
    _ waiting: inout [CodedArticle], into report: inout IngestReport
  ) throws(StoreError) {
    guard !waiting.isEmpty else { return }
    let outcomes = try store.add(waiting, ontology: ontology)
    for (coded, outcome) in zip(waiting, outcomes) { report.count(coded, outcome) }
    waiting = []
  }
}
