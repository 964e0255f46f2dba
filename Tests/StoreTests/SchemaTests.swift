import DataFiles
import Foundation
import Ontology
import Store
import TestSupport
import Testing

@Suite struct `The schema` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("g.db") }

  private func schema(_ store: EventStore) throws -> String {
    let rows = try store.rows(
      SelectStatement(
        """
        SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sentenceIndex_*' \
        AND name <> 'grdb_migrations' ORDER BY type, name
        """))
    return rows.map { row in
      guard case .text(let sql)? = row.first else { return "" }
      return sql + ";\n"
    }.joined(separator: "\n")
  }

  /// A file as a program with only the first `steps` migrations left it.
  private func makeFile(steps: Int, then script: String = "") throws {
    let database = try ScratchDatabase(path: path)
    try database.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    let migrations = DataDirectory.embeddedPaths.filter { $0.hasPrefix("Migrations/") }.sorted()
    for migration in migrations.prefix(steps) {
      try database.execute(DataDirectory.embedded.text(migration))
      let name = migration.dropFirst("Migrations/".count).dropLast(".sql".count)
      try database.execute("INSERT INTO grdb_migrations VALUES ('\(name)')")
    }
    try database.execute(script)
  }

  @Test func `of a new file is the golden one`() throws {
    let store = try EventStore.open(path: path, mode: .write)
    #expect(differenceFromGolden(try schema(store), "schema.sql") == nil)
  }

  @Test func `of a released version comes up to the present one, with all that was in it`() throws {
    let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Databases")
    let files = try FileManager.default.contentsOfDirectory(atPath: dump.path).sorted()
    #expect(!files.isEmpty)
    for file in files {
      let path = folder.path(file + ".db")
      try ScratchDatabase(path: path).execute(
        String(contentsOf: dump.appendingPathComponent(file), encoding: .utf8))
      for _ in 1...2 {
        let store = try EventStore.open(path: path, mode: .write)
        #expect(try store.check().problems.isEmpty)
        #expect(try store.relations(RelationFilter()).count == 10)
        #expect(differenceFromGolden(try schema(store), "schema.sql") == nil)
      }
    }
  }

  @Test func `of an earlier version is refused for reading and brought up for writing`() throws {
    try makeFile(steps: 1)
    #expect(throws: StoreError.olderThanProgram(path: path)) {
      try EventStore.open(path: path, mode: .read)
    }
    let store = try EventStore.open(path: path, mode: .write)
    #expect(differenceFromGolden(try schema(store), "schema.sql") == nil)
  }

  @Test func `is made to its end when its making was cut off`() throws {
    try makeFile(steps: 0)
    let store = try EventStore.open(path: path, mode: .write)
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `of a later version is refused with the next step`() throws {
    _ = try EventStore.open(path: path, mode: .write)
    try ScratchDatabase(path: path).execute(
      "INSERT INTO grdb_migrations VALUES ('V9999__tomorrow')")
    #expect(throws: StoreError.newerThanProgram(path: path)) {
      try EventStore.open(path: path, mode: .write)
    }
    #expect("\(StoreError.newerThanProgram(path: "g.db"))".hasSuffix("upgrade the program"))
  }

  @Test func `stays as it was when a migration fails`() throws {
    try makeFile(steps: 1, then: "CREATE TABLE dyadTotal (x)")
    #expect(throws: StoreError.self) { try EventStore.open(path: path, mode: .write) }
    var names: [String] = []
    try ScratchDatabase(path: path).rows(
      SelectStatement("SELECT name FROM sqlite_schema WHERE name IN ('dyadMonth', 'dyadTotal')")
    ) { row in
      names.append(row.text(0))
      return true
    }
    #expect(names == ["dyadTotal"])
  }

  @Test(arguments: ["text", "other database", "folder", "nothing"])
  func `is not looked for in what is no graph`(kind: String) throws {
    switch kind {
    case "text": try Data("not a graph, only some words".utf8).write(to: URL(fileURLWithPath: path))
    case "other database": try ScratchDatabase(path: path).execute("CREATE TABLE t (x)")
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    default: break
    }
    let wanted: StoreError =
      switch kind {
      case "folder": .cannotOpen(path: path, problem: "it is a folder")
      case "nothing": .missing(path: path)
      default: .notAGraph(path: path)
      }
    #expect(throws: wanted) { try EventStore.open(path: path, mode: .read) }
  }
}
