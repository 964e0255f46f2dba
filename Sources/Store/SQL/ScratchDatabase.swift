import GRDB
import GRDBSQLite

/// A database with whatever tables its user makes, in memory or in a file: no graph of ours.
///
/// The query engine's tests build generic property graphs in it, the store's tests files of earlier
/// and of other programs.
package struct ScratchDatabase: Sendable {
  private let queue: DatabaseQueue

  /// An empty database.
  package init() throws(StoreError) {
    queue = try EventStore.attempt(":memory:") { try DatabaseQueue() }
  }

  /// The database in a file, made where there is none.
  package init(path: String) throws(StoreError) {
    queue = try EventStore.attempt(path) { try DatabaseQueue(path: path) }
  }

  /// Runs statements that change the database, divided by `;`.
  package func execute(_ script: String) throws(StoreError) {
    try EventStore.attempt(":memory:") {
      try queue.writeWithoutTransaction { try $0.execute(sql: script) }
    }
  }

  /// Runs one statement once for each row of arguments, in one transaction.
  package func execute(_ sql: String, rows: [[SQLValue]]) throws(StoreError) {
    try EventStore.attempt(":memory:") {
      try queue.write { database in
        guard let handle = database.sqliteConnection else { return }
        let statement = try SQLStatement(sql, on: handle)
        for row in rows {
          try statement.bind(row)
          try statement.run()
        }
      }
    }
  }

  /// Streams the rows of a statement that reads, as ``EventStore/rows(_:limits:each:)`` does.
  @discardableResult
  package func rows(
    _ select: SelectStatement, limits: ReadLimits = .none, each: (SQLRow) throws -> Bool
  ) throws -> Int {
    try EventStore.mapping(":memory:") {
      try queue.unsafeReentrantRead { database in
        guard let handle = database.sqliteConnection else { return 0 }
        return try StatementRun(select, limits: limits).rows(on: handle, each: each)
      }
    }
  }
}
