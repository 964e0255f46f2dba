import GRDBSQLite

/// A prepared statement on a connection: thin over SQLite's own calls, for the loops that are hot.
///
/// It lives no longer than the connection's block in which it was made.
final class SQLStatement {
  let handle: OpaquePointer
  private let ownsHandle: Bool

  /// Compiles `sql`, which must be one statement.
  init(_ sql: String, on connection: OpaquePointer) throws(SQLFailure) {
    var handle: OpaquePointer?
    var rest = ""
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, start, -1, &handle, &tail)
      rest = tail.map { String(cString: $0) } ?? ""
      return code
    }
    guard code == SQLITE_OK else { throw SQLFailure(connection, code) }
    guard let handle else { throw SQLFailure(code: SQLITE_ERROR, message: "no statement") }
    self.handle = handle
    ownsHandle = true
    let isBlank = rest.utf8.allSatisfy { $0 == 59 || $0 == 32 || (9...13).contains($0) }
    guard isBlank else {
      throw SQLFailure(code: SQLITE_ERROR, message: "more than one statement")
    }
  }

  /// A statement that somebody else keeps and finalizes; it is reset when this wrapper goes.
  init(borrowing handle: OpaquePointer) {
    self.handle = handle
    ownsHandle = false
  }

  deinit {
    if ownsHandle {
      sqlite3_finalize(handle)
    } else {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
  }

  /// The connection's failure with this code.
  func failure(_ code: Int32) -> SQLFailure { SQLFailure(sqlite3_db_handle(handle), code) }

  // MARK: Arguments, numbered from 1

  func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .real(let number): sqlite3_bind_double(handle, index, number)
    case .text(let text): bind(text, at: index)
    case .blob(let bytes):
      sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), copying)
    }
  }

  func bind(_ number: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, number) }

  func bind(_ number: Int, at index: Int32) { sqlite3_bind_int64(handle, index, Int64(number)) }

  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  func bind(_ text: String, at index: Int32) {
    // With a terminating zero, so that an empty text has an address too and is not taken for NULL.
    text.withCString { start in
      let count = UInt64(text.utf8.count)
      _ = sqlite3_bind_text64(handle, index, start, count, copying, UInt8(SQLITE_UTF8))
    }
  }

  /// Binds all arguments; their number must be the statement's.
  func bind(_ arguments: [SQLValue]) throws(SQLFailure) {
    let wanted = sqlite3_bind_parameter_count(handle)
    guard Int(wanted) == arguments.count else {
      throw SQLFailure(
        code: SQLITE_RANGE, message: "\(wanted) arguments wanted, \(arguments.count) given")
    }
    for (index, argument) in arguments.enumerated() { bind(argument, at: Int32(index + 1)) }
  }

  // MARK: Running

  /// The next row; false at the end.
  func step() throws(SQLFailure) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Runs a statement that gives no rows, and makes it ready to run again.
  func run() throws(SQLFailure) {
    let code = sqlite3_step(handle)
    let isDone = code == SQLITE_DONE || code == SQLITE_ROW
    let problem = isDone ? nil : failure(code)
    sqlite3_reset(handle)
    if let problem { throw problem }
  }

  func reset() { sqlite3_reset(handle) }

  // MARK: Columns, numbered from 0

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func value(_ column: Int32) -> SQLValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB:
      .blob(
        Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, column),
            count: Int(sqlite3_column_bytes(handle, column)))))
    default: .null
    }
  }

  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
  }
}

/// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a cast that C headers hide from Swift).
private var copying: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// What SQLite says when a call fails.
struct SQLFailure: Error {
  let code: Int32
  let message: String

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  init(_ connection: OpaquePointer?, _ code: Int32) {
    let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    self.init(code: code, message: message ?? "error \(code)")
  }
}
