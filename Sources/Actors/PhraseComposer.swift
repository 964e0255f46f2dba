import Language
import Ontology

/// Puts the atoms of a sentence together to mentions: role, owner and name in one phrase.
///
/// Languages differ in one thing alone: whether the head comes first (*presiden Rusia Vladimir
/// Putin*) or last (*Russian president Vladimir Putin*). What stands between parts must be nominal
/// and, where there is a tree, hang together in it.
struct PhraseComposer {
  let dictionary: ActorDictionary
  let language: String
  let words: [Word]
  let phrases: NounPhrase
  let atoms: [Atom]
  let isHeadFirst: Bool
  let isTitleCased: Bool

  /// The composites of the sentence, in order.
  func composites() -> [Composite] {
    var found: [Composite] = []
    var next = 0
    while next < atoms.count {
      let (composite, after) = isHeadFirst ? headFirst(from: next) : headLast(from: next)
      if let composite { found.append(composite) }
      next = max(after, next + 1)
    }
    return found
  }

  // MARK: Head first

  private func headFirst(from first: Int) -> (Composite?, Int) {
    var composite = Composite(words: atoms[first].words)
    var next = first
    while next < atoms.count {
      let atom = atoms[next]
      if next > first, !isBeside(composite.words, atom, composite) { break }
      guard takeHeadFirst(atom, &composite) else { break }
      next += 1
      if !composite.persons.isEmpty || composite.reference != nil { break }
    }
    if composite.isEmpty { return (nil, next) }
    takeName(&composite, before: next)
    if composite.nameWords == nil, !composite.roles.isEmpty, composite.owner == nil,
      composite.reference == nil
    {
      next = takeComplement(&composite, from: next)
    }
    return (composite, next)
  }

  private func takeHeadFirst(_ atom: Atom, _ composite: inout Composite) -> Bool {
    switch atom.meaning {
    case .role(let number):
      return takeRole(number, atom, &composite, allowed: composite.owner == nil)
    case .state, .organization, .place:
      return takeOwner(atom, &composite)
    case .persons(let people):
      guard composite.persons.isEmpty, composite.owner == nil || !composite.roles.isEmpty
      else { return false }
      take(people, atom, &composite)
      return true
    case .word(let use):
      return takeWord(use, atom, &composite)
    }
  }

  /// An owner follows its role; an organ's name that a state follows is that state's organ.
  private func takeOwner(_ atom: Atom, _ composite: inout Composite) -> Bool {
    guard let owner = owner(of: atom) else { return false }
    if let present = composite.owner {
      if isInBrackets(atom), code(of: owner) == code(of: present) {
        extend(&composite, atom.words.lowerBound..<atom.words.upperBound + 1)
        return true
      }
      guard replaces(owner, present) else { return false }
      if case .organization(let number) = present {
        if case .organization = owner {} else { demote(number, &composite) }
      }
    } else if !composite.isEmpty && composite.roles.isEmpty {
      return false
    }
    composite.owner = owner
    composite.ownerWords = atom.words
    extend(&composite, atom.words)
    return true
  }

  func owner(of atom: Atom) -> Composite.Owner? {
    switch atom.meaning {
    case .state(let number): .state(number)
    case .organization(let number): .organization(number)
    case .place(let number): .place(number)
    default: nil
    }
  }

  /// "Amerika Serikat (AS)": the second only repeats the first.
  private func isInBrackets(_ atom: Atom) -> Bool {
    atom.words.lowerBound > 0 && words[atom.words.lowerBound - 1].form == "("
      && atom.words.upperBound < words.count && words[atom.words.upperBound].form == ")"
  }

  func code(of owner: Composite.Owner) -> String {
    switch owner {
    case .state(let number): dictionary.states[number].code
    case .place(let number): dictionary.places[number].code
    case .organization(let number): dictionary.organizations[number].key.code
    case .code(let code): code
    }
  }

  func replaces(_ owner: Composite.Owner, _ present: Composite.Owner) -> Bool {
    switch (present, owner) {
    case (.place, .state): true
    case (.organization(let number), .state), (.organization(let number), .place):
      ["organ", "party", "company"].contains(dictionary.organizations[number].kind)
    case (.organization(let number), .organization(let other)):
      dictionary.organizations[number].key.code == dictionary.organizations[other].key.code
    default: false
    }
  }

  /// The organ's name is only a word for an organ when another state follows.
  private func demote(_ number: Int, _ composite: inout Composite) {
    let sectors = dictionary.organizations[number].key.sectors
    if let role = dictionary.roleNumber(ofSectors: sectors, language: language) {
      composite.roles.append(role)
      composite.roleWords.append(composite.ownerWords ?? composite.words)
    }
  }

  // MARK: Head last

  private func headLast(from first: Int) -> (Composite?, Int) {
    var composite = Composite(words: atoms[first].words)
    var next = first
    while next < atoms.count {
      let atom = atoms[next]
      if next > first, !isBeside(composite.words, atom, composite) { break }
      if let reference = composite.reference, composite.roles.isEmpty,
        !reference.ownsBefore || !isRole(atom)
      {
        break
      }
      guard takeHeadLast(atom, &composite) else { break }
      next += 1
      if !composite.persons.isEmpty { break }
    }
    if composite.isEmpty { return (nil, next) }
    if composite.persons.isEmpty, !composite.roles.isEmpty, composite.owner == nil,
      composite.reference == nil
    {
      next = takeComplement(&composite, from: next)
    }
    if composite.persons.isEmpty { takeName(&composite, before: next) }
    return (composite, next)
  }

  func isRole(_ atom: Atom) -> Bool {
    if case .role = atom.meaning { return true }
    return false
  }

  private func takeHeadLast(_ atom: Atom, _ composite: inout Composite) -> Bool {
    switch atom.meaning {
    case .role(let number):
      return takeRole(number, atom, &composite, allowed: composite.persons.isEmpty)
    case .state, .organization, .place:
      guard let owner = owner(of: atom) else { return false }
      if let present = composite.owner {
        guard composite.roles.isEmpty, sharesPhrase(present, owner) else { return false }
        if case .organization = owner { composite.owner = owner }
      } else {
        guard composite.roles.isEmpty else { return false }
        composite.owner = owner
      }
      composite.ownerWords = atom.words
      extend(&composite, atom.words)
      return true
    case .persons(let people):
      guard composite.persons.isEmpty, composite.owner == nil || !composite.roles.isEmpty
      else { return false }
      take(people, atom, &composite)
      return true
    case .word(let use):
      return takeWord(use, atom, &composite)
    }
  }

  /// "Israel's Likud", "Shanghai, China": the second names the actor or its state.
  private func sharesPhrase(_ first: Composite.Owner, _ second: Composite.Owner) -> Bool {
    switch (first, second) {
    case (.state, .organization(let number)), (.place, .organization(let number)):
      return dictionary.organizations[number].key.code == code(of: first)
    case (.organization, .organization): return replaces(second, first)
    default: return false
    }
  }

  /// "president of Russia", "police in Paris": what follows the role by *of* or *in*.
  private func takeComplement(_ composite: inout Composite, from next: Int) -> Int {
    var position = next
    var link: PhraseWord?
    var end = composite.words.upperBound
    while position < atoms.count, case .word(let use) = atoms[position].meaning,
      atoms[position].words.lowerBound == end,
      use == .of || use == .in || (use == .article && link != nil)
    {
      if use != .article {
        guard link == nil else { return next }
        link = use
      }
      end = atoms[position].words.upperBound
      position += 1
    }
    guard let link, position < atoms.count, atoms[position].words.lowerBound == end else {
      return next
    }
    let (inner, after) = isHeadFirst ? headFirst(from: position) : headLast(from: position)
    guard let inner, inner.persons.isEmpty, inner.reference == nil,
      link == .of || (inner.owner != nil && inner.roles.isEmpty && staysAtHome(composite))
    else { return next }
    composite.owner = inner.owner
    composite.ownerWords = inner.ownerWords
    composite.roles += inner.roles
    composite.roleWords += inner.roleWords
    composite.nameWords = inner.nameWords
    extend(&composite, inner.words)
    return after
  }

  /// Police, courts and people are of the place they are in; troops and envoys need not be.
  private func staysAtHome(_ composite: Composite) -> Bool {
    guard let last = composite.roles.last else { return false }
    let role = dictionary.roles[last]
    return role.kind != .title && role.kind != .thing
      && !Set(role.sectors).isDisjoint(with: [
        "CVL", "COP", "JUD", "REL", "LAB", "EDU", "AGR", "BUS", "LEG", "MED", "CRM", "REF",
      ])
  }
}
