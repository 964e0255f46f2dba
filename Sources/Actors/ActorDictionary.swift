public import DataFiles
public import Foundation
public import Ontology

/// Who is meant by a name: states, organs, organisations, persons with their dated roles, role words.
///
/// In: the tables of `Data/actors/` and of each language, and a file of the reader's own, which
/// wins. Out: look-ups by phrase. Read ``MentionFinder`` next, which finds the phrases in a
/// sentence, and then ``ArticleActors``, which looks at the whole article.
public struct ActorDictionary: Sendable {
  /// What an entry of the trie speaks of.
  enum EntryKind: UInt8, Sendable {
    case state, organization, person, place, role, word
  }

  /// How a name must be written to count.
  enum CaseRule: UInt8, Sendable {
    case any, capital, allCapitals
  }

  /// A meaning of a phrase.
  struct Entry: Sendable {
    let kind: EntryKind
    /// Bit 0 English, bit 1 Indonesian.
    let languages: UInt8
    let rule: CaseRule
    /// From the reader's own dictionary.
    let isOwn: Bool
    /// Where it stands in the list of its kind.
    let index: Int32
    /// The next meaning of the same phrase, or −1.
    let next: Int32
  }

  /// The organisations, in the table's order.
  package let organizations: [Organization]
  /// The names of states, in the table's order.
  package let states: [StateName]
  /// The persons, in the table's order.
  package let persons: [Person]
  let places: [(name: String, code: String)]
  let roles: [RolePhrase]
  let words: [PhraseWord]
  let endings: [String: [(ending: [UInt8], replacement: [UInt8])]]
  let folding: Folding
  let vocabulary: Vocabulary
  let trie: PhraseTrie
  let entries: [Entry]
  /// Persons by code and office: "RUS/head_of_state".
  let holders: [String: [Int32]]
  /// Languages whose phrases begin with their head: *presiden Rusia*.
  let headFirstLanguages: Set<String>
  /// The state of a language's press: "id" → IDN.
  let homes: [String: String]
  /// For the names of several states: the codes of all, by language and name.
  let sharedNames: [String: [String]]
  let displayNames: [String: (english: String, indonesian: String)]

  /// Reads the tables and builds the look-up; O(size of the tables).
  ///
  /// - Parameter own: a file of the reader's own with tables of the same grammar; it wins.
  /// - Throws: ``DataError`` when a table is missing or malformed.
  public init(
    data: DataDirectory, ontology: Ontology, own: URL? = nil
  ) throws(DataError) {
    let tables = try ActorTables(data, ontology: ontology, own: own)
    organizations = tables.organizations
    states = tables.states
    persons = tables.persons
    places = tables.places
    endings = tables.endings
    var builder = DictionaryBuilder(tables)
    builder.addAll()
    roles = builder.roles
    words = builder.words
    folding = builder.folding
    vocabulary = builder.vocabulary
    trie = builder.trie
    entries = builder.entries
    holders = Self.holders(of: tables.persons)
    headFirstLanguages = Set(
      tables.words.filter { $0.value.contains { $0.1 == .headFirst } }.map(\.key))
    sharedNames = Self.sharedNames(of: tables.states)
    homes = tables.words.compactMapValues { words in words.first { $0.1 == .home }?.0 }
    displayNames = Self.displayNames(tables, ontology)
  }

  private static func holders(of persons: [Person]) -> [String: [Int32]] {
    var holders: [String: [Int32]] = [:]
    for (number, person) in persons.enumerated() {
      for office in Set(person.roles.map(\.role)) {
        holders[person.code + "/" + office, default: []].append(Int32(number))
      }
    }
    return holders
  }

  private static func sharedNames(of states: [StateName]) -> [String: [String]] {
    var codes: [String: [String]] = [:]
    for state in states { codes[state.language + " " + state.name, default: []].append(state.code) }
    return codes.filter { $0.value.count > 1 }
  }

  private static func displayNames(
    _ tables: ActorTables, _ ontology: Ontology
  ) -> [String: (english: String, indonesian: String)] {
    var names = ontology.countries.mapValues { ($0.english, $0.indonesian) }
    for organization in tables.organizations {
      let english = organization.english.first ?? organization.indonesian.first ?? ""
      names[organization.key.rawValue] = (english, organization.indonesian.first ?? english)
    }
    return names.mapValues { (english: $0.0, indonesian: $0.1) }
  }

  /// The short name of a state or organisation in the language of the labels.
  package func displayName(of key: String, language: String) -> String? {
    displayNames[key].map { language == "id" ? $0.indonesian : $0.english }
  }

  /// The only holder of an office on a day; nil when nobody or more than one is known.
  func holder(of office: String, code: String, on day: Day?) -> Int32? {
    guard let day, let known = holders[code + "/" + office] else { return nil }
    var found: Int32?
    for number in known {
      let isHeld = persons[Int(number)].roles.contains {
        $0.role == office && $0.days.contains(day)
      }
      guard isHeld else { continue }
      if found != nil { return nil }
      found = number
    }
    return found
  }
}

extension ActorDictionary {
  /// The first pieces of all words of a language that have a use.
  func wordNumbers(use: PhraseWord, language: String) -> Set<Int32> {
    let bit: UInt8 = language == "id" ? 2 : 1
    var numbers: Set<Int32> = []
    for number in 0..<Int32(vocabulary.count) {
      let node = trie.next(0, number)
      guard node >= 0 else { continue }
      var entry = trie.firstEntry(at: node)
      while entry >= 0 {
        let meaning = entries[Int(entry)]
        entry = meaning.next
        if meaning.kind == .word, meaning.languages & bit != 0, words[Int(meaning.index)] == use {
          numbers.insert(number)
        }
      }
    }
    return numbers
  }
}

extension ActorDictionary {
  /// Whether a form is listed for a use in a language.
  func isWord(_ form: String, use: PhraseWord, language: String) -> Bool {
    let bit: UInt8 = language == "id" ? 2 : 1
    var buffer: [UInt8] = []
    var node: Int32 = 0
    folding.pieces(of: form, buffer: &buffer) { bytes, _ in
      let number = vocabulary.number(of: bytes)
      node = node < 0 || number < 0 ? -1 : trie.next(node, number)
    }
    guard node > 0 else { return false }
    var entry = trie.firstEntry(at: node)
    while entry >= 0 {
      let meaning = entries[Int(entry)]
      entry = meaning.next
      if meaning.kind == .word, meaning.languages & bit != 0, words[Int(meaning.index)] == use {
        return true
      }
    }
    return false
  }

  /// A role phrase that stands for an organ of these sectors, for organs' names that are common
  /// nouns: "Mahkamah Agung Israel".
  func roleNumber(ofSectors sectors: [String], language: String) -> Int? {
    let wanted = sectors.isEmpty ? ["GOV"] : sectors
    return roles.firstIndex { $0.kind == .organ && $0.sectors == wanted }
  }
}
