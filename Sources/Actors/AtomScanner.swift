import Language

/// Finds the dictionary's phrases in a sentence: from left to right, the longest first.
struct AtomScanner {
  let dictionary: ActorDictionary
  let language: String
  /// Words that undo a name beside them in one token: the "pro" of "pro-Russian".
  let blockers: Set<Int32>
  /// Names that are given names as well: "Jordan", "Israel".
  let givenNames: Set<Int32>

  init(_ dictionary: ActorDictionary, language: String) {
    self.dictionary = dictionary
    self.language = language
    func numbers(_ use: PhraseWord) -> Set<Int32> {
      dictionary.wordNumbers(use: use, language: language)
    }
    blockers = numbers(.blocker)
    givenNames = numbers(.givenName)
  }

  private var bit: UInt8 { language == "id" ? 2 : 1 }

  /// The phrases of a sentence, in order; none overlaps another but in one hyphened word.
  func atoms(in words: [Word], _ list: PieceList) -> [Atom] {
    var atoms: [Atom] = []
    var position = 0
    let pieces = list.pieces
    while position < pieces.count {
      guard let (end, meaning) = longest(at: position, list, words) else {
        position += 1
        continue
      }
      if case .word = meaning, end > position + 1,
        let inner = longest(at: position + 1, list, words), inner.0 > end
      {
        position += 1
        continue
      }
      let range = pieces[position].word..<pieces[end - 1].word + 1
      let isPart = !pieces[position].isFirst || !pieces[end - 1].isLast
      let known = atoms.last?.words.upperBound ?? -1
      if !isBlocked(position..<end, list, words, meaning, behind: known) {
        atoms.append(Atom(words: range, meaning: meaning, isPart: isPart))
      }
      position = end
    }
    return atoms
  }

  private func longest(
    at start: Int, _ list: PieceList, _ words: [Word]
  ) -> (Int, Atom.Meaning)? {
    let pieces = list.pieces
    var node: Int32 = 0
    var best: (Int, Atom.Meaning)?
    var position = start
    while position < pieces.count {
      let piece = pieces[position]
      var next = piece.form >= 0 ? dictionary.trie.next(node, piece.form) : -1
      if next < 0, piece.stem >= 0, piece.stem != piece.form {
        next = dictionary.trie.next(node, piece.stem)
      }
      guard next >= 0 else { break }
      node = next
      position += 1
      if dictionary.trie.firstEntry(at: node) >= 0,
        let meaning = meaning(of: node, start..<position, list)
      {
        best = (position, meaning)
      }
    }
    return best
  }

  /// The meaning of a phrase here: the reader's own first, then states, organisations, persons.
  private func meaning(
    of node: Int32, _ range: Range<Int>, _ list: PieceList
  ) -> Atom.Meaning? {
    var entry = dictionary.trie.firstEntry(at: node)
    var best: (rank: Int, entry: ActorDictionary.Entry)?
    var people: [Int32] = []
    let isPart = !list.pieces[range.lowerBound].isFirst || !list.pieces[range.upperBound - 1].isLast
    while entry >= 0 {
      let candidate = dictionary.entries[Int(entry)]
      entry = candidate.next
      guard isAllowed(candidate, range, list, isPart: isPart) else { continue }
      if candidate.kind == .person { people.append(candidate.index) }
      let rank = rank(of: candidate)
      if rank >= best?.rank ?? 0 { best = (rank, candidate) }
    }
    guard let best else { return nil }
    let index = Int(best.entry.index)
    switch best.entry.kind {
    case .state: return .state(index)
    case .organization: return .organization(index)
    case .person: return .persons(people)
    case .place: return .place(index)
    case .role: return .role(index)
    case .word: return .word(dictionary.words[index])
    }
  }

  private func rank(of entry: ActorDictionary.Entry) -> Int {
    let kind =
      switch entry.kind {
      case .word: dictionary.words[Int(entry.index)].isReference ? 12 : 1
      case .state: 10
      case .organization: 8
      case .person: 6
      case .role: 4
      case .place: 2
      }
    return kind + (entry.isOwn ? 100 : 0) + (entry.languages & bit != 0 ? 50 : 1)
  }

  private func isAllowed(
    _ entry: ActorDictionary.Entry, _ range: Range<Int>, _ list: PieceList, isPart: Bool
  ) -> Bool {
    let first = list.pieces[range.lowerBound]
    let isOurs = entry.languages & bit != 0
    switch entry.kind {
    case .role, .word: guard isOurs, !isPart else { return false }
    case .state, .organization, .person, .place: break
    }
    switch entry.rule {
    case .any: return isOurs || first.shape > .small
    case .capital: return first.shape > .small || (list.isLenient && isOurs)
    case .allCapitals:
      return (isOurs || entry.kind == .organization) && first.shape == .allCapitals
        || (list.isLenient && isOurs && entry.kind == .organization)
    }
  }

  /// "pro-Russian" is not Russian; "Jordan Smith" and "Melania Trump" are neither state nor
  /// president.
  private func isBlocked(
    _ range: Range<Int>, _ list: PieceList, _ words: [Word], _ meaning: Atom.Meaning,
    behind known: Int
  ) -> Bool {
    switch meaning {
    case .role, .word: return false
    case .state, .place, .persons, .organization: break
    }
    let pieces = list.pieces
    let word = pieces[range.lowerBound].word
    func isBlocker(_ position: Int) -> Bool {
      pieces.indices.contains(position) && pieces[position].word == word
        && blockers.contains(pieces[position].form)
    }
    if isBlocker(range.lowerBound - 1) || isBlocker(range.upperBound) { return true }
    guard range.count == 1, !list.isTitleCased else { return false }
    let follows = known != word && followsName(word, words)
    if case .persons = meaning { return follows }
    return givenNames.contains(pieces[range.lowerBound].form)
      && (continuesName(word, words) || follows)
  }

  private func followsName(_ word: Int, _ words: [Word]) -> Bool {
    guard word > 0, words[word - 1].upos == .propn, words[word - 1].isCapitalized else {
      return false
    }
    return !words[word - 1].isKnownPhraseEnd(in: dictionary, language: language)
  }

  private func continuesName(_ word: Int, _ words: [Word]) -> Bool {
    guard word + 1 < words.count, words[word + 1].upos == .propn, words[word + 1].isCapitalized,
      words[word + 1].baseDeprel == "flat"
    else { return false }
    return !words[word + 1].isKnownPhraseEnd(in: dictionary, language: language)
  }
}

extension Word {
  /// Whether the form begins with a capital letter.
  var isCapitalized: Bool {
    guard let first = form.unicodeScalars.first else { return false }
    return first.isASCII ? (65...90).contains(first.value) : first.properties.isUppercase
  }

  /// Whether the word alone is a role or a state of the language: "Presiden" before "Trump".
  func isKnownPhraseEnd(in dictionary: ActorDictionary, language: String) -> Bool {
    var known = false
    var buffer: [UInt8] = []
    dictionary.folding.pieces(of: form, buffer: &buffer) { bytes, _ in
      let number = dictionary.vocabulary.number(of: bytes)
      guard number >= 0 else { return }
      let node = dictionary.trie.next(0, number)
      known = known || (node >= 0 && dictionary.trie.firstEntry(at: node) >= 0)
    }
    return known
  }
}
