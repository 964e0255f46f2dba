extension QueryParser {
  /// How tightly operators bind, from the loosest; NOT stands at 4, comparisons at 5.
  static let precedence: [BinaryOperator: Int] = [
    .or: 1, .xor: 2, .and: 3, .startsWith: 6, .endsWith: 6, .contains: 6, .isIn: 6, .matches: 6,
    .add: 7, .subtract: 7, .multiply: 8, .divide: 8, .remainder: 8, .power: 9,
  ]

  static let comparisonPrecedence = 5
  static let predicatePrecedence = 6

  /// An expression whose operators bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Int = 1) throws(QueryError) -> Expression {
    try descend()
    defer { depth -= 1 }
    var left = try operand(minimum)
    var count = 0
    while let next = try operation(on: left, minimum) {
      left = next
      count += 1
      try checkChain(count)
    }
    return left
  }

  private mutating func operand(_ minimum: Int) throws(QueryError) -> Expression {
    let offset = current.start
    if minimum <= 4, acceptKeyword("NOT") {
      var count = 1
      while acceptKeyword("NOT") { count += 1 }
      let value = try expression(Self.comparisonPrecedence)
      // An even number of NOTs still wants a boolean, so two of them stay.
      let kept = count % 2 == 1 ? 1 : 2
      return (0..<kept).reduce(value) { value, _ in Expression(kind: .not(value), offset: offset) }
    }
    return try unary()
  }

  private mutating func unary() throws(QueryError) -> Expression {
    let offset = current.start
    if isSign("-") {
      advance()
      if case .integer(let digits) = current.kind { return try negativeInteger(digits, offset) }
      try descend()
      defer { depth -= 1 }
      return Expression(kind: .negate(try unary()), offset: offset)
    }
    if isSign("+") {
      advance()
      try descend()
      defer { depth -= 1 }
      return Expression(kind: .plus(try unary()), offset: offset)
    }
    return try postfix(try atom())
  }

  /// `-9223372036854775808` is an integer although its digits alone are none.
  private mutating func negativeInteger(
    _ digits: String, _ offset: Int
  ) throws(QueryError) -> Expression {
    let value = try integer("-", digits, at: offset)
    advance()
    return try postfix(Expression(kind: .integer(value), offset: offset))
  }

  /// The expression that `left` is the first operand of; nil when no operator follows that binds
  /// tightly enough.
  private mutating func operation(
    on left: Expression, _ minimum: Int
  ) throws(QueryError) -> Expression? {
    let offset = current.start
    if minimum <= Self.comparisonPrecedence, comparisonOperator() != nil {
      return try comparison(left)
    }
    if minimum <= Self.predicatePrecedence, isKeyword("IS") {
      advance()
      let negated = acceptKeyword("NOT")
      try expectKeyword("NULL")
      return Expression(kind: .isNull(left, negated: negated), offset: offset)
    }
    guard let (found, length) = binaryOperator(), let level = Self.precedence[found],
      level >= minimum
    else { return nil }
    for _ in 0..<length { advance() }
    let right = try expression(level + 1)
    return Expression(kind: .binary(found, left, right), offset: offset)
  }

  private mutating func comparison(_ first: Expression) throws(QueryError) -> Expression {
    let offset = current.start
    var rest: [Expression.Comparison] = []
    while let found = comparisonOperator() {
      advance()
      let value = try expression(Self.predicatePrecedence)
      rest.append(Expression.Comparison(operator: found, value: value))
      try checkChain(rest.count)
    }
    return Expression(kind: .comparison(first: first, rest: rest), offset: offset)
  }

  private func comparisonOperator() -> ComparisonOperator? {
    guard case .sign(let sign) = current.kind else { return nil }
    return ComparisonOperator(rawValue: sign)
  }

  /// The operator at the current token and its number of tokens.
  private func binaryOperator() -> (BinaryOperator, Int)? {
    switch current.kind {
    case .sign(let sign): return BinaryOperator(rawValue: sign).map { ($0, 1) }
    case .name(let name):
      switch name.uppercased() {
      case "STARTS": return isKeyword("WITH", ahead: 1) ? (.startsWith, 2) : nil
      case "ENDS": return isKeyword("WITH", ahead: 1) ? (.endsWith, 2) : nil
      case let word: return BinaryOperator(rawValue: word).map { ($0, 1) }
      }
    default: return nil
    }
  }

  /// Properties, indices, slices and labels that follow an atom.
  private mutating func postfix(_ atom: Expression) throws(QueryError) -> Expression {
    var value = atom
    var count = 0
    while true {
      let offset = current.start
      if accept(".") {
        let key = try expectSchemaName()
        value = Expression(kind: .property(value, key: key), offset: offset)
      } else if accept("[") {
        value = try subscripted(value, at: offset)
      } else if isSign(":") {
        value = try labelled(value, at: offset)
      } else {
        return value
      }
      count += 1
      try checkChain(count)
    }
  }

  private mutating func subscripted(
    _ value: Expression, at offset: Int
  ) throws(QueryError) -> Expression {
    var from: Expression?
    if !isSign("..") {
      from = try expression()
      if let from, accept("]") {
        return Expression(kind: .index(value, from), offset: offset)
      }
    }
    try expect("..")
    let to = isSign("]") ? nil : try expression()
    try expect("]")
    return Expression(kind: .slice(value, from: from, to: to), offset: offset)
  }

  private mutating func labelled(
    _ value: Expression, at offset: Int
  ) throws(QueryError) -> Expression {
    var labels: [Name] = []
    while accept(":") { labels.append(try expectSchemaName()) }
    return Expression(kind: .hasLabels(value, labels), offset: offset)
  }

  /// The value of an integer as written, with its sign.
  func integer(_ sign: String, _ text: String, at offset: Int) throws(QueryError) -> Int {
    let lowered = text.lowercased()
    let radix = lowered.hasPrefix("0x") ? 16 : lowered.hasPrefix("0o") ? 8 : 10
    let digits = radix == 10 ? lowered : String(lowered.dropFirst(2))
    guard let value = Int(sign + digits, radix: radix) else {
      throw .syntax(
        "the integer \(sign)\(text) does not fit into 64 bits", at: offset, "IntegerOverflow")
    }
    return value
  }
}
