package import Coding
import Ontology

/// Scores a gold set with models that did not see the sentence that they code.
package struct CrossValidation: Sendable {
  private let parts: Int
  private let language: String
  private let thresholds: Thresholds
  private let options: LinearTrainer.Options

  /// A validation in that many parts.
  package init(
    parts: Int, language: String, thresholds: Thresholds, options: LinearTrainer.Options
  ) {
    self.thresholds = thresholds
    self.options = options
    self.parts = max(2, parts)
    self.language = language
  }

  /// The score over all parts, and where labelled events got lost.
  ///
  /// A document belongs to the part of the labelled sentence with the same identifier; documents
  /// that are no labelled sentence are left out.
  package func score(
    _ set: GoldSet, examples: [CoderTrainer.Example], coder: EventCoder
  ) -> (score: GoldScore, stages: StageShares) {
    var score = GoldScore()
    var stages = StageShares()
    let trainer = CoderTrainer(options: options)
    for part in 0..<parts {
      let held = examples.enumerated().filter { $0.offset % parts == part }.map(\.element)
      let seen = examples.enumerated().filter { $0.offset % parts != part }.map(\.element)
      let models = trainer.train(seen, thresholds: thresholds)
      let trained = coder.with(models, for: language)
      for example in held { stages.add(example, decoder: Decoder(models)) }
      let names = Set(held.map(\.sentence.id))
      for document in set.documents where names.contains(document.article.id) {
        score.add(document, reports: trained.code(document.article).reports)
      }
    }
    return (score, stages)
  }
}
