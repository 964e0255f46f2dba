import Actors
public import DataFiles
import Language
public import Ontology

/// Codes articles: who did what to whom, sentence by sentence.
///
/// In: an ``Article``. Out: a ``CodedArticle`` with its reports and with what was not coded, and why.
public struct EventCoder: Sendable {
  /// Loads the models, dictionaries and frames of every language.
  ///
  /// - Throws: ``DataError`` when a data file is missing or malformed.
  public init(ontology: Ontology, data: DataDirectory) throws(DataError) {}

  /// Codes one article; pure, and the same on every run.
  public func code(_ article: Article) -> CodedArticle {
    CodedArticle(article: article, language: "id", sentences: [], reports: [], rejections: [])
  }
}
