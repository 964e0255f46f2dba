import Ontology

/// Numbers for actors, new ones where a key is new to the graph.
final class ActorTable {
  private let connection: Connection
  private let ontology: Ontology
  private let naming: EventStore.ActorNaming
  private let find: SQLStatement
  private let addName: SQLStatement
  private var ids: [String: Int] = [:]

  init(
    _ connection: Connection, ontology: Ontology, naming: @escaping EventStore.ActorNaming
  ) throws {
    self.connection = connection
    self.ontology = ontology
    self.naming = naming
    find = try connection.cached("SELECT id FROM actor WHERE key = ?")
    addName = try connection.cached(
      "INSERT INTO actorName (name, actor) VALUES (?, ?) ON CONFLICT DO NOTHING")
  }

  /// The number of a report's participant; its words are remembered as a name.
  func id(of participant: Participant, language: String) throws -> Int {
    guard let key = participant.key else {
      return try id(ofText: participant.mention.text)
    }
    let id = try id(of: key, met: participant.name)
    try add(name: participant.name, of: id)
    return id
  }

  /// The number of a key, which gets `name` where nothing better is known.
  func id(of key: ActorKey, met name: String?) throws -> Int {
    if let known = try known(key.rawValue) { return known }
    let names = naming(key) ?? defaultNames(key) ?? name.map { ($0, $0) }
    let (english, indonesian) = names ?? (key.rawValue, key.rawValue)
    let kind = key.slug != nil ? "named" : key.sectors.isEmpty ? "code" : "sector"
    let id = try insert(
      key: key.rawValue, code: key.code, sector: key.sectors.joined(separator: "/"),
      slug: key.slug, kind: kind, english: english, indonesian: indonesian)
    try add(name: english, of: id)
    try add(name: indonesian, of: id)
    return id
  }

  /// The number of an actor that no dictionary knows, by its words.
  func id(ofText text: String) throws -> Int {
    let key = "?/" + text
    if let known = try known(key) { return known }
    let id = try insert(
      key: key, code: nil, sector: "", slug: nil, kind: "text", english: text, indonesian: text)
    try add(name: text, of: id)
    return id
  }

  private func known(_ key: String) throws -> Int? {
    if let id = ids[key] { return id }
    defer { find.reset() }
    find.bind(key, at: 1)
    guard try find.step() else { return nil }
    ids[key] = find.int(0)
    return find.int(0)
  }

  private func insert(
    key: String, code: String?, sector: String, slug: String?, kind: String, english: String,
    indonesian: String
  ) throws -> Int {
    let insert = try connection.cached(
      """
      INSERT INTO actor (key, code, sector, slug, kind, nameEn, nameId) \
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    try insert.bind([
      .text(key), .text(orNull: code), .text(sector), .text(orNull: slug), .text(kind),
      .text(english), .text(indonesian),
    ])
    try insert.run()
    ids[key] = connection.lastInserted
    return connection.lastInserted
  }

  func add(name: String, of id: Int) throws {
    let folded = EventStore.folded(name)
    guard !folded.isEmpty else { return }
    addName.bind(folded, at: 1)
    addName.bind(id, at: 2)
    try addName.run()
  }

  /// The country's name, with the sector behind it: "DPRK", "DPRK (government)".
  private func defaultNames(_ key: ActorKey) -> (english: String, indonesian: String)? {
    guard key.slug == nil, let country = ontology.countries[key.code] else { return nil }
    guard let sector = key.sectors.last else { return (country.english, country.indonesian) }
    let label = ontology.sectors[sector] ?? sector
    return ("\(country.english) (\(label))", "\(country.indonesian) (\(label))")
  }
}
