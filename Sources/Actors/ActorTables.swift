import DataFiles
import Foundation
import Ontology

/// The tables of the dictionary, read and checked against the ontology.
struct ActorTables {
  var states: [StateName] = []
  var organizations: [Organization] = []
  var persons: [Person] = []
  var places: [(name: String, code: String)] = []
  var roles: [String: [RolePhrase]] = [:]
  var words: [String: [(String, PhraseWord)]] = [:]
  var endings: [String: [(ending: [UInt8], replacement: [UInt8])]] = [:]
  /// How many of the rows at each list's end come from the reader's own file.
  var own = OwnCounts()

  /// Where the reader's own rows begin in each list.
  struct OwnCounts {
    var states = Int.max
    var organizations = Int.max
    var places = Int.max
    var persons: Set<Int> = []
  }

  static let languages = ["en", "id"]
  static let columns: [String: [String]] = [
    "states": ["code", "lang", "name", "kind", "source"],
    "organizations": ["key", "kind", "names_en", "names_id", "source"],
    "persons": [
      "code", "slug", "name", "aliases", "role", "sector", "start", "end", "source",
    ],
    "places": ["name", "code", "kind", "source"],
    "roles": ["phrase", "sector", "kind", "office", "source"],
  ]

  private var personNumbers: [String: Int] = [:]
  private var codes: Set<String>
  private var sectors: Set<String>

  init(_ data: DataDirectory, ontology: Ontology, own: URL?) throws(DataError) {
    codes = Set(ontology.countries.keys)
    sectors = Set(ontology.sectors.keys)
    for name in ["organizations", "states", "persons", "places"] {
      try take(name, data.table("actors/\(name).tsv", columns: Self.columns[name, default: []]))
    }
    for language in Self.languages {
      let table = try data.table(
        "\(language)/roles.tsv", columns: Self.columns["roles", default: []])
      try takeRoles(table, language)
      try takeWords(
        data.table("\(language)/phrase-words.tsv", columns: ["word", "use", "source"]), language)
      try takeEndings(
        data.table("\(language)/name-endings.tsv", columns: ["ending", "replacement", "source"]),
        language)
    }
    if let own { try readOwn(own) }
    for index in persons.indices {
      persons[index].roles.sort { $0.days.lowerBound < $1.days.lowerBound }
    }
  }

  private mutating func take(_ name: String, _ table: DataTable) throws(DataError) {
    switch name {
    case "organizations": try takeOrganizations(table)
    case "states": try takeStates(table)
    case "persons": try takePersons(table)
    default: try takePlaces(table)
    }
  }

  private mutating func takeStates(_ table: DataTable) throws(DataError) {
    states.reserveCapacity(states.count + table.rows.count)
    for row in table.rows {
      guard let kind = StateNameKind(rawValue: row[3]) else {
        throw table.malformed(row, "unknown kind \(row[3])")
      }
      try check(code: row[0], in: row, of: table)
      states.append(StateName(code: row[0], language: row[1], name: row[2], kind: kind))
    }
  }

  private mutating func takeOrganizations(_ table: DataTable) throws(DataError) {
    // An organisation's code is a key of one step.
    for row in table.rows where !row[0].contains("/") { codes.insert(row[0]) }
    for row in table.rows {
      let key = ActorKey(rawValue: row[0])
      try check(code: key.code, in: row, of: table)
      try check(sectors: key.sectors, in: row, of: table)
      organizations.append(
        Organization(
          key: key, kind: row[1], english: Self.list(row[2]), indonesian: Self.list(row[3]),
          source: row[4]))
    }
  }

  private mutating func takePlaces(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      try check(code: row[1], in: row, of: table)
      places.append((row[0], row[1]))
    }
  }

  private mutating func takePersons(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      try check(code: row[0], in: row, of: table)
      let sectors = Self.list(row[5])
      try check(sectors: sectors, in: row, of: table)
      guard let days = RoleDays.range(row[6], row[7]) else {
        throw table.malformed(row, "expected days as 2012-05-07, 2012-05 or 2012, in order")
      }
      let role = HeldRole(
        role: row[4], sectors: sectors, start: row[6], end: row[7], days: days, source: row[8])
      add(role, of: row)
    }
  }

  private mutating func add(_ role: HeldRole, of row: DataTable.Row) {
    let key = row[0] + "/" + row[1]
    if let number = personNumbers[key] {
      persons[number].roles.append(role)
      persons[number].aliases += Self.list(row[3])
    } else {
      personNumbers[key] = persons.count
      persons.append(
        Person(
          code: row[0], slug: row[1], name: row[2], aliases: Self.list(row[3]), roles: [role]))
    }
  }

  private mutating func takeRoles(_ table: DataTable, _ language: String) throws(DataError) {
    var phrases: [RolePhrase] = roles[language] ?? []
    phrases.reserveCapacity(phrases.count + table.rows.count)
    for row in table.rows {
      guard let kind = RoleKind(rawValue: row[2]) else {
        throw table.malformed(row, "unknown kind \(row[2])")
      }
      let sectors = Self.list(row[1])
      try check(sectors: sectors, in: row, of: table)
      phrases.append(RolePhrase(phrase: row[0], sectors: sectors, kind: kind, office: row[3]))
    }
    roles[language] = phrases
  }

  private mutating func takeWords(_ table: DataTable, _ language: String) throws(DataError) {
    for row in table.rows {
      guard let use = PhraseWord(rawValue: row[1]) else {
        throw table.malformed(row, "unknown use \(row[1])")
      }
      words[language, default: []].append((row[0], use))
    }
  }

  private mutating func takeEndings(_ table: DataTable, _ language: String) throws(DataError) {
    for row in table.rows {
      endings[language, default: []].append((Array(row[0].utf8), Array(row[1].utf8)))
    }
  }

  /// A file of the reader's own: one or more of the tables, each beginning with its header row.
  private mutating func readOwn(_ file: URL) throws(DataError) {
    guard let bytes = try? Data(contentsOf: file) else { throw .missing(path: file.path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed(path: file.path, line: 0, problem: "not UTF-8")
    }
    own.states = states.count
    own.organizations = organizations.count
    own.places = places.count
    let parts = OwnDictionary.parts(of: text, columns: Self.columns)
    guard !parts.isEmpty else {
      throw .malformed(path: file.path, line: 1, problem: "no header row of an actor table")
    }
    for part in parts {
      let table = try DataTable(
        path: file.path, text: part.text, columns: Self.columns[part.name, default: []])
      if part.name == "persons" { forgetPersons(in: table) }
      if part.name == "roles" {
        for language in Self.languages { try takeRoles(table, language) }
      } else {
        try take(part.name, table)
      }
      if part.name == "persons" {
        own.persons.formUnion(table.rows.compactMap { personNumbers[$0[0] + "/" + $0[1]] })
      }
    }
  }

  /// The reader's rows of a person stand in place of ours.
  private mutating func forgetPersons(in table: DataTable) {
    for row in table.rows {
      if let number = personNumbers[row[0] + "/" + row[1]] { persons[number].roles = [] }
    }
  }

  private func check(code: String, in row: DataTable.Row, of table: DataTable) throws(DataError) {
    guard codes.contains(code) else { throw table.malformed(row, "unknown code \(code)") }
  }

  private func check(
    sectors: [String], in row: DataTable.Row, of table: DataTable
  ) throws(DataError) {
    if let unknown = sectors.first(where: { !self.sectors.contains($0) }) {
      throw table.malformed(row, "unknown sector \(unknown)")
    }
  }

  private static func list(_ field: String) -> [String] {
    field.isEmpty
      ? [] : field.utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
  }
}
