import DataFiles
import Foundation
import Ontology
import Store

/// The names of actors, for people: what a key is called, and which keys a name stands for.
struct ActorNames {
  private let ontology: Ontology

  /// Names from the data.
  init(_ data: DataDirectory, ontology: Ontology) {
    self.ontology = ontology
  }

  /// The display names of a key, for a graph that meets it for the first time.
  var naming: EventStore.ActorNaming {
    { [ontology] key in
      ontology.countries[key.rawValue].map { (english: $0.english, indonesian: $0.indonesian) }
    }
  }

  /// The keys that a person means by a name or a key: "Russia", "Rusia", "AS", "DPRK", "RUS/GOV".
  ///
  /// - Throws: ``CommandFailure`` with near names when there is no such actor.
  func keys(for name: String, in store: EventStore) throws -> [ActorKey] {
    let key = ActorKey(rawValue: name)
    if ontology.countries[key.code] != nil { return [key] }
    if try !store.actors(under: key).isEmpty { return [key] }
    let country = ontology.countries.values.filter { country in
      [country.english, country.indonesian].contains {
        $0.caseInsensitiveCompare(name) == .orderedSame
      }
    }
    if !country.isEmpty { return country.map { ActorKey(rawValue: $0.code) }.sorted() }
    let known = try store.actors(named: name).map(\.key)
    if !known.isEmpty { return known }
    let met = try store.actors().flatMap { [$0.nameEn, $0.nameId] }
    let states = ontology.countries.values.flatMap { [$0.english, $0.indonesian] }
    let near = NearNames(met + states).near(name)
    throw CommandFailure.unknown("actor", name, near: near)
  }
}
