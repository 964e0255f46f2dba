package import Language

/// The extent of noun phrases in a sentence's tree; without a tree, runs of nominal words.
package struct NounPhrase {
  private let words: [Word]
  /// Whether the sentence has a tree at all.
  let hasTree: Bool

  /// The relations by which a phrase holds its parts together.
  private static let inner: Set<Substring> = [
    "flat", "compound", "nmod", "amod", "nummod", "det", "clf", "fixed", "goeswith",
  ]

  /// Words that a preposition marks: they begin a phrase of their own.
  private let isMarked: [Bool]

  /// The .
  package init(_ sentence: Sentence) {
    words = sentence.words
    var marked = [Bool](repeating: false, count: sentence.words.count)
    for word in sentence.words where word.upos == .adp && word.head > 0 {
      marked[word.head - 1] = marked[word.head - 1] || word.baseDeprel == "case"
    }
    isMarked = marked
    hasTree = sentence.words.contains { $0.head > 0 }
  }

  /// Whether a word can be part of a name or a noun phrase.
  static func isNominal(_ word: Word) -> Bool {
    switch word.upos {
    case .noun, .propn, .adj, .num, .det, .pron: true
    case .x: word.isCapitalized
    default: false
    }
  }

  /// The phrase that the word heads or belongs to, without the relative clauses after it.
  ///
  /// Climbs from the word to the head of its phrase, then takes in all parts that stand together.
  package func range(around word: Int) -> Range<Int> {
    guard words.indices.contains(word) else { return word..<word }
    guard hasTree else { return run(around: word) }
    var head = word
    for _ in 0..<6 {
      guard Self.inner.contains(words[head].baseDeprel), words[head].head > 0, !isMarked[head]
      else { break }
      head = words[head].head - 1
    }
    return range(headedBy: head)
  }

  /// The phrase of which the word is the head.
  package func range(headedBy head: Int) -> Range<Int> {
    guard hasTree else { return run(around: head) }
    var lower = head
    var upper = head + 1
    while lower > 0, belongs(lower - 1, to: head) { lower -= 1 }
    while upper < words.count, belongs(upper, to: head) { upper += 1 }
    while lower < head, words[lower].upos == .adp || words[lower].upos == .punct { lower += 1 }
    while upper > head + 1, [.punct, .adp, .cconj].contains(words[upper - 1].upos) { upper -= 1 }
    return lower..<upper
  }

  /// Whether `word` hangs below `head` by the relations of a noun phrase alone.
  func belongs(_ word: Int, to head: Int) -> Bool {
    var current = word
    for _ in 0..<8 {
      if current == head { return true }
      guard Self.inner.contains(words[current].baseDeprel) || words[current].upos == .punct,
        words[current].head > 0, !isMarked[current]
      else { return false }
      current = words[current].head - 1
    }
    return false
  }

  /// The word of a range whose head lies outside it.
  func head(of range: Range<Int>) -> Int? {
    guard hasTree else { return nil }
    return range.first { position in
      let head = words[position].head - 1
      return !range.contains(head) && words[position].upos != .punct
        && words[position].baseDeprel != "case"
    }
  }

  private func run(around word: Int) -> Range<Int> {
    var lower = word
    var upper = word + 1
    while lower > 0, Self.isNominal(words[lower - 1]) { lower -= 1 }
    while upper < words.count, Self.isNominal(words[upper]) { upper += 1 }
    return lower..<upper
  }
}
