extension CoNLLU {
  /// Sentences as CoNLL-U text, each closed by an empty line.
  ///
  /// A sentence without a `text` comment gets one. Tabs and line ends inside a form are written as
  /// spaces; `SpaceAfter=No` stands where two tokens touch.
  package static func text(of sentences: [Sentence]) -> String {
    var out = ""
    for sentence in sentences { append(sentence, to: &out) }
    return out
  }

  /// Appends one sentence, its comments first.
  package static func append(_ sentence: Sentence, to out: inout String) {
    for comment in sentence.comments { out += "#\(comment)\n" }
    let named = sentence.comments.contains { $0.hasPrefix(" text =") || $0.hasPrefix("text =") }
    if !named { out += "# text = \(clean(sentence.text))\n" }
    var tokens = sentence.multiwordTokens[...]
    var covered = 0
    for (index, word) in sentence.words.enumerated() {
      if let token = tokens.first, token.words.lowerBound == index {
        tokens.removeFirst()
        covered = token.words.upperBound
        let misc = spaceAfter(sentence, last: covered - 1)
        out += "\(index + 1)-\(covered)\t\(clean(token.form))\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
      }
      append(word, number: index + 1, to: &out)
      out += index < covered ? "_\n" : "\(spaceAfter(sentence, last: index))\n"
    }
    out += "\n"
  }

  private static func append(_ word: Word, number: Int, to out: inout String) {
    out += "\(number)\t\(clean(word.form))\t\(word.lemma.isEmpty ? "_" : clean(word.lemma))\t"
    out += "\(word.upos.rawValue)\t_\t\(word.feats.isEmpty ? "_" : word.feats)\t"
    out += "\(word.head)\t\(word.deprel)\t_\t"
  }

  private static func spaceAfter(_ sentence: Sentence, last index: Int) -> String {
    let next = index + 1
    guard next < sentence.words.count else { return "_" }
    return sentence.words[index].span.upperBound == sentence.words[next].span.lowerBound
      ? "SpaceAfter=No" : "_"
  }

  private static func clean(_ text: String) -> String {
    let breaks: Set<UInt8> = [9, 10, 13]
    guard text.utf8.contains(where: { breaks.contains($0) }) else { return text }
    let bytes = text.utf8.map { breaks.contains($0) ? UInt8(ascii: " ") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
