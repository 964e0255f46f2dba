import DataFiles
import Foundation
import Ontology

/// Days, kinds and actors of imported rows, each looked up once by the bytes that name it.
final class ImportCodes {
  let ontology: Ontology
  let names: ImportNames
  let kinds: KindTable
  let actors: ActorTable
  private let resolve: (@Sendable (String) -> ActorKey?)?
  private let connection: Connection
  private var kindsByBytes = ByteTable()
  private var actorsByBytes = ByteTable()
  private var lastDate: [UInt8] = []
  private var lastDay: Int?
  /// The codes of kinds that stand for no PLOVER type.
  private(set) var unmapped: [Int: String] = [:]

  init(
    _ connection: Connection, ontology: Ontology, data: DataDirectory,
    naming: @escaping EventStore.ActorNaming, resolve: (@Sendable (String) -> ActorKey?)?
  ) throws {
    self.ontology = ontology
    self.connection = connection
    self.resolve = resolve
    names = try ImportNames(data, ontology: ontology)
    kinds = try KindTable(connection, ontology: ontology)
    actors = try ActorTable(connection, ontology: ontology, naming: naming)
  }

  /// `2024-06-18`, with a time behind it or not, or `20240618`; nil for no date.
  func day(_ bytes: UnsafeRawBufferPointer) -> Int? {
    if bytes.elementsEqual(lastDate) { return lastDay }
    let day: Day?
    if bytes.count == 8, let number = Fields.int(bytes) {
      day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    } else {
      day = Day(Fields.text(bytes))
    }
    guard let day else { return nil }
    lastDate = Array(bytes)
    lastDay = day.rawValue
    return day.rawValue
  }

  /// The kind that these bytes name, made by `key` when they are met for the first time.
  func kind(_ bytes: UnsafeRawBufferPointer, _ key: () -> KindTable.Key) throws -> Int {
    if let known = kindsByBytes[bytes] { return known }
    let key = key()
    let id = try kinds.id(of: key)
    if key.act == nil { unmapped[id] = key.code }
    kindsByBytes.set(bytes, to: id)
    return id
  }

  /// The actor that these bytes name, made by `find` when they are met for the first time.
  ///
  /// - Returns: nil when they name nobody.
  func actor(_ bytes: UnsafeRawBufferPointer, _ find: () throws -> Int?) throws -> Int? {
    if let known = actorsByBytes[bytes] { return known < 0 ? nil : known }
    let id = try find()
    actorsByBytes.set(bytes, to: id ?? -1)
    return id
  }

  /// An actor by any text: a key, a known name, or an actor of its own.
  func actor(named text: String) throws -> Int? {
    guard !text.isEmpty else { return nil }
    if let key = resolve?(text) { return try actors.id(of: key, met: text) }
    if let code = names.country(text) {
      return try actors.id(of: ActorKey(rawValue: code), met: text)
    }
    let key = ActorKey(rawValue: text)
    let isKnown = ontology.countries[key.code] != nil || names.groups.contains(key.code)
    if isKnown, !text.contains(" ") { return try actors.id(of: key, met: key.slug ?? text) }
    if let known = try knownActor(text) { return known }
    return try actors.id(ofText: text)
  }

  /// The one actor of the graph that has this key or goes by this name.
  private func knownActor(_ text: String) throws -> Int? {
    if let id = try connection.int("SELECT id FROM actor WHERE key = ?", [.text(text)]) {
      return id
    }
    return try connection.int(
      "SELECT min(actor) FROM actorName WHERE name = ? GROUP BY name HAVING count(*) = 1",
      [.text(EventStore.folded(text))])
  }

  /// An actor of a country with sectors and a name: `IDN/GOV/joko-widodo`.
  func actor(country: String?, sectors: [String], name: String) throws -> Int? {
    guard let country else { return try actor(named: name) }
    let slug = Slug.of(name)
    let isCountry = name.isEmpty || names.country(name) == country
    let sector = sectors.first.map { [$0] } ?? []
    let key = ActorKey(
      code: country, sectors: sector, slug: isCountry || slug.isEmpty ? nil : slug)
    return try actors.id(of: key, met: name.isEmpty ? nil : name)
  }

  /// What a CAMEO code is; the score is Goldstein's where PLOVER has none.
  func cameo(_ code: String, status: Status = .happened) -> KindTable.Key {
    var key = KindTable.Key(status: status, code: code)
    guard let facts = ontology.cameo[code] else { return key }
    guard let act = facts.type else {
      key.score = KindTable.tenths(facts.goldsteinScore)
      return key
    }
    key.act = act
    key.type = ontology.type(of: act, status: status)
    key.mode = facts.mode ?? ""
    key.score = KindTable.tenths(ontology.ploverScore(key.type ?? act, mode: facts.mode))
    return key
  }

  /// What a PLOVER type with its mode is.
  func plover(_ type: String, mode: String, status: Status = .happened) -> KindTable.Key? {
    guard let act = EventType(rawValue: type.uppercased()) else { return nil }
    let mode = ontology.modes[act, default: []].contains(mode) ? mode : ""
    let type = ontology.type(of: act, status: status)
    return KindTable.Key(
      act: act, type: type, mode: mode, status: status,
      score: KindTable.tenths(ontology.ploverScore(type, mode: mode.isEmpty ? nil : mode)))
  }

  /// What a relation is that is given as a CAMEO code, a PLOVER type or a verb.
  func relation(_ text: String, status: Status) -> KindTable.Key {
    if text.utf8.allSatisfy({ (48...57).contains($0) }) { return cameo(text, status: status) }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    let mode = parts.count > 1 ? parts[1] : ""
    if let key = plover(parts.first ?? "", mode: mode, status: status) { return key }
    if let (act, mode) = ontology.act(forRelation: text) {
      return plover(act.rawValue, mode: mode ?? "", status: status)
        ?? KindTable.Key(status: status, code: text)
    }
    return KindTable.Key(status: status, code: text)
  }
}

/// Names and codes of other data sets, from `Data/ontology/import-names.tsv` and the countries.
struct ImportNames {
  private var countries: [String: String] = [:]
  private var cameoCountries: [String: String] = [:]
  private var tables: [String: [String: String]] = [:]
  /// Codes of organisations that the tables know.
  private(set) var groups: Set<String> = []

  init(_ data: DataDirectory, ontology: Ontology) throws {
    for country in ontology.countries.values {
      countries[country.english] = country.code
      countries[country.indonesian] = country.code
      if !country.cameo.isEmpty { cameoCountries[country.cameo] = country.code }
    }
    let columns = ["scheme", "name", "stands_for", "source"]
    for row in try data.table("ontology/import-names.tsv", columns: columns).rows {
      tables[row[0], default: [:]][row[1]] = row[2]
    }
    countries.merge(tables["country", default: [:]]) { _, new in new }
    groups = Set(tables["group", default: [:]].values.map { ActorKey(rawValue: $0).code })
  }

  /// The code of a country by its name.
  func country(_ name: String) -> String? { countries[name] }

  /// The code of a country by CAMEO's code, or by its own.
  func country(cameo code: String) -> String? { cameoCountries[code] }

  /// The key of an organisation by CAMEO's code.
  func group(_ code: String) -> String? { tables["group"]?[code] }

  /// The PLOVER sector for a sector of ICEWS.
  func sector(icews name: String) -> String? { tables["sector-icews"]?[name] }

  /// The PLOVER sector for a role code of CAMEO.
  func sector(cameo code: String) -> String? { tables["sector-cameo"]?[code] }
}

/// Names as the last step of a key: small ASCII letters and digits with hyphens.
enum Slug {
  static func of(_ name: String) -> String {
    var slug = ""
    for scalar in EventStore.folded(name).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }
}
