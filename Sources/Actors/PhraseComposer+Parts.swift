import Language

/// The parts of a phrase, one by one, and what may stand between them.
extension PhraseComposer {
  func takeRole(
    _ number: Int, _ atom: Atom, _ composite: inout Composite, allowed: Bool
  ) -> Bool {
    guard allowed else { return false }
    switch dictionary.roles[number].kind {
    case .former:
      guard composite.roles.isEmpty else { return false }
      composite.isFormer = true
    case .modifier: break
    default:
      composite.roles.append(number)
      composite.roleWords.append(atom.words)
    }
    extend(&composite, atom.words)
    return true
  }

  func take(_ people: [Int32], _ atom: Atom, _ composite: inout Composite) {
    composite.persons = people
    composite.nameWords = atom.words
    extend(&composite, atom.words)
  }

  func takeWord(_ use: PhraseWord, _ atom: Atom, _ composite: inout Composite) -> Bool {
    if use == .article, composite.isEmpty, composite.roles.isEmpty {
      extend(&composite, atom.words)
      return true
    }
    guard use.isReference else { return false }
    if composite.isEmpty {
      composite.reference = use
      composite.words = atom.words
      return true
    }
    // "pemerintah negara itu", "menteri pertahanannya": the owner stands elsewhere.
    guard isHeadFirst, composite.owner == nil, composite.persons.isEmpty, use.ownsBehind else {
      return false
    }
    composite.reference = use
    extend(&composite, atom.words)
    return true
  }

  func extend(_ composite: inout Composite, _ words: Range<Int>) {
    composite.words =
      min(
        composite.words.lowerBound, words.lowerBound)..<max(
        composite.words.upperBound, words.upperBound)
  }

  /// Whether an atom stands so close behind that it belongs to the same phrase.
  func isBeside(_ range: Range<Int>, _ atom: Atom, _ composite: Composite) -> Bool {
    let start = atom.words.lowerBound
    if start < range.upperBound { return false }
    let gap = range.upperBound..<start
    if gap.isEmpty { return true }
    if isTransparent(gap) { return true }
    if case .word = atom.meaning { return false }
    guard gap.count <= 4, gap.allSatisfy({ isFiller(words[$0]) }) else { return false }
    guard phrases.hasTree else { return gap.count <= 2 }
    return isLinked(range, atom.words)
  }

  func isFiller(_ word: Word) -> Bool {
    switch word.upos {
    case .noun, .propn, .adj, .num: true
    default: false
    }
  }

  /// Possessive marks, and the bracket of "Perdana Menteri (PM) Anthony Albanese".
  func isTransparent(_ gap: Range<Int>) -> Bool {
    let forms = gap.map { words[$0].form }
    if forms.allSatisfy({ ["'s", "’s", "'", "’"].contains($0) }) { return true }
    if forms == ["("] || forms == [")"] || forms == ["/"] { return true }
    return forms.count <= 5 && forms.first == "(" && forms.last == ")"
      && !forms.dropFirst().dropLast().contains { $0 == "(" || $0 == ")" }
  }

  /// Whether two parts hang together in the tree as one noun phrase.
  func isLinked(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard let leftHead = phrases.head(of: left), let rightHead = phrases.head(of: right) else {
      return false
    }
    return phrases.belongs(rightHead, to: leftHead) || phrases.belongs(leftHead, to: rightHead)
  }

  /// A name that no dictionary knows, right behind the role: "juru bicara Mao Ning".
  func takeName(_ composite: inout Composite, before next: Int) {
    guard composite.persons.isEmpty, !composite.roles.isEmpty, composite.reference == nil else {
      return
    }
    let limit = next < atoms.count ? atoms[next].words.lowerBound : words.count
    guard let range = nameRange(from: composite.words.upperBound, limit: limit),
      bearsName(composite, range)
    else { return }
    composite.nameWords = range
    extend(&composite, range)
  }

  /// A title may have any name behind it, other people only a full one, an organ none.
  func bearsName(_ composite: Composite, _ range: Range<Int>) -> Bool {
    guard !isTitleCased else { return false }
    return composite.roles.contains { number in
      switch dictionary.roles[number].kind {
      case .title: true
      case .weak: composite.owner != nil || range.count > 1
      case .group: range.count > 1
      default: false
      }
    }
  }

  /// The words of a name from a position on: capitals that are tagged as names.
  func nameRange(from start: Int, limit: Int) -> Range<Int>? {
    var end = start
    while end < min(limit, words.count), end - start < 6, isNameWord(end, since: start) { end += 1 }
    while end > start, !words[end - 1].isCapitalized { end -= 1 }
    guard end > start else { return nil }
    return start..<end
  }

  func isNameWord(_ position: Int, since start: Int) -> Bool {
    let word = words[position]
    guard word.isCapitalized else {
      return position > start && isNamePart(word)
    }
    return word.upos == .propn || (word.upos == .x && !isTitleCased)
  }

  func isNamePart(_ word: Word) -> Bool {
    dictionary.isWord(word.form, use: .namePart, language: language)
  }
}
