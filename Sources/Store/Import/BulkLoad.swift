import Foundation
import GRDB

/// Takes the event table's indexes and triggers away for a large load, and brings them back.
///
/// What is taken away is kept as SQL in the table `setting`, so that a load that was cut off can be
/// ended by whoever opens the file next. Meanwhile the sums tell of the time before the load.
struct BulkLoad {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The process that has a load at work, or had one when it ended; nil when there is none.
  func process() throws -> Int? {
    try connection.text("SELECT value FROM setting WHERE name = 'bulk'").map { Int($0) ?? 0 }
  }

  /// Whether a load was cut off by the end of its process.
  func isAbandoned() throws -> Bool {
    guard let process = try process() else { return false }
    let isMine = process == Int(ProcessInfo.processInfo.processIdentifier)
    return isMine || kill(pid_t(truncatingIfNeeded: process), 0) != 0
  }

  /// Takes indexes and triggers away; does nothing but put down this process when they are away.
  func begin() throws {
    try connection.transaction {
      let isAway = try process() != nil
      try connection.run(
        "INSERT INTO setting (name, value) VALUES ('bulk', ?) "
          + "ON CONFLICT DO UPDATE SET value = excluded.value",
        [.text(String(ProcessInfo.processInfo.processIdentifier))])
      guard !isAway else { return }
      try connection.run(
        """
        INSERT INTO setting (name, value) SELECT 'bulk ' || type || ' ' || name, sql \
        FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'index' AND tbl_name = 'event' \
        OR type = 'trigger' AND tbl_name IN ('event', 'dyadMonth'))
        """)
      for kept in try kept("") {
        let words = kept.name.split(separator: " ")
        try connection.run("DROP \(words[1]) \(words[2])")
      }
    }
  }

  /// Builds the indexes, computes the sums and brings the triggers back.
  func end(progress: (ImportProgress.Phase) -> Void) throws {
    guard try process() != nil else { return }
    progress(.indexes)
    // A small cache makes for short runs that sort in the processor's own caches.
    try connection.run("PRAGMA cache_size = -8192")
    for index in try kept("index") {
      try connection.transaction { try restore(index) }
    }
    try connection.run("PRAGMA cache_size = -65536")
    progress(.sums)
    try connection.transaction {
      try SumBuilder(connection).rebuild()
      for trigger in try kept("trigger") { try restore(trigger) }
      try connection.run("DELETE FROM setting WHERE name = 'bulk'")
    }
  }

  private func restore(_ kept: (name: String, sql: String)) throws {
    try connection.run(kept.sql)
    try connection.run("DELETE FROM setting WHERE name = ?", [.text(kept.name)])
  }

  private func kept(_ type: String) throws -> [(name: String, sql: String)] {
    let statement = try connection.statement(
      "SELECT name, value FROM setting WHERE name GLOB ? ORDER BY name",
      [.text("bulk \(type)* *")])
    var found: [(name: String, sql: String)] = []
    while try statement.step() { found.append((statement.text(0), statement.text(1))) }
    return found
  }
}

extension Connection {
  /// Runs `body` in a transaction of its own, taken back when `body` throws.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try run("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // After some errors SQLite has taken the transaction back by itself.
      if database.isInsideTransaction { try? run("ROLLBACK") }
      throw error
    }
  }
}
