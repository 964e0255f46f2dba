import Ontology

/// Reads events with their actors and kinds, each of which it looks up once.
final class RelationReader {
  static let columns =
    "e.id, e.day, e.actor, e.recipient, e.kind, e.reports, e.publishers, e.confidence"

  private let actorByID: SQLStatement
  private let kindByID: SQLStatement
  private var actors: [Int: StoredActor] = [:]
  private var kinds: [Int: EventKind] = [:]

  init(_ connection: Connection) throws {
    actorByID = try connection.cached(
      "SELECT id, key, code, nameEn, nameId FROM actor WHERE id = ?")
    kindByID = try connection.cached(
      "SELECT id, act, type, mode, status, reciprocal, score, code FROM kind WHERE id = ?")
  }

  /// The event in the present row of a statement that selects ``columns``.
  func relation(_ row: SQLStatement) throws -> Relation? {
    guard let actor = try actor(row.int(2)), let kind = try kind(row.int(4)) else { return nil }
    return Relation(
      id: row.int(0), day: row.optionalInt(1).map(Day.init(rawValue:)), actor: actor,
      recipient: try row.optionalInt(3).flatMap(actor(_:)), kind: kind, reports: row.int(5),
      publishers: row.int(6), confidence: row.optionalInt(7).map { Double($0) / 1000 })
  }

  func actor(_ id: Int) throws -> StoredActor? {
    if let known = actors[id] { return known }
    defer { actorByID.reset() }
    actorByID.bind(id, at: 1)
    guard try actorByID.step() else { return nil }
    let actor = StoredActor(row: actorByID)
    actors[id] = actor
    return actor
  }

  func kind(_ id: Int) throws -> EventKind? {
    if let known = kinds[id] { return known }
    defer { kindByID.reset() }
    kindByID.bind(id, at: 1)
    guard try kindByID.step() else { return nil }
    let mode = kindByID.text(3)
    let code = kindByID.text(7)
    let kind = EventKind(
      id: id, act: EventType(number: kindByID.int(1)), type: EventType(number: kindByID.int(2)),
      mode: mode.isEmpty ? nil : mode, status: Status(number: kindByID.int(4)),
      isReciprocal: kindByID.int(5) != 0, score: Double(kindByID.int(6)) / 10,
      code: code.isEmpty ? nil : code)
    kinds[id] = kind
    return kind
  }
}

extension StoredActor {
  /// The actor in a row of `id, key, code, nameEn, nameId`.
  init(row: SQLStatement) {
    self.init(
      id: row.int(0), key: ActorKey(rawValue: row.text(1)), code: row.optionalText(2),
      nameEn: row.text(3), nameId: row.text(4))
  }
}
