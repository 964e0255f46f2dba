import Actors
import DataFiles
import Foundation
import Ontology
import Store

/// The names of actors, for people: what a key is called, and which keys a name stands for.
struct ActorNames {
  private let data: DataDirectory
  private let ontology: Ontology
  private let own: String?

  /// Names from the data; the dictionary is read when a name needs it.
  ///
  /// - Parameter own: the file of the reader's own dictionary, which wins.
  init(_ data: DataDirectory, ontology: Ontology, own: String? = nil) {
    self.data = data
    self.ontology = ontology
    self.own = own
  }

  /// The display names of a key, for a graph that meets it for the first time.
  ///
  /// - Throws: ``DataError`` when the dictionary cannot be read.
  func naming() throws(DataError) -> EventStore.ActorNaming {
    let dictionary = try dictionary()
    let persons = Dictionary(
      dictionary.persons.map { ("\($0.code)/\($0.slug)", $0.name) }, uniquingKeysWith: { $1 })
    return { key in
      if let english = dictionary.displayName(of: key.rawValue, language: "en"),
        let indonesian = dictionary.displayName(of: key.rawValue, language: "id")
      {
        return (english, indonesian)
      }
      return key.slug.flatMap { persons["\(key.code)/\($0)"] }.map { ($0, $0) }
    }
  }

  /// The keys that a person means by a name or a key: "Russia", "Rusia", "AS", "DPRK", "RUS/GOV".
  ///
  /// What the graph itself calls so wins over the dictionary, which knows more names.
  ///
  /// - Throws: ``CommandFailure`` with near names when there is no such actor.
  func keys(for name: String, in store: EventStore) throws -> [ActorKey] {
    let key = ActorKey(rawValue: name)
    if ontology.countries[key.code] != nil { return [key] }
    if try !store.actors(under: key).isEmpty { return [key] }
    let states = ontology.countries.values.filter {
      $0.english.isSameName(as: name) || $0.indonesian.isSameName(as: name)
    }
    if !states.isEmpty { return states.map { ActorKey(code: $0.code) }.sorted() }
    let met = try store.actors(named: name).map(\.key)
    if !met.isEmpty { return met }
    let dictionary = try dictionary()
    let known = try dictionary.keys(for: name, in: store)
    if !known.isEmpty { return known }
    let storedNames = try store.actors().flatMap { [$0.nameEn, $0.nameId] }
    let names = storedNames + dictionary.states.map(\.name) + dictionary.persons.map(\.name)
    throw CommandFailure.unknown("actor", name, near: NearNames(names).near(name))
  }

  func dictionary() throws(DataError) -> ActorDictionary {
    try ActorDictionary(
      data: data, ontology: ontology, own: own.map { URL(fileURLWithPath: $0) })
  }
}

extension ActorDictionary {
  /// The keys of states, organisations and persons that go by a name, in this order.
  fileprivate func keys(for name: String, in store: EventStore) throws -> [ActorKey] {
    let codes = Set(states.filter { $0.name.isSameName(as: name) }.map(\.code))
    if !codes.isEmpty { return codes.sorted().map { ActorKey(code: $0) } }
    let named = organizations.filter { organization in
      (organization.english + organization.indonesian).contains { $0.isSameName(as: name) }
    }
    if !named.isEmpty { return named.map(\.key).sorted() }
    let full = persons.filter { ([$0.name] + $0.aliases).contains { $0.isSameName(as: name) } }
    let meant = full.isEmpty ? persons.filter { $0.name.hasLastName(name) } : full
    return try Set(meant.flatMap { try Self.keys(of: $0, in: store) }).sorted()
  }

  /// A person's keys in the graph: the sector in the middle is that of the day.
  private static func keys(of person: Person, in store: EventStore) throws -> [ActorKey] {
    let met = try store.actors(under: ActorKey(code: person.code)).map(\.key)
      .filter { $0.slug == person.slug }
    return met.isEmpty ? [ActorKey(code: person.code, slug: person.slug)] : met
  }
}

extension String {
  /// Whether two names differ by nothing but case and diacritics.
  fileprivate func isSameName(as other: String) -> Bool {
    compare(other, options: [.caseInsensitive, .diacriticInsensitive]) == .orderedSame
  }

  /// Whether the last word of a person's name is this one.
  fileprivate func hasLastName(_ name: String) -> Bool {
    split(separator: " ").last.map { String($0).isSameName(as: name) } ?? false
  }
}
