/// Reads the tokens of a query into a tree, by recursive descent with one token of look-ahead.
///
/// This file holds what all parts use; clauses, patterns, expressions and atoms have files of their
/// own. Nesting, chains and the length of the text are limited, so that no query can exhaust the
/// stack.
struct QueryParser {
  /// How long, deep and wide a query may be.
  struct Limits {
    /// Bytes of text.
    var length = 1_000_000
    /// Parentheses, lists, maps, subqueries within one another.
    var depth = 96
    /// Operators in one unparenthesized chain.
    var chain = 400
    /// Clauses in one query, and queries in one UNION.
    var clauses = 1_000
    /// Relationships in one path.
    var hops = 100
  }

  let text: String
  let tokens: [Token]
  /// For each opening bracket the index of its closing one.
  let closing: [Int: Int]
  let limits: Limits
  var position = 0
  var depth = 0
  /// What was looked for at `expectedAt`.
  var expected: [String] = []
  var expectedAt = 0

  init(_ text: String, limits: Limits = Limits()) throws(QueryError) {
    guard text.utf8.count <= limits.length else {
      throw .limit(
        "the query is \(text.utf8.count) bytes long; the limit is \(limits.length) bytes")
    }
    self.text = text
    self.limits = limits
    tokens = try Lexer.tokens(of: text)
    closing = Self.brackets(in: tokens)
  }

  /// The tree of a query.
  static func parse(_ text: String) throws(QueryError) -> QueryTree {
    do throws(QueryError) {
      var parser = try QueryParser(text)
      return try parser.query()
    } catch {
      throw error.about(text.utf8.count <= 1_000_000 ? text : "")
    }
  }

  /// The tree of an expression that stands alone, such as a parameter's value.
  static func parseExpression(_ text: String) throws(QueryError) -> Expression {
    do throws(QueryError) {
      var parser = try QueryParser(text)
      let expression = try parser.expression()
      guard parser.current.kind == .end else { throw parser.unexpected() }
      return expression
    } catch {
      throw error.about(text.utf8.count <= 1_000_000 ? text : "")
    }
  }

  private static func brackets(in tokens: [Token]) -> [Int: Int] {
    var closing: [Int: Int] = [:]
    var open: [(index: Int, close: String)] = []
    let pairs = ["(": ")", "[": "]", "{": "}"]
    for (index, token) in tokens.enumerated() {
      guard case .sign(let sign) = token.kind else { continue }
      if let close = pairs[sign] {
        open.append((index, close))
      } else if let last = open.last, last.close == sign {
        closing[last.index] = index
        open.removeLast()
      }
    }
    return closing
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  func token(_ ahead: Int) -> Token {
    tokens[min(position + ahead, tokens.count - 1)]
  }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Remembers what could have stood at the current token.
  mutating func note(_ what: String) {
    if expectedAt != position {
      expected = []
      expectedAt = position
    }
    if !expected.contains(what) { expected.append(what) }
  }

  func isSign(_ sign: String, ahead: Int = 0) -> Bool {
    token(ahead).kind == .sign(sign)
  }

  func isKeyword(_ keyword: String, ahead: Int = 0) -> Bool {
    guard case .name(let name) = token(ahead).kind else { return false }
    return name.utf8.count == keyword.utf8.count && name.uppercased() == keyword
  }

  mutating func accept(_ sign: String) -> Bool {
    guard isSign(sign) else {
      note(sign)
      return false
    }
    advance()
    return true
  }

  mutating func acceptKeyword(_ keyword: String) -> Bool {
    guard isKeyword(keyword) else {
      note(keyword)
      return false
    }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(QueryError) {
    guard accept(sign) else { throw unexpected() }
  }

  mutating func expectKeyword(_ keyword: String) throws(QueryError) {
    guard acceptKeyword(keyword) else { throw unexpected() }
  }

  /// The error that the current token should not stand here.
  func unexpected() -> QueryError {
    let hints = expectedAt == position ? Array(expected.prefix(8)) : []
    return .syntax("unexpected \(current.description)", at: current.start, expected: hints)
  }

  // MARK: Names

  /// Words that begin or join clauses and so cannot be names without backticks.
  static let reserved: Set<String> = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "ORDER", "SKIP", "LIMIT",
    "AND", "OR", "XOR", "NOT", "IN", "IS", "STARTS", "ENDS", "CONTAINS", "AS", "DISTINCT", "CASE",
    "WHEN", "THEN", "ELSE", "TRUE", "FALSE", "NULL", "CREATE", "SET", "DELETE", "REMOVE", "MERGE",
  ]

  /// A variable's name, when one stands here.
  mutating func variable() -> Name? {
    let token = current
    switch token.kind {
    case .name(let name) where !Self.reserved.contains(name.uppercased()):
      advance()
      return Name(text: name, offset: token.start)
    case .quotedName(let name):
      advance()
      return Name(text: name, offset: token.start)
    default:
      note("a name")
      return nil
    }
  }

  mutating func expectVariable() throws(QueryError) -> Name {
    guard let name = variable() else { throw unexpected() }
    return name
  }

  /// A label, a type or a property's key: any word will do.
  mutating func expectSchemaName() throws(QueryError) -> Name {
    let token = current
    switch token.kind {
    case .name(let name), .quotedName(let name):
      advance()
      return Name(text: name, offset: token.start)
    default:
      note("a name")
      throw unexpected()
    }
  }

  // MARK: Limits

  /// Enters something that can hold itself.
  mutating func descend() throws(QueryError) {
    depth += 1
    guard depth <= limits.depth else {
      throw QueryError(
        .limit, "LimitReached", "nested more than \(limits.depth) levels deep", at: current.start,
        family: .limit)
    }
  }

  func checkChain(_ count: Int) throws(QueryError) {
    guard count <= limits.chain else {
      throw QueryError(
        .limit, "LimitReached", "more than \(limits.chain) operators in one chain",
        at: current.start, family: .limit)
    }
  }
}
