package import Language

/// Trains the tagger and the parser of a language.
///
/// In: treebanks as ``TrainingSet``s, ``TrainingOptions``. Out: a ``ModelFile`` each, the same bytes
/// for the same input and seed. Read ``TaggerTrainer`` and ``ParserTrainer`` next, then
/// ``TrainingWeights``.
package struct TrainingOptions: Sendable {
  /// Where the random numbers begin.
  package var seed: UInt64 = 1
  /// How often the tagger goes over the training set.
  package var taggerIterations = 8
  /// How often the parser goes over the training set.
  package var parserIterations = 10
  /// Parts of the training set that are tagged by a tagger trained on the others.
  package var folds = 5
  /// Of 1000 steps from the second round on, how many follow the parser's own choice.
  package var exploration = 900
  /// By how much the right transition's score must lead for a step to leave the weights alone.
  package var margin: Int32 = 200
  /// The same for the tagger.
  package var taggerMargin: Int32 = 50
  /// How many models with seeds of their own are summed into one.
  package var models = 1
  /// The size of the packed weights, in bytes.
  package var bytes = 6_000_000
  /// Whether headlines are made of the treebanks' sentences and learnt as well.
  package var addsHeadlines = false
  /// How many house styles the treebanks have: 2 for Indonesian, 1 for English.
  package var styles = 1

  /// The options by which the shipped models are trained, but for `styles`.
  package init() {}
}

/// Sentences of one treebank in one house style.
package struct TrainingSet {
  /// The trees.
  package var sentences: [Sentence]
  /// Their house style.
  package var style: TreebankStyle

  /// A set of trees in a style.
  package init(sentences: [Sentence], style: TreebankStyle) {
    self.sentences = sentences
    self.style = style
  }
}

/// Receives a line on the progress of a training.
package typealias TrainingProgress = (String) -> Void

/// A sentence with its gold tags and tree, as the trainers use it.
struct TrainingSentence {
  var encoded: EncodedSentence
  let style: TreebankStyle
  let tags: [UInt8]
  let oracle: Oracle

  /// A treebank's sentence; nil when its heads form no tree.
  init?(_ sentence: Sentence, style: TreebankStyle, relations: [String: Int], stems: Stemmer) {
    guard sentence.isTree else { return nil }
    encoded = EncodedSentence()
    for word in sentence.words {
      encoded.append(Spelling(word.form), known: 0, stem: stems.code(word.form))
    }
    self.style = style
    tags = sentence.words.map { UInt8(UPOS.all.firstIndex(of: $0.upos) ?? 0) }
    oracle = Oracle(
      heads: sentence.words.map(\.head),
      relations: sentence.words.map { relations[$0.deprel] ?? -1 })
  }

  /// Marks the words with the tags that `words` knows them with.
  mutating func mark(_ words: KnownWords) {
    for index in 0..<encoded.count {
      encoded.setKnown(words.tags(of: encoded.spelling(index).word), at: index)
    }
  }

  /// All sentences of the sets that are trees.
  static func all(
    _ sets: [TrainingSet], relations: [String], stems: Stemmer, options: TrainingOptions
  ) -> [TrainingSentence] {
    let headlines = Headlines(stems: stems)
    let numbers = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($0.element, $0.offset) })
    return sets.flatMap { set in
      let added = options.addsHeadlines ? headlines.made(of: set.sentences) : []
      return (set.sentences + added).compactMap {
        TrainingSentence($0, style: set.style, relations: numbers, stems: stems)
      }
    }
  }
}
