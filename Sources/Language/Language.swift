public import DataFiles

/// The four steps from text to trees: sentences, tokens, tags with lemmas, dependency trees.
///
/// In: an article's text. Out: its ``Sentence``s in order. Start reading here; `Text/`, `Tagging/`
/// and `Parsing/` hold the steps.
public struct LanguagePipeline: Sendable {
  /// `id` or `en`.
  public let language: String
  /// The house style in which trees are built; of English there is one alone.
  public let style: TreebankStyle

  private let segmenter: TextSegmenter
  private let syntax: Syntax

  /// Loads the models of a language.
  ///
  /// - Parameter style: the house style of the trees; ``TreebankStyle/csui`` is that of news.
  /// - Throws: ``DataError`` when a file of `Data/<language>/` is missing or malformed.
  public init(
    _ language: String, style: TreebankStyle = .csui, data: DataDirectory
  ) throws(DataError) {
    self.language = language
    self.style = style
    segmenter = try TextSegmenter(language, data: data)
    syntax = try Syntax(language, data: data)
  }

  /// The comment that marks a sentence which ends only because it grew too long.
  package static let cutComment = " cut = too long"

  /// The sentences of a text, in order, each with its tree.
  ///
  /// A sentence that was cut because it is too long says so in its comments.
  public func sentences(in text: String) -> [Sentence] {
    var scratch = Scratch()
    return segmenter.sentences(in: text).map { raw in
      var sentence = Self.sentence(of: raw)
      syntax.annotate(&sentence.words, style: style, &scratch)
      return sentence
    }
  }

  /// The same sentences, words and tokens with tags, lemmas, features and trees of this pipeline's.
  package func reparsed(_ sentences: [Sentence]) -> [Sentence] {
    var scratch = Scratch()
    return sentences.map { sentence in
      var sentence = sentence
      syntax.annotate(&sentence.words, style: style, &scratch)
      return sentence
    }
  }

  private static func sentence(of raw: RawSentence) -> Sentence {
    var words: [Word] = []
    words.reserveCapacity(raw.tokens.count + 4)
    var tokens: [MultiwordToken] = []
    for token in raw.tokens {
      let first = words.count
      for (form, span) in zip(token.words, token.wordSpans) {
        words.append(Word(form: form, lemma: "", upos: .x, head: 0, deprel: "", span: span))
      }
      if token.words.count > 1 {
        tokens.append(MultiwordToken(form: token.form, words: first..<words.count))
      }
    }
    return Sentence(
      text: raw.text, span: raw.span, words: words, multiwordTokens: tokens,
      comments: raw.wasCut ? [cutComment] : [])
  }
}
