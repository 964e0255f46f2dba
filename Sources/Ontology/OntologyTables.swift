import DataFiles

/// The tables of `Data/ontology/`, read and checked against each other.
struct OntologyTables {
  var types: [EventType: Ontology.TypeFacts] = [:]
  var modes: [EventType: [String]] = [:]
  var modeScores: [EventType: [String: Double]] = [:]
  var contexts: [String] = []
  var sectors: [String: String] = [:]
  var cameo: [String: Ontology.CAMEOFacts] = [:]
  var countries: [String: Ontology.Country] = [:]
  var relations: [RelationKey: RelationVerb] = [:]
  var prefixes: [Status: RelationPrefix] = [:]

  init(_ data: DataDirectory) throws(DataError) {
    try readTypes(
      data.table(
        "ontology/types.tsv", columns: ["type", "quad", "score", "label_en", "label_id", "source"]))
    try readModes(data.table("ontology/modes.tsv", columns: ["type", "mode", "score", "source"]))
    let contextColumns = ["context", "label_id", "source"]
    contexts = try data.table("ontology/contexts.tsv", columns: contextColumns).rows.map { $0[0] }
    try readSectors(
      data.table("ontology/sectors.tsv", columns: ["sector", "label_en", "label_id", "source"]))
    try readCAMEO(
      data.table(
        "ontology/cameo.tsv",
        columns: ["code", "goldstein", "type", "mode", "context", "label_en", "source"]))
    try readRelations(
      data.table(
        "ontology/relations.tsv",
        columns: ["act", "mode", "finite", "base", "gerund", "id", "source"]))
    try readPrefixes(
      data.table(
        "ontology/relation-prefixes.tsv", columns: ["status", "en", "form", "id", "source"]))
    try readCountries(
      data.table(
        "ontology/countries.tsv",
        columns: ["code", "alpha2", "name_en", "name_id", "region", "cameo", "cow", "source"]))
  }

  private mutating func readTypes(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      guard let quad = Int(row[1]).flatMap(QuadClass.init), let score = Double(row[2]) else {
        throw table.malformed(row, "expected a quad class from 1 to 4 and a score")
      }
      types[try type(row[0], in: row, of: table)] = .init(quadClass: quad, score: score)
    }
    if let absent = EventType.allCases.first(where: { types[$0] == nil }) {
      throw .malformed(path: table.path, line: 0, problem: "no row for \(absent.rawValue)")
    }
  }

  private mutating func readModes(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      let type = try type(row[0], in: row, of: table)
      guard let score = Double(row[2]) else { throw table.malformed(row, "expected a score") }
      modes[type, default: []].append(row[1])
      modeScores[type, default: [:]][row[1]] = score
    }
  }

  private mutating func readSectors(_ table: DataTable) throws(DataError) {
    for row in table.rows { sectors[row[0]] = row[1] }
  }

  private mutating func readCAMEO(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      guard let score = Double(row[1]) else {
        throw table.malformed(row, "expected a Goldstein score")
      }
      let type = row[2].isEmpty ? nil : try type(row[2], in: row, of: table)
      try check(mode: row[3], of: type, in: row, of: table)
      guard row[4].isEmpty || contexts.contains(row[4]) else {
        throw table.malformed(row, "unknown context \(row[4])")
      }
      cameo[row[0]] = .init(
        goldsteinScore: score, type: type, mode: row[3].isEmpty ? nil : row[3],
        context: row[4].isEmpty ? nil : row[4], label: row[5])
    }
  }

  private mutating func readRelations(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      let act = try type(row[0], in: row, of: table)
      try check(mode: row[1], of: act, in: row, of: table)
      relations[RelationKey(act: act, mode: row[1])] = RelationVerb(
        finite: row[2], base: row[3], gerund: row[4], indonesian: row[5])
    }
  }

  private mutating func readPrefixes(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      guard let status = Status(rawValue: row[0]), let form = RelationPrefix.Form(rawValue: row[2])
      else { throw table.malformed(row, "expected a status and finite, base or gerund") }
      prefixes[status] = RelationPrefix(english: row[1], form: form, indonesian: row[3])
    }
  }

  private mutating func readCountries(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      countries[row[0]] = .init(
        code: row[0], alpha2: row[1], english: row[2], indonesian: row[3], region: row[4],
        cameo: row[5], cow: row[6])
    }
  }

  private func type(
    _ name: String, in row: DataTable.Row, of table: DataTable
  ) throws(DataError) -> EventType {
    guard let type = EventType(rawValue: name) else {
      throw table.malformed(row, "unknown event type \(name)")
    }
    return type
  }

  private func check(
    mode: String, of type: EventType?, in row: DataTable.Row, of table: DataTable
  ) throws(DataError) {
    guard mode.isEmpty || type.map({ modes[$0, default: []].contains(mode) }) == true else {
      throw table.malformed(row, "unknown mode \(mode) of \(type?.rawValue ?? "no type")")
    }
  }
}
