package import DataFiles

/// Gives words their lemmas and morphological features, once tags and tree are there.
///
/// Verbs, nouns, adjectives and adverbs are taken apart by the ``Stemmer``, unless the table
/// `lemmas.tsv` knows better; its features stand for other words as well. The stem is the lemma.
/// Features beyond those of Universal Dependencies' treebanks: `Prefix=` and `Suffix=` name the
/// affixes (`Prefix=Di`, `Prefix=PeN|Suffix=An`; several in alphabetical order with commas),
/// `Redup=Yes` marks a doubled stem. Every verb has `Voice=Act` or `Voice=Pass`.
package struct Lemmatizer: Sendable {
  private let stemmer: Stemmer
  private let facts: FactTable

  /// Loads the tables of a language.
  ///
  /// - Throws: ``DataError`` when a table is missing or malformed.
  package init(_ language: String, stemmer: Stemmer, data: DataDirectory) throws(DataError) {
    self.stemmer = stemmer
    let columns = ["form", "upos", "lemma", "feats", "source"]
    facts = try FactTable("\(language)/lemmas.tsv", columns: columns, keys: 2, data: data)
  }

  /// Sets the lemma and the features of every word.
  package func lemmatize(_ words: inout [Word]) {
    for index in words.indices {
      let (lemma, feats) = reading(of: words[index])
      words[index].lemma = lemma
      words[index].feats = feats
    }
    for index in words.indices where words[index].upos == .verb { giveVoice(index, &words) }
  }

  private func reading(of word: Word) -> (lemma: String, feats: String) {
    let lowered = word.form.loweredBytes
    if let line = line(lowered, word.upos) {
      let lemma = facts.field(2, ofLine: line)
      return (lemma.isEmpty ? word.form : lemma, facts.field(3, ofLine: line))
    }
    switch word.upos {
    case .verb, .noun, .adj, .adv, .num:
      guard lowered.count <= 60 else { return (word.form, "") }
      return reading(of: lowered, word.upos)
    case .propn, .x, .sym, .punct: return (word.form, "")
    default: return (String(decoding: lowered, as: UTF8.self), "")
    }
  }

  private func line(_ form: [UInt8], _ upos: UPOS) -> Int? {
    var key = HashedBytes()
    for byte in form { key.add(byte) }
    key.add(UInt8(ascii: "\t"))
    for byte in upos.rawValue.utf8 { key.add(byte) }
    key.add(UInt8(ascii: "\t"))
    return facts.line(key)
  }

  private func reading(of word: [UInt8], _ upos: UPOS) -> (lemma: String, feats: String) {
    let tag = UInt8(UPOS.all.firstIndex(of: upos) ?? 0)
    if let (half, found) = stemmer.redoubled(word, tag: tag) {
      let number = upos == .noun ? ["Number=Plur"] : []
      return (found.lemma(half), stemmer.feats(found, and: ["Redup=Yes"] + number))
    }
    let found = stemmer.analyse(word, tag: tag)
    return (found.lemma(word), found.affixes == 0 ? "" : stemmer.feats(found, and: []))
  }

  /// A verb whose affixes say nothing of its voice has the one that the tree shows.
  private func giveVoice(_ index: Int, _ words: inout [Word]) {
    let feats = words[index].feats
    guard !feats.contains("Voice=") else { return }
    let isPassive = Self.hasPassiveDependent(index, words) || Self.isParticiple(index, words)
    let voice = isPassive ? "Voice=Pass" : "Voice=Act"
    words[index].feats = feats.isEmpty ? voice : "\(feats)|\(voice)"
  }

  /// A past participle as a modifier (*weapons made there*), or joined to a passive verb before it.
  private static func isParticiple(_ index: Int, _ words: [Word]) -> Bool {
    let word = words[index]
    guard word.feats.contains("Tense=Past") else { return false }
    if word.deprel == "acl" || word.deprel == "amod" { return true }
    guard word.deprel == "conj", word.head >= 1, word.head <= index else { return false }
    return words[word.head - 1].feats.contains("Voice=Pass")
      && !words[word.head..<index].contains { $0.head == index + 1 && $0.deprel == "nsubj" }
  }

  private static func hasPassiveDependent(_ index: Int, _ words: [Word]) -> Bool {
    words[max(0, index - 30)..<min(words.count, index + 30)].contains {
      $0.head == index + 1 && ($0.deprel.hasSuffix(":pass") || $0.deprel == "obl:agent")
    }
  }
}

extension Stemmer.Analysis {
  /// The stem as a word.
  func lemma(_ word: [UInt8]) -> String {
    String(decoding: before + word[stem] + behind, as: UTF8.self)
  }
}

extension Stemmer {
  /// A doubled word by its half: *monyet-monyet*, *tarik-menarik*; nil for any other.
  func redoubled(_ word: [UInt8], tag: UInt8) -> (half: [UInt8], found: Analysis)? {
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), hyphen > 1, hyphen < word.count - 2
    else { return nil }
    let left = Array(word[..<hyphen])
    let right = Array(word[(hyphen + 1)...])
    let first = analyse(left, tag: nil)
    let second = analyse(right, tag: nil)
    guard left == right || first.lemma(left) == second.lemma(right) else { return nil }
    return first.affixes != 0 || second.affixes == 0 ? (left, first) : (right, second)
  }

  /// The features of an analysis and further ones, in alphabetical order.
  func feats(_ found: Analysis, and further: [String]) -> String {
    var feats = further
    if found.prefix >= 0 { Self.add(affixes.prefixes[found.prefix].feats, to: &feats) }
    if found.suffix >= 0 { Self.add(affixes.suffixes[found.suffix].feats, to: &feats) }
    for isPrefix in [true, false] {
      let names = affixes.shownNames(found.affixes, prefixes: isPrefix)
      if !names.isEmpty { feats.append("\(isPrefix ? "Prefix" : "Suffix")=\(names)") }
    }
    return feats.sorted().joined(separator: "|")
  }

  /// Adds features to a list unless their names are there.
  private static func add(_ more: String, to feats: inout [String]) {
    for feat in more.split(separator: "|") {
      let name = feat.prefix { $0 != "=" }
      if !feats.contains(where: { $0.hasPrefix("\(name)=") }) { feats.append(String(feat)) }
    }
  }
}

extension AffixTable {
  /// The names of the affixes of a set that begin with a capital, with commas between them.
  func shownNames(_ set: UInt64, prefixes: Bool) -> String {
    names.indices
      .filter { set & 1 << UInt64($0) != 0 && isPrefix[$0] == prefixes }
      .map { names[$0] }
      .filter { $0.first?.isUppercase ?? false }
      .sorted().joined(separator: ",")
  }
}
