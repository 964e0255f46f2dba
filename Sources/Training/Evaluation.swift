package import Language

/// How well trees agree with a treebank's: counts over words, given the gold words.
package struct Evaluation: Equatable {
  /// The number of words.
  package private(set) var words = 0
  /// Words with the right part of speech.
  package private(set) var tags = 0
  /// Words with the right head.
  package private(set) var heads = 0
  /// Words with the right head and relation, subtypes included.
  package private(set) var arcs = 0

  /// The evaluation of nothing.
  package init() {}

  /// Takes a sentence; both have the same words.
  package mutating func add(gold: Sentence, parsed: Sentence) {
    for (right, found) in zip(gold.words, parsed.words) {
      words += 1
      tags += right.upos == found.upos ? 1 : 0
      heads += right.head == found.head ? 1 : 0
      arcs += right.head == found.head && right.deprel == found.deprel ? 1 : 0
    }
  }

  /// One line: UPOS, UAS, LAS.
  package var summary: String {
    "UPOS \(Percent(tags, of: words)), UAS \(Percent(heads, of: words)), "
      + "LAS \(Percent(arcs, of: words)) of \(words) words"
  }
}
