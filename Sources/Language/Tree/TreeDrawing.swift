extension Sentence {
  /// The tree for a reader: a word a line, set in below its head, in the order of the text.
  package var drawing: String {
    var children = [[Int]](repeating: [], count: words.count + 1)
    for (index, word) in words.enumerated() { children[min(word.head, words.count)].append(index) }
    var out = "\(text)\n"
    var open = children[0].reversed().map { (index: $0, depth: 1) }
    while let (index, depth) = open.popLast() {
      let word = words[index]
      let feats = word.feats.isEmpty ? "" : " \(word.feats)"
      let indent = String(repeating: "  ", count: depth)
      out += "\(indent)\(word.deprel): \(word.form) [\(word.lemma) \(word.upos.rawValue)\(feats)]\n"
      open += children[index + 1].reversed().map { (index: $0, depth: depth + 1) }
    }
    return out
  }
}
