import Ontology
import Store

/// What an ingest did, in numbers.
package struct IngestReport: Hashable, Sendable {
  /// Articles that are new in the graph.
  package var new = 0
  /// Articles that were there and have been replaced by another text or another coding.
  package var replaced = 0
  /// Articles that were there already.
  package var known = 0
  /// What could not be read.
  package var skipped = 0
  /// Sentences of the new and the replaced articles.
  package var sentences = 0
  /// Reports of the new and the replaced articles.
  package var reports = 0
  /// Triggers that were seen and not coded, by reason.
  package var rejections: [String: Int] = [:]

  /// Nothing yet.
  package init() {}

  /// Articles that were read.
  package var articles: Int { new + replaced + known }

  /// Counts an article that was handed to the store.
  mutating func count(_ coded: CodedArticle, _ outcome: AddOutcome) {
    switch outcome {
    case .added: new += 1
    case .replaced: replaced += 1
    case .unchanged:
      known += 1
      return
    }
    sentences += coded.sentences.count
    reports += coded.reports.count
    for rejection in coded.rejections { rejections[rejection.reason, default: 0] += 1 }
  }

  /// The numbers on one line; what is nought is left out.
  package var summary: String {
    let parts = [
      (new, "new"), (replaced, "replaced"), (known, "known already"), (skipped, "skipped"),
    ]
    let articles = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let read = articles.isEmpty ? "none" : articles.joined(separator: ", ")
    return "articles \(read); sentences \(sentences); reports \(reports)"
  }

  /// The reasons for which triggers were not coded, commonest first.
  package var reasons: [(reason: String, count: Int)] {
    rejections.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (reason: $0.key, count: $0.value) }
  }
}
