public import Ontology
import Foundation

extension EventStore {
  /// The actor with exactly this key.
  public func actor(_ key: ActorKey) throws(StoreError) -> StoredActor? {
    try read { connection in
      let statement = try connection.cached(
        "SELECT id, key, code, nameEn, nameId FROM actor WHERE key = ?")
      statement.bind(key.rawValue, at: 1)
      return try statement.step() ? StoredActor(row: statement) : nil
    }
  }

  /// The actor with this number.
  public func actor(numbered id: Int) throws(StoreError) -> StoredActor? {
    try read { try RelationReader($0).actor(id) }
  }

  /// The actors with this key and below it that occur in the graph, by key.
  public func actors(under key: ActorKey) throws(StoreError) -> [StoredActor] {
    try actors(
      "WHERE key = ? OR (key >= ? AND key < ?) ORDER BY key",
      [.text(key.rawValue), .text(key.descendants.lowerBound), .text(key.descendants.upperBound)])
  }

  /// The actors that go by a name, in any case and with or without diacritics, by key.
  public func actors(named name: String) throws(StoreError) -> [StoredActor] {
    try actors(
      "JOIN actorName AS m ON m.actor = actor.id WHERE m.name = ? ORDER BY key",
      [.text(Self.folded(name))])
  }

  /// The actors one of whose names begins so, by key.
  public func actors(
    withPrefix prefix: String, limit: Int = 20
  ) throws(StoreError) -> [StoredActor] {
    let start = Self.folded(prefix)
    return try actors(
      """
      WHERE id IN (SELECT actor FROM actorName WHERE name >= ? AND name < ?) \
      ORDER BY length(key), key LIMIT ?
      """, [.text(start), .text(start + "\u{10FFFF}"), .integer(limit)])
  }

  /// All actors of the graph, by key.
  public func actors() throws(StoreError) -> [StoredActor] {
    try actors("ORDER BY key", [])
  }

  private func actors(
    _ rest: String, _ arguments: [SQLValue]
  ) throws(StoreError) -> [StoredActor] {
    try read { connection in
      let statement = try connection.statement(
        "SELECT id, key, code, nameEn, nameId FROM actor \(rest)", arguments)
      var found: [StoredActor] = []
      while try statement.step() { found.append(StoredActor(row: statement)) }
      return found
    }
  }

  /// A name as it is looked up: small letters, no diacritics.
  static func folded(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.lowercased() }
    return name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
