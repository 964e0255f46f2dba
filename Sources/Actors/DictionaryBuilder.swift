/// Puts the tables' phrases into the vocabulary and the trie.
struct DictionaryBuilder {
  let tables: ActorTables
  let folding = Folding()
  var vocabulary = Vocabulary(expected: 24_000)
  var trie = PhraseTrie(expected: 48_000)
  var entries: [ActorDictionary.Entry] = []
  var roles: [RolePhrase] = []
  var words: [PhraseWord] = []
  private var buffer: [UInt8] = []

  private static let english: UInt8 = 1
  private static let indonesian: UInt8 = 2

  init(_ tables: ActorTables) {
    self.tables = tables
    entries.reserveCapacity(32_000)
  }

  mutating func addAll() {
    addNames()
    for (index, person) in tables.persons.enumerated() {
      let isOwn = tables.own.persons.contains(index)
      var names = [person.name]
      for alias in person.aliases where !names.contains(alias) { names.append(alias) }
      for name in names { add(name, .person, 3, index, isOwn: isOwn) }
    }
    for (language, phrases) in tables.roles {
      for phrase in phrases {
        add(phrase.phrase, .role, Self.bit(language), roles.count, rule: .any)
        roles.append(phrase)
      }
    }
    for (language, uses) in tables.words {
      for (word, use) in uses where word != "*" && use != .home {
        add(word, .word, Self.bit(language), words.count, rule: .any)
        words.append(use)
      }
    }
  }

  private mutating func addNames() {
    for (index, state) in tables.states.enumerated() {
      add(
        state.name, .state, Self.bit(state.language), index, isOwn: index >= tables.own.states)
    }
    for (index, place) in tables.places.enumerated() {
      add(place.name, .place, 3, index, isOwn: index >= tables.own.places)
    }
    for (index, organization) in tables.organizations.enumerated() {
      let isOwn = index >= tables.own.organizations
      for name in organization.english {
        let shared = organization.indonesian.contains(name)
        add(name, .organization, shared ? 3 : Self.english, index, isOwn: isOwn)
      }
      for name in organization.indonesian where !organization.english.contains(name) {
        add(name, .organization, Self.indonesian, index, isOwn: isOwn)
      }
    }
  }

  private static func bit(_ language: String) -> UInt8 { language == "id" ? indonesian : english }

  /// A name of one piece in capitals, up to five letters long, must be written so; any other name
  /// must begin as the table has it.
  private mutating func add(
    _ name: String, _ kind: ActorDictionary.EntryKind, _ languages: UInt8, _ index: Int,
    rule: ActorDictionary.CaseRule? = nil, isOwn: Bool = false
  ) {
    var first: Folding.Shape?
    var found: [Int32] = []
    let folding = folding
    folding.pieces(of: name, buffer: &buffer) { piece, written in
      found.append(vocabulary.add(piece))
      first = first ?? written
    }
    guard let shape = first else { return }
    let short = found.count == 1 && shape == .allCapitals && name.utf8.count <= 5
    let wanted: ActorDictionary.CaseRule =
      short ? .allCapitals : shape == .small ? .any : .capital
    let number = Int32(entries.count)
    let before = trie.insert(found, entry: number)
    entries.append(
      .init(
        kind: kind, languages: languages, rule: rule ?? wanted, isOwn: isOwn, index: Int32(index),
        next: before))
  }
}
