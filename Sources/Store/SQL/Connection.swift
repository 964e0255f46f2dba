import GRDB
import GRDBSQLite

/// A connection within the block that was given it.
struct Connection {
  let database: Database
  let handle: OpaquePointer

  /// A statement that is kept compiled for the next time, unless it is at work at this moment.
  func cached(_ sql: String) throws -> SQLStatement {
    let kept = try database.cachedStatement(sql: sql).sqliteStatement
    guard sqlite3_stmt_busy(kept) == 0 else { return try SQLStatement(sql, on: handle) }
    return SQLStatement(borrowing: kept)
  }

  /// A statement that is compiled now and thrown away after use.
  func statement(_ sql: String, _ arguments: [SQLValue] = []) throws -> SQLStatement {
    let statement = try SQLStatement(sql, on: handle)
    try statement.bind(arguments)
    return statement
  }

  /// Runs one statement that gives no rows.
  func run(_ sql: String, _ arguments: [SQLValue] = []) throws {
    try statement(sql, arguments).run()
  }

  /// The first column of the first row as an integer; nil without a row, or for NULL.
  func int(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int? {
    let statement = try cached(sql)
    try statement.bind(arguments)
    return try statement.step() ? statement.optionalInt(0) : nil
  }

  /// The first column of the first row as text; nil without a row, or for NULL.
  func text(_ sql: String, _ arguments: [SQLValue] = []) throws -> String? {
    let statement = try cached(sql)
    try statement.bind(arguments)
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The rowid of the last insert.
  var lastInserted: Int { Int(sqlite3_last_insert_rowid(handle)) }
}

extension StoreError {
  /// What a result code of SQLite means here.
  init(code: Int32, message: String, path: String) {
    switch code & 0xff {
    case SQLITE_NOTADB: self = .notAGraph(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      self = .cannotOpen(path: path, problem: message)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_IOERR where code == SQLITE_IOERR | (19 << 8): self = .full(path: path)
    case SQLITE_CORRUPT: self = .damaged(path: path, problem: message)
    case SQLITE_INTERRUPT: self = .cancelled
    default: self = .database(path: path, problem: message)
    }
  }
}
