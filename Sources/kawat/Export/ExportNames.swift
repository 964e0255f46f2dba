import DataFiles
import Graph
import Ontology
import Store

/// The nodes of actors: names, kinds, regions, and those that a coarser level makes necessary.
struct ExportNames {
  private let ontology: Ontology
  private let language: String
  private let known: [ActorKey: StoredActor]

  /// Names in the language `language`, `en` or `id`; the actors of `store` lend their own.
  init(_ ontology: Ontology, language: String, store: EventStore?) throws(StoreError) {
    self.ontology = ontology
    self.language = language
    var known: [ActorKey: StoredActor] = [:]
    for actor in try store?.actors() ?? [] where actor.key.slug == nil { known[actor.key] = actor }
    self.known = known
  }

  /// The node of an actor of the graph.
  func node(_ actor: StoredActor) -> Graph.Node {
    Graph.Node(
      key: actor.key, name: actor.name(in: language), kind: kind(of: actor.key),
      region: ontology.countries[actor.key.code]?.region ?? "")
  }

  /// The node of a state, an organisation or a sector of one.
  func node(_ key: ActorKey) -> Graph.Node {
    Graph.Node(
      key: key, name: name(of: key), kind: kind(of: key),
      region: ontology.countries[key.code]?.region ?? "")
  }

  private func name(of key: ActorKey) -> String {
    if key.isUnknown { return String(key.rawValue.dropFirst(2)) }
    if let actor = known[key] { return actor.name(in: language) }
    if let sector = key.sectors.last {
      return "\(name(of: ActorKey(code: key.code))) (\(ontology.sectors[sector] ?? sector))"
    }
    guard let country = ontology.countries[key.code] else { return key.code }
    return language == "id" ? country.indonesian : country.english
  }

  private func kind(of key: ActorKey) -> Graph.Node.Kind {
    if key.isUnknown { return .unknown }
    if key.slug != nil { return .named }
    if !key.sectors.isEmpty { return .sector }
    return ontology.countries[key.code] == nil ? .organization : .state
  }
}
