package import Language

/// A sentence's tree laid out for walking: heads, children and lowered words in flat arrays.
///
/// In: a ``Sentence``. Out: look-ups in O(1) and paths between words. Positions count from 0; the
/// root's head is −1.
package struct TreeView: Sendable {
  /// The sentence itself.
  package let sentence: Sentence
  /// The head of each word, −1 for the root.
  package let heads: [Int]
  /// Lowered lemmas.
  package let lemmas: [String]
  /// Lowered forms.
  package let forms: [String]
  private let firstChild: [Int]
  private let childList: [Int]

  /// Lays out a sentence; a head that points outside becomes the root's.
  package init(_ sentence: Sentence) {
    self.sentence = sentence
    let words = sentence.words
    heads = words.indices.map { index in
      let head = words[index].head - 1
      return head >= 0 && head < words.count && head != index ? head : -1
    }
    forms = words.map { $0.form.lowercased() }
    lemmas = words.map { $0.lemma.lowercased() }
    var counts = [Int](repeating: 0, count: words.count + 1)
    for head in heads where head >= 0 { counts[head + 1] += 1 }
    for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
    firstChild = counts
    var next = counts
    var list = [Int](repeating: 0, count: counts.last ?? 0)
    for (index, head) in heads.enumerated() where head >= 0 {
      list[next[head]] = index
      next[head] += 1
    }
    childList = list
  }

  /// The number of words.
  package var count: Int { heads.count }

  /// The words that hang on a word, from left to right.
  package func children(of word: Int) -> ArraySlice<Int> {
    childList[firstChild[word]..<firstChild[word + 1]]
  }

  /// The relation of a word to its head, with subtype.
  package func relation(_ word: Int) -> String { sentence.words[word].deprel }

  /// The relation without subtype.
  package func baseRelation(_ word: Int) -> Substring { sentence.words[word].baseDeprel }

  /// The part of speech of a word.
  package func upos(_ word: Int) -> UPOS { sentence.words[word].upos }

  /// The first child of a word with one of the relations, subtypes included.
  package func child(of word: Int, by relations: Set<String>) -> Int? {
    children(of: word).first {
      relations.contains(relation($0)) || relations.contains(String(baseRelation($0)))
    }
  }

  /// The adposition that marks a word: its leftmost `case` child.
  package func marker(of word: Int) -> Int? {
    children(of: word).first { baseRelation($0) == "case" }
  }

  /// The steps from one word up to the common ancestor and down to another.
  ///
  /// - Returns: nil when the way is longer than `limit` steps.
  package func path(from start: Int, to end: Int, limit: Int = 7) -> TreePath? {
    var ups = [start]
    while let last = ups.last, heads[last] >= 0, ups.count <= limit { ups.append(heads[last]) }
    var downs = [end]
    while let last = downs.last {
      if let meeting = ups.firstIndex(of: last) {
        guard meeting + downs.count - 1 <= limit else { return nil }
        return TreePath(ups: Array(ups[..<meeting]), downs: downs.dropLast().reversed())
      }
      guard heads[last] >= 0, downs.count <= limit else { return nil }
      downs.append(heads[last])
    }
    return nil
  }

  /// Whether `word` is `ancestor` or stands below it.
  package func isBelow(_ word: Int, _ ancestor: Int) -> Bool {
    var current = word
    var steps = 0
    while current >= 0, steps <= count {
      if current == ancestor { return true }
      current = heads[current]
      steps += 1
    }
    return false
  }
}

/// The way between two words of a tree.
package struct TreePath: Sendable {
  /// The words left behind while climbing; the first is the start.
  package let ups: [Int]
  /// The words reached while descending; the last is the end.
  package let downs: [Int]

  /// The number of steps.
  package var length: Int { ups.count + downs.count }
}
