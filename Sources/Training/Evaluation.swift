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

  /// How well a pipeline's models do on a treebank whose words they are given.
  package init(of syntax: Syntax, on set: TrainingSet) {
    var scratch = Scratch()
    for gold in set.sentences {
      var parsed = gold
      syntax.annotate(&parsed.words, style: set.style, &scratch)
      add(gold: gold, parsed: parsed)
    }
  }

  /// How well a tagger does on a treebank; heads and relations are not counted.
  package init(of tagger: Tagger, on set: TrainingSet, stems: Stemmer) {
    var scratch = Scratch()
    for gold in set.sentences {
      var sentence = EncodedSentence()
      for word in gold.words {
        let spelling = Spelling(word.form)
        sentence.append(
          spelling, known: tagger.known.tags(of: spelling.word), stem: stems.code(word.form))
      }
      tagger.tag(&sentence, style: set.style, &scratch)
      words += gold.words.count
      tags += gold.words.indices.count {
        UPOS.all[Int(sentence.tags[$0])] == gold.words[$0].upos
      }
    }
  }

  /// Takes a sentence; both have the same words.
  package mutating func add(gold: Sentence, parsed: Sentence) {
    for (right, found) in zip(gold.words, parsed.words) {
      words += 1
      tags += right.upos == found.upos ? 1 : 0
      heads += right.head == found.head ? 1 : 0
      arcs += right.head == found.head && right.deprel == found.deprel ? 1 : 0
    }
  }

  /// The share of words with the right part of speech.
  package var tagSummary: String { "\(Percent(tags, of: words)) of \(words) words" }

  /// One line: UPOS, UAS, LAS.
  package var summary: String {
    "UPOS \(Percent(tags, of: words)), UAS \(Percent(heads, of: words)), "
      + "LAS \(Percent(arcs, of: words)) of \(words) words"
  }
}
