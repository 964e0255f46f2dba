public import DataFiles

/// The four steps from text to trees: sentences, tokens, tags with lemmas, dependency trees.
///
/// In: an article's text. Out: its ``Sentence``s in order. Start reading here; `Text/`, `Tagging/`
/// and `Parsing/` hold the steps.
public struct LanguagePipeline: Sendable {
  /// `id` or `en`.
  public let language: String

  /// Loads the models of a language.
  ///
  /// - Throws: ``DataError`` when a file of `Data/<language>/` is missing or malformed.
  public init(_ language: String, data: DataDirectory) throws(DataError) {
    self.language = language
  }

  /// The sentences of a text, in order, each with its tree.
  public func sentences(in text: String) -> [Sentence] {
    []
  }
}
