import DataFiles
import Foundation
import GRDB
import GRDBSQLite

/// The steps by which a file comes up to the present schema: one file of `Migrations/` a step.
enum Schema {
  /// The number by which SQLite files are known as graphs: "KAWT".
  static let applicationID = 1_262_573_396

  /// The embedded migrations, in the order of their names.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for path in DataDirectory.embeddedPaths.sorted() where path.hasPrefix("Migrations/") {
      let name = path.dropFirst("Migrations/".count).dropLast(".sql".count)
      migrator.registerMigration(String(name), foreignKeyChecks: .immediate) { database in
        try database.execute(sql: DataDirectory.embedded.text(path))
      }
    }
    return migrator
  }
}

/// What a path leads to, before GRDB opens it and turns it into a WAL database.
enum FileCheck {
  /// Whether a graph is still to be made at `path`.
  ///
  /// - Throws: ``StoreError/notAGraph(path:)`` for another program's file, and others.
  static func isNew(_ path: String) throws(StoreError) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return true }
    guard !isFolder.boolValue else { throw .cannotOpen(path: path, problem: "it is a folder") }
    return try EventStore.attempt(path) {
      let handle = try open(path)
      defer { sqlite3_close_v2(handle) }
      let id = try number("PRAGMA application_id", on: handle)
      if id == Schema.applicationID { return false }
      // Whoever makes a graph and is killed at once leaves only the list of migrations.
      let tables = try number(
        "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'", on: handle)
      guard id == 0, tables == 0 else { throw StoreError.notAGraph(path: path) }
      return true
    }
  }

  private static func open(_ path: String) throws -> OpaquePointer {
    var handle: OpaquePointer?
    // Read-write, so that SQLite may recover what a kill left behind; a protected file is still read.
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil)
    guard code == SQLITE_OK, let handle else {
      let failure = SQLFailure(handle, code)
      sqlite3_close_v2(handle)
      throw failure
    }
    sqlite3_busy_timeout(handle, 5000)
    return handle
  }

  private static func number(_ sql: String, on handle: OpaquePointer) throws -> Int {
    let statement = try SQLStatement(sql, on: handle)
    return try statement.step() ? statement.int(0) : 0
  }
}
