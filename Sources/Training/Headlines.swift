import Language

/// Headlines made from a treebank's sentences, since treebanks hold so few of them.
///
/// A sentence of a few words whose verb is active is repeated without the prefixes that headlines
/// drop and without its stop: *Rusia menuding Ukraina.* gives *Rusia tuding Ukraina*.
struct Headlines {
  private let stems: Stemmer
  private static let words = 4...16

  init(stems: Stemmer) {
    self.stems = stems
  }

  /// The sentences of a set that headlines can be made of, as such.
  func made(of sentences: [Sentence]) -> [Sentence] {
    sentences.compactMap(headline)
  }

  private func headline(of sentence: Sentence) -> Sentence? {
    guard Self.words.contains(sentence.words.count), sentence.isTree,
      let root = sentence.words.first(where: { $0.head == 0 }), root.upos == .verb
    else { return nil }
    var headline = sentence
    var shortened = 0
    for (index, word) in sentence.words.enumerated() where word.upos == .verb {
      guard let short = stems.shortened(word.form) else { continue }
      headline.words[index].form = short
      shortened += 1
    }
    if let last = sentence.words.last, last.form == ".", last.head > 0 {
      headline.words.removeLast()
    }
    headline.multiwordTokens = []
    return shortened > 0 ? headline : nil
  }
}
