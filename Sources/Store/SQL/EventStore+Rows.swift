import GRDBSQLite

/// A row while it is read: columns are taken from SQLite when they are asked for.
///
/// It is valid only within the call that was given it.
public struct SQLRow {
  let statement: SQLStatement

  /// How many columns there are.
  public var count: Int { Int(sqlite3_column_count(statement.handle)) }

  /// The columns' names.
  public var names: [String] { statement.columnNames }

  /// The value of the column at `index`, from 0.
  public subscript(_ index: Int) -> SQLValue { statement.value(Int32(index)) }

  /// The column's integer; 0 for NULL and for what is no number.
  public func integer(_ index: Int) -> Int { statement.int(Int32(index)) }

  /// The column's number; 0 for NULL and for what is no number.
  public func real(_ index: Int) -> Double { statement.double(Int32(index)) }

  /// The column's text; empty for NULL.
  public func text(_ index: Int) -> String { statement.text(Int32(index)) }

  /// Whether the column is NULL.
  public func isNull(_ index: Int) -> Bool { statement.isNull(Int32(index)) }

  /// All values.
  public var values: [SQLValue] { (0..<count).map { self[$0] } }
}

extension EventStore {
  /// Streams the rows of a statement that reads.
  ///
  /// - Parameter each: takes a row; false ends the reading.
  /// - Returns: the number of rows that were read.
  /// - Throws: ``StoreError/notReadOnly(problem:)`` for anything but one SELECT, WITH, VALUES or
  ///   EXPLAIN; ``StoreError/statement(problem:)``, ``StoreError/outOfTime(seconds:)``,
  ///   ``StoreError/cancelled``; and what `each` throws.
  @discardableResult
  public func rows(
    _ select: SelectStatement, limits: ReadLimits = .none, each: (SQLRow) throws -> Bool
  ) throws -> Int {
    try reading { connection in
      try StatementRun(select, limits: limits).rows(on: connection.handle, each: each)
    }
  }

  /// All rows of a statement that reads; for small answers.
  public func rows(
    _ select: SelectStatement, limits: ReadLimits = .none
  ) throws(StoreError) -> [[SQLValue]] {
    try Self.attempt(path) {
      var found: [[SQLValue]] = []
      try rows(select, limits: limits) { row in
        found.append(row.values)
        return true
      }
      return found
    }
  }

  /// The names of the columns that a statement gives, without running it.
  public func columns(of select: SelectStatement) throws(StoreError) -> [String] {
    try read { connection in
      try StatementRun(select, limits: .none).compile(on: connection.handle).columnNames
    }
  }
}

/// One run of a statement that reads, on a connection, within limits.
struct StatementRun {
  let select: SelectStatement
  let limits: ReadLimits

  init(_ select: SelectStatement, limits: ReadLimits) {
    self.select = select
    self.limits = limits
  }

  /// The compiled statement, if it only reads.
  func compile(on handle: OpaquePointer) throws -> SQLStatement {
    let word = select.sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
    guard ["SELECT", "WITH", "VALUES", "EXPLAIN"].contains(word) else {
      throw StoreError.notReadOnly(problem: word.isEmpty ? "nothing to run" : word)
    }
    do {
      let statement = try SQLStatement(select.sql, on: handle)
      guard sqlite3_stmt_readonly(statement.handle) != 0 else {
        throw StoreError.notReadOnly(problem: word)
      }
      try statement.bind(select.arguments)
      return statement
    } catch let failure as SQLFailure
      where failure.code == SQLITE_ERROR || failure.code == SQLITE_RANGE
    {
      throw StoreError.statement(problem: failure.message)
    }
  }

  func rows(on handle: OpaquePointer, each: (SQLRow) throws -> Bool) throws -> Int {
    try rows(of: compile(on: handle), on: handle, each: each)
  }

  /// The same for a statement of ours, which is kept compiled for the next time.
  func keptRows(on connection: Connection, each: (SQLRow) throws -> Bool) throws -> Int {
    let statement = try connection.cached(select.sql)
    try statement.bind(select.arguments)
    return try rows(of: statement, on: connection.handle, each: each)
  }

  private func rows(
    of statement: SQLStatement, on handle: OpaquePointer, each: (SQLRow) throws -> Bool
  ) throws -> Int {
    let watch = ReadWatch(limits)
    watch?.watch(handle)
    defer { watch?.leave(handle) }
    var count = 0
    do {
      while count < limits.rows ?? .max, try statement.step() {
        count += 1
        guard try each(SQLRow(statement: statement)) else { break }
      }
    } catch let failure as SQLFailure {
      if failure.code == SQLITE_INTERRUPT, let reason = watch?.reason { throw reason }
      guard failure.code != SQLITE_ERROR else {
        throw StoreError.statement(problem: failure.message)
      }
      throw failure
    }
    return count
  }
}

/// Looks at the clock and at the caller's wish while SQLite works.
final class ReadWatch {
  private let limits: ReadLimits
  private let start = ContinuousClock.now
  /// Why the work was ended; nil when it was not.
  private(set) var reason: StoreError?

  /// Nil when there is nothing to look at.
  init?(_ limits: ReadLimits) {
    guard limits.seconds != nil || limits.isCancelled != nil else { return nil }
    self.limits = limits
  }

  func watch(_ handle: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      handle, 2000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ReadWatch>.fromOpaque(context).takeUnretainedValue().mustEnd() ? 1 : 0
      }, context)
  }

  func leave(_ handle: OpaquePointer) { sqlite3_progress_handler(handle, 0, nil, nil) }

  private func mustEnd() -> Bool {
    if limits.isCancelled?() == true {
      reason = .cancelled
    } else if let seconds = limits.seconds, ContinuousClock.now - start > .seconds(seconds) {
      reason = .outOfTime(seconds: seconds)
    }
    return reason != nil
  }
}
