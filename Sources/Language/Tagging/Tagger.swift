package import DataFiles

/// The part-of-speech tagger: an averaged perceptron that decides word by word from the left.
///
/// In: an ``EncodedSentence``. Out: its ``EncodedSentence/tags``. ``TaggerFrame`` says what it looks
/// at.
package struct Tagger: Sendable {
  private let weights: Weights
  private let features: Int
  /// The words the model was trained on, with their tags.
  package let known: KnownWords

  /// Loads `tagger.bin` of a language.
  ///
  /// - Throws: ``DataError`` when it is missing or damaged.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    self.init(try ModelFile("\(language)/tagger.bin", kind: "tagger", data: data))
  }

  /// A tagger over a model.
  package init(_ model: ModelFile) {
    weights = model.weights
    known = KnownWords(table: model.known)
    features = TaggerFrame.count(styles: model.styles)
  }

  /// Tags every word of a sentence.
  package func tag(
    _ sentence: inout EncodedSentence, style: TreebankStyle, _ scratch: inout Scratch
  ) {
    for index in 0..<sentence.count {
      scratch.tagger.fill(sentence, at: index, style: UInt64(style.rawValue))
      weights.score(
        scratch.tagger.features, count: features, rows: &scratch.rows, into: &scratch.scores)
      sentence.tags[index] = UInt8(scratch.best(among: UPOS.all.count))
    }
  }
}

/// The house style of a treebank, where a language has more than one.
///
/// Indonesian: GSD writes noun compounds as `compound` and *oleh* agents as `obl`; CSUI and PUD,
/// as news prefers, write `nmod` and `obl:agent`.
public enum TreebankStyle: Int, CaseIterable, Sendable {
  /// Indonesian GSD.
  case gsd = 0
  /// Indonesian CSUI and PUD.
  case csui = 1

  /// The style of this name, `gsd` or `csui`.
  public init?(name: String) {
    guard let style = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = style
  }
}

/// Space for the work on a sentence, reused from one to the next; one a thread.
package struct Scratch {
  /// The tagger's features.
  package var tagger = TaggerFrame()
  /// The parser's features.
  package var parser = ParserFrame()
  /// The parser's state.
  package var state = ParserState()
  /// The sentence in hand.
  package var sentence = EncodedSentence()
  var rows = [UInt32](repeating: 0, count: 512)
  /// A score a class.
  package var scores = [Int32](repeating: 0, count: 128)

  /// Fresh space.
  package init() {}

  /// The first of the best scored classes below `count`.
  @inline(__always)
  func best(among count: Int) -> Int {
    var best = 0
    for index in 1..<count where scores[index] > scores[best] { best = index }
    return best
  }
}

extension ModelFile {
  /// How many house styles the model tells apart; 1 when it knows none.
  package var styles: Int {
    header["styles"]?.first.flatMap { Int($0) } ?? 1
  }
}
