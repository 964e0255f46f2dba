import Actors
public import DataFiles
public import Foundation
import Language
public import Ontology

/// Codes articles: who did what to whom, sentence by sentence.
///
/// In: an ``Article``. Out: a ``CodedArticle`` with its reports and with what was not coded, and why.
/// Read `LanguageCoder` next, then `Features/` (what is seen), `Assembly/Decoder` (how it is decided)
/// and `Assembly/ReportBuilder` (what is written down).
public struct EventCoder: Sendable {
  private let ontology: Ontology
  private let identifier: LanguageIdentifier
  private var coders: [String: LanguageCoder]

  /// The languages that can be coded.
  public static let languages = ["en", "id"]

  /// Loads the models, dictionaries and frames of every language.
  ///
  /// - Parameter actors: the file of a user's own actor dictionary, which wins over ours.
  /// - Throws: ``DataError`` when a data file is missing or malformed.
  public init(
    ontology: Ontology, data: DataDirectory, actors: URL? = nil
  ) throws(DataError) {
    self.ontology = ontology
    identifier = try LanguageIdentifier(data: data)
    let dictionary = try ActorDictionary(data: data, ontology: ontology, own: actors)
    coders = [:]
    for language in Self.languages {
      coders[language] = try LanguageCoder(
        language, ontology: ontology, dictionary: dictionary, data: data)
    }
  }

  /// Codes one article; pure, and the same on every run.
  ///
  /// A text whose language is neither given nor found out is read as Indonesian.
  public func code(_ article: Article) -> CodedArticle {
    guard let coder = coder(for: article) else {
      return CodedArticle(
        article: article, language: "", sentences: [], reports: [], rejections: [])
    }
    return coder.code(article, ontology: ontology)
  }

  /// The language in which an article is read; nil for one that cannot be coded.
  public func language(of article: Article) -> String? {
    article.language ?? identifier.language(of: article.text)
  }

  /// The sentences of an article as the models see them.
  package func analyses(of article: Article) -> [SentenceAnalysis] {
    coder(for: article)?.analyses(of: article) ?? []
  }

  /// The same coder with other models for a language.
  package func with(_ models: CoderModels, for language: String) -> EventCoder {
    var copy = self
    copy.coders[language]?.models = models
    return copy
  }

  /// The models by which an article is coded.
  func models(for article: Article) -> CoderModels? { coder(for: article)?.models }

  /// The frames of a language.
  package func frames(of language: String) -> FrameLexicon? { coders[language]?.frames }

  private func coder(for article: Article) -> LanguageCoder? {
    coders[language(of: article) ?? "id"]
  }
}
