import Language

/// Shares roles and owners among the members of a compound, and joins appositions.
///
/// "Presiden AS dan Korsel" and "Russian and Belarusian soldiers" are two actors each; "pemerintah
/// dan militer Myanmar" lends its state to both; "Sergei Lavrov, Menteri Luar Negeri Rusia," is one.
struct CompoundActors {
  let composer: PhraseComposer

  private var words: [Word] { composer.words }

  /// The composites with what they share, appositions joined.
  func joined(_ composites: [Composite]) -> [Composite] {
    var list = appositions(composites)
    for position in list.indices.dropFirst() {
      guard let link = link(list[position - 1].words, list[position].words) else { continue }
      share(&list, position - 1, position, isConjunction: link)
    }
    for position in list.indices.dropLast().reversed() {
      guard link(list[position].words, list[position + 1].words) != nil else { continue }
      lend(&list, from: position + 1, to: position)
    }
    return list
  }

  /// Whether two phrases are members of one compound: true for a conjunction, false for a comma.
  private func link(_ left: Range<Int>, _ right: Range<Int>) -> Bool? {
    guard left.upperBound < right.lowerBound else { return nil }
    let gap = words[left.upperBound..<right.lowerBound].filter { !isArticle($0) }
    guard gap.count == 1 || (gap.count == 2 && gap.first?.form == ",") else { return nil }
    guard let last = gap.last else { return nil }
    if composer.dictionary.isWord(last.form, use: .conjunction, language: composer.language) {
      return true
    }
    return gap.count == 1 && last.form == "," ? false : nil
  }

  private func isArticle(_ word: Word) -> Bool {
    composer.dictionary.isWord(word.form, use: .article, language: composer.language)
  }

  /// What follows takes from what stands before.
  private func share(
    _ list: inout [Composite], _ left: Int, _ right: Int, isConjunction: Bool
  ) {
    let first = list[left]
    let isList =
      isConjunction
      || (right + 1 < list.count && link(list[right].words, list[right + 1].words) != nil)
    guard isList, first.persons.isEmpty, list[right].persons.isEmpty,
      first.nameWords == nil, list[right].nameWords == nil
    else { return }
    let whole = first.words.lowerBound..<list[right].words.upperBound
    if composer.isHeadFirst, !first.roles.isEmpty, first.owner != nil, list[right].roles.isEmpty,
      isState(list[right].owner), isState(first.owner)
    {
      list[right].roles = first.roles
      list[right].roleWords = first.roleWords
      list[left].sharedWords = first.sharedWords ?? whole
      list[right].sharedWords =
        (first.sharedWords ?? whole).lowerBound..<list[right].words.upperBound
    }
    if !composer.isHeadFirst, first.owner != nil, !first.roles.isEmpty, list[right].owner == nil,
      !list[right].roles.isEmpty, !isFirmGroup(list[right])
    {
      list[right].owner = first.owner
    }
  }

  /// What stands before takes from what follows.
  private func lend(_ list: inout [Composite], from right: Int, to left: Int) {
    let last = list[right]
    guard list[left].persons.isEmpty, list[left].nameWords == nil else { return }
    if list[left].owner == nil, !list[left].roles.isEmpty, isState(last.owner),
      !last.roles.isEmpty || !composer.isHeadFirst
    {
      guard composer.isHeadFirst else { return }
      list[left].owner = last.owner
    } else if !composer.isHeadFirst, isAdjective(list[left]), !last.roles.isEmpty,
      isState(last.owner)
    {
      let whole = list[left].words.lowerBound..<last.words.upperBound
      list[left].roles = last.roles
      list[left].sharedWords = whole
      list[right].sharedWords = whole
    }
  }

  private func isState(_ owner: Composite.Owner?) -> Bool {
    if case .state = owner { return true }
    return false
  }

  private func isAdjective(_ composite: Composite) -> Bool {
    guard composite.roles.isEmpty, case .state(let number) = composite.owner else { return false }
    return composer.dictionary.states[number].kind == .adjective
  }

  /// People in general need no owner of their neighbour's.
  private func isFirmGroup(_ composite: Composite) -> Bool {
    composite.roles.allSatisfy { composer.dictionary.roles[$0].kind == .group }
  }

  // MARK: Appositions

  private func appositions(_ composites: [Composite]) -> [Composite] {
    var list: [Composite] = []
    for composite in composites {
      if let last = list.last, let joined = apposition(last, composite) {
        list[list.count - 1] = joined
      } else {
        list.append(withNameBehindComma(composite))
      }
    }
    return list
  }

  /// A name and its role, or a role and its name, divided by a comma.
  private func apposition(_ first: Composite, _ second: Composite) -> Composite? {
    guard isCommaBetween(first.words, second.words) else { return nil }
    let nameFirst = first.nameWords != nil && first.owner == nil && first.roles.isEmpty
    let roleSecond = second.nameWords == nil && !second.roles.isEmpty
    let roleFirst = first.nameWords == nil && !first.roles.isEmpty
    let nameSecond = second.nameWords != nil && second.owner == nil && second.roles.isEmpty
    guard nameFirst && roleSecond || roleFirst && nameSecond,
      isTitle(nameFirst ? second : first),
      agrees(nameFirst ? first : second, nameFirst ? second : first)
    else { return nil }
    var joined = nameFirst ? second : first
    joined.persons = nameFirst ? first.persons : second.persons
    joined.nameWords = nameFirst ? first.nameWords : second.nameWords
    joined.words = first.words.lowerBound..<second.words.upperBound
    return joined
  }

  /// A known person's state must be the one that the role names.
  private func agrees(_ name: Composite, _ role: Composite) -> Bool {
    guard !name.persons.isEmpty, case .state(let number)? = role.owner else { return true }
    let code = composer.dictionary.states[number].code
    return name.persons.contains { composer.dictionary.persons[Int($0)].code == code }
  }

  private func isTitle(_ composite: Composite) -> Bool {
    composite.roles.contains {
      [.title, .weak].contains(composer.dictionary.roles[$0].kind)
    }
  }

  private func isCommaBetween(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.upperBound < right.lowerBound else { return false }
    let gap = words[left.upperBound..<right.lowerBound].filter { !isArticle($0) }
    return gap.count == 1 && gap[0].form == ","
  }

  /// "Menteri Luar Negeri Rusia, Xaver Ypsilon, …": a name that nobody knows behind the comma.
  private func withNameBehindComma(_ composite: Composite) -> Composite {
    let end = composite.words.upperBound
    guard composite.nameWords == nil, composite.reference == nil, isTitle(composite),
      end + 1 < words.count, words[end].form == ",", !composer.isTitleCased, !isAtom(end + 1),
      let name = composer.nameRange(from: end + 1, limit: words.count), closes(name)
    else { return composite }
    var composite = composite
    composite.nameWords = name
    composite.words = composite.words.lowerBound..<name.upperBound
    return composite
  }

  /// A full name may be followed by anything but "and"; a single word must be closed off.
  private func closes(_ name: Range<Int>) -> Bool {
    guard name.upperBound < words.count else { return true }
    let next = words[name.upperBound]
    if composer.dictionary.isWord(next.form, use: .conjunction, language: composer.language) {
      return false
    }
    return name.count > 1 || [",", ".", ")"].contains(next.form)
  }

  private func isAtom(_ position: Int) -> Bool {
    composer.atoms.contains { $0.words.contains(position) }
  }
}
