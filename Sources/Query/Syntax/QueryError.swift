/// What is wrong with a query, where, and what would be right.
///
/// Its description is what a person reads: the message, the line with a caret, and near names.
public struct QueryError: Error, Hashable, Sendable {
  /// When the error showed: before anything was read, or while rows were being made.
  public enum Stage: String, Hashable, Sendable {
    /// The text is no query.
    case syntax
    /// The text is a query, but its names or types do not fit.
    case binding
    /// A value that was met while running does not fit.
    case running
    /// A limit of time, rows or steps was reached, or the caller cancelled.
    case limit
  }

  /// The families of errors that openCypher tells apart.
  public enum Family: String, Hashable, Sendable {
    /// The query itself is wrong.
    case syntax = "SyntaxError"
    /// A value has the wrong type.
    case type = "TypeError"
    /// A value has the right type and cannot be used.
    case argument = "ArgumentError"
    /// A parameter that the query names was not given.
    case parameterMissing = "ParameterMissing"
    /// A procedure was called that does not exist.
    case procedure = "ProcedureError"
    /// A limit was reached; openCypher has no word for it.
    case limit = "LimitReached"
  }

  /// When the error showed.
  public var stage: Stage
  /// What sort of error it is.
  public var family: Family
  /// openCypher's word for the error, `UndefinedVariable`.
  public var detail: String
  /// What is wrong, as a sentence without a full stop.
  public var message: String
  /// Where it is wrong: a UTF-8 offset into the query, when there is a place.
  public var offset: Int?
  /// What could have stood there.
  public var expected: [String]
  /// Names like the one that is unknown, the nearest first.
  public var nearest: [String]
  /// The query, so that the line can be shown.
  public var query: String

  init(
    _ stage: Stage, _ detail: String, _ message: String, at offset: Int? = nil,
    family: Family = .syntax, expected: [String] = [], nearest: [String] = []
  ) {
    self.stage = stage
    self.family = family
    self.detail = detail
    self.message = message
    self.offset = offset
    self.expected = expected
    self.nearest = nearest
    query = ""
  }

  /// The line of the error, from 1; nil when it has no place.
  public var line: Int? {
    offset.map { query.utf8.prefix($0).reduce(1) { $1 == 10 ? $0 + 1 : $0 } }
  }

  /// The column of the error in characters, from 1; nil when it has no place.
  public var column: Int? {
    offset.map { offset in
      let before = query.utf8.prefix(offset)
      let start = before.lastIndex(of: 10).map { query.utf8.index(after: $0) }
      return query[(start ?? query.startIndex)..<before.endIndex].count + 1
    }
  }

  /// The same error with the text it is about.
  func about(_ query: String) -> QueryError {
    var error = self
    error.query = query
    return error
  }

  static func syntax(
    _ message: String, at offset: Int, _ detail: String = "UnexpectedSyntax",
    expected: [String] = []
  ) -> QueryError {
    QueryError(.syntax, detail, message, at: offset, expected: expected)
  }

  static func binding(
    _ detail: String, _ message: String, at offset: Int?, family: Family = .syntax,
    nearest: [String] = []
  ) -> QueryError {
    QueryError(.binding, detail, message, at: offset, family: family, nearest: nearest)
  }

  static func running(
    _ detail: String, _ message: String, at offset: Int? = nil, family: Family = .type
  ) -> QueryError {
    QueryError(.running, detail, message, at: offset, family: family)
  }

  static func limit(_ message: String) -> QueryError {
    QueryError(.limit, "LimitReached", message, family: .limit)
  }
}

extension QueryError: CustomStringConvertible {
  /// The message with its place, the line, a caret under it, and what would be right.
  public var description: String {
    var text = message
    if let line, let column {
      text = "line \(line), column \(column): \(message)"
    }
    if !expected.isEmpty { text += "; expected \(Self.listed(expected))" }
    if !nearest.isEmpty { text += "; did you mean \(Self.listed(nearest))?" }
    if let excerpt { text += "\n" + excerpt }
    return text
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The line in question, cut to what a terminal holds, and a caret below the place.
  private var excerpt: String? {
    guard let line, let column, !query.isEmpty else { return nil }
    let lines = query.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
    guard line <= lines.count else { return nil }
    let text = lines[line - 1]
    let skipped = max(0, column - 60)
    let shown = text.dropFirst(skipped).prefix(100).map { $0 == "\t" ? " " : $0 }
    let caret = String(repeating: " ", count: column - 1 - skipped) + "^"
    return "  \(String(shown))\n  \(caret)"
  }
}
