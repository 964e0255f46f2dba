/// A value of SQLite: what statements take as arguments and give as columns.
public enum SQLValue: Hashable, Sendable {
  /// NULL.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// A 64-bit floating point number.
  case real(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// An integer.
  public static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }

  /// Text, or NULL.
  public static func text(orNull value: String?) -> SQLValue { value.map(SQLValue.text) ?? .null }

  /// An integer, or NULL.
  public static func integer(orNull value: Int?) -> SQLValue {
    value.map { .integer(Int64($0)) } ?? .null
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// NULL.
  public init(nilLiteral: ()) { self = .null }
}

/// A statement that reads, with the values of its `?` in their order.
public struct SelectStatement: Hashable, Sendable {
  /// One SELECT, WITH, VALUES or EXPLAIN.
  public var sql: String
  /// One value a `?`.
  public var arguments: [SQLValue]

  /// The statement `sql` with `arguments`.
  public init(_ sql: String, _ arguments: [SQLValue] = []) {
    self.sql = sql
    self.arguments = arguments
  }
}

/// What a question may cost.
public struct ReadLimits: Sendable {
  /// At most so many rows; nil for all.
  public var rows: Int?
  /// At most so many seconds of waiting; nil for any time.
  public var seconds: Double?
  /// Asked now and then while SQLite works; true ends the question.
  public var isCancelled: (@Sendable () -> Bool)?

  /// No more than these rows and seconds, and only until `isCancelled`.
  public init(
    rows: Int? = nil, seconds: Double? = nil, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.rows = rows
    self.seconds = seconds
    self.isCancelled = isCancelled
  }

  /// Everything, however long it takes.
  public static var none: ReadLimits { ReadLimits() }
}
