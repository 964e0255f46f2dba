extension QueryParser {
  /// A literal, a variable, a call, or something in brackets.
  mutating func atom() throws(QueryError) -> Expression {
    let token = current
    switch token.kind {
    case .integer(let text):
      let value = try integer("", text, at: token.start)
      advance()
      return Expression(kind: .integer(value), offset: token.start)
    case .float(let text): return try float(text)
    case .malformedNumber(let text):
      throw .syntax("'\(text)' is not a number", at: token.start, "InvalidNumberLiteral")
    case .string(let text):
      advance()
      return Expression(kind: .string(text), offset: token.start)
    case .parameter(let name):
      advance()
      return Expression(kind: .parameter(name), offset: token.start)
    case .sign("("): return try parenthesized()
    case .sign("["): return try bracketed()
    case .sign("{"):
      return Expression(kind: .map(try mapEntries()), offset: token.start)
    case .name, .quotedName: return try named()
    default:
      note("an expression")
      throw unexpected()
    }
  }

  private mutating func float(_ text: String) throws(QueryError) -> Expression {
    let offset = current.start
    guard let value = Double(text), value.isFinite else {
      throw .syntax("the number \(text) is too large", at: offset, "FloatingPointOverflow")
    }
    advance()
    return Expression(kind: .float(value), offset: offset)
  }

  private mutating func parenthesized() throws(QueryError) -> Expression {
    let offset = current.start
    if beginsPath() {
      return Expression(kind: .pattern(try chain(name: nil, selector: .all)), offset: offset)
    }
    try expect("(")
    let inner = try expression()
    try expect(")")
    return inner
  }

  /// `{key: value, …}`.
  mutating func mapEntries() throws(QueryError) -> [MapEntry] {
    try descend()
    defer { depth -= 1 }
    try expect("{")
    var entries: [MapEntry] = []
    if accept("}") { return entries }
    repeat {
      let key = try expectSchemaName()
      try expect(":")
      entries.append(MapEntry(key: key, value: try expression()))
    } while accept(",")
    try expect("}")
    return entries
  }

  // MARK: Lists

  private mutating func bracketed() throws(QueryError) -> Expression {
    let offset = current.start
    try expect("[")
    if isKeyword("IN", ahead: 1), let variable = variable() {
      advance()
      return try listComprehension(variable, at: offset)
    }
    let isNamedPath = isSign("=", ahead: 1) && beginsPath(ahead: 2)
    if isNamedPath || beginsPath() {
      if let result = try patternComprehension(at: offset) { return result }
    }
    var elements: [Expression] = []
    if accept("]") { return Expression(kind: .list([]), offset: offset) }
    repeat { elements.append(try expression()) } while accept(",")
    try expect("]")
    return Expression(kind: .list(elements), offset: offset)
  }

  private mutating func listComprehension(
    _ variable: Name, at offset: Int
  ) throws(QueryError) -> Expression {
    let list = try expression()
    let filter = acceptKeyword("WHERE") ? try expression() : nil
    let result = accept("|") ? try expression() : nil
    try expect("]")
    return Expression(
      kind: .listComprehension(variable: variable, list: list, filter: filter, result: result),
      offset: offset)
  }

  /// `[p = (a)-->(b) WHERE … | …]`; nil, and nothing read, when it is a list of patterns.
  private mutating func patternComprehension(at offset: Int) throws(QueryError) -> Expression? {
    let start = position
    var name: Name?
    if !isSign("(") {
      name = try expectVariable()
      try expect("=")
    }
    let path = try chain(name: name, selector: .all)
    guard isSign("|") || isKeyword("WHERE") else {
      position = start
      return nil
    }
    let filter = acceptKeyword("WHERE") ? try expression() : nil
    try expect("|")
    let result = try expression()
    try expect("]")
    return Expression(
      kind: .patternComprehension(path, filter: filter, result: result), offset: offset)
  }

  // MARK: Words

  private mutating func named() throws(QueryError) -> Expression {
    let token = current
    if case .name(let word) = token.kind {
      if let constant = constant(word.uppercased()) {
        advance()
        return Expression(kind: constant, offset: token.start)
      }
      if isKeyword("CASE") { return try cases() }
      if isKeyword("EXISTS"), isSign("{", ahead: 1) { return try existential() }
      if let length = callLength() { return try call(nameLength: length) }
    }
    let name = try expectVariable()
    return Expression(kind: .variable(name.text), offset: token.start)
  }

  private func constant(_ word: String) -> Expression.Kind? {
    switch word {
    case "NULL": .null
    case "TRUE": .boolean(true)
    case "FALSE": .boolean(false)
    default: nil
    }
  }

  /// The number of tokens of a function's name, `date.truncate(`; nil when no call stands here.
  private func callLength() -> Int? {
    var length = 1
    while isSign(".", ahead: length), case .name = token(length + 1).kind { length += 2 }
    return isSign("(", ahead: length) ? length : nil
  }

  private mutating func call(nameLength: Int) throws(QueryError) -> Expression {
    let offset = current.start
    let name = (0..<nameLength).map { ahead in
      if case .name(let part) = token(ahead).kind { part } else { "." }
    }.joined()
    for _ in 0...nameLength { advance() }
    let lowered = name.lowercased()
    if let quantifier = Quantifier(rawValue: lowered), isKeyword("IN", ahead: 1) {
      return try quantified(quantifier, at: offset)
    }
    if lowered == "reduce" { return try reduction(at: offset) }
    if lowered == "count", accept("*") {
      try expect(")")
      return Expression(kind: .countAll, offset: offset)
    }
    let isDistinct = acceptKeyword("DISTINCT")
    var arguments: [Expression] = []
    if !accept(")") {
      repeat { arguments.append(try expression()) } while accept(",")
      try expect(")")
    }
    return Expression(
      kind: .function(name: lowered, isDistinct: isDistinct, arguments: arguments), offset: offset)
  }

  private mutating func quantified(
    _ quantifier: Quantifier, at offset: Int
  ) throws(QueryError) -> Expression {
    let variable = try expectVariable()
    try expectKeyword("IN")
    let list = try expression()
    try expectKeyword("WHERE")
    let filter = try expression()
    try expect(")")
    return Expression(
      kind: .quantifier(quantifier, variable: variable, list: list, filter: filter),
      offset: offset)
  }

  private mutating func reduction(at offset: Int) throws(QueryError) -> Expression {
    let accumulator = try expectVariable()
    try expect("=")
    let start = try expression()
    try expect(",")
    let variable = try expectVariable()
    try expectKeyword("IN")
    let list = try expression()
    try expect("|")
    let step = try expression()
    try expect(")")
    return Expression(
      kind: .reduce(
        accumulator: accumulator, start: start, variable: variable, list: list, step: step),
      offset: offset)
  }

  private mutating func cases() throws(QueryError) -> Expression {
    let offset = current.start
    advance()
    let subject = isKeyword("WHEN") ? nil : try expression()
    var branches: [Expression.CaseBranch] = []
    repeat {
      try expectKeyword("WHEN")
      let condition = try expression()
      try expectKeyword("THEN")
      branches.append(Expression.CaseBranch(condition: condition, result: try expression()))
    } while isKeyword("WHEN")
    let otherwise = acceptKeyword("ELSE") ? try expression() : nil
    try expectKeyword("END")
    return Expression(
      kind: .cases(subject: subject, branches: branches, otherwise: otherwise), offset: offset)
  }

  /// `EXISTS { MATCH … }` or `EXISTS { (a)-->(b) WHERE … }`.
  private mutating func existential() throws(QueryError) -> Expression {
    let offset = current.start
    try descend()
    defer { depth -= 1 }
    advance()
    try expect("{")
    var clauses: [Clause]
    if isSign("(") || isSign("=", ahead: 1) {
      var paths: [PathPattern] = []
      repeat { paths.append(try path()) } while accept(",")
      let filter = acceptKeyword("WHERE") ? try expression() : nil
      clauses = [
        .match(MatchTree(isOptional: false, paths: paths, filter: filter, offset: offset))
      ]
    } else {
      clauses = try singleQuery()
    }
    try expect("}")
    return Expression(kind: .exists(clauses), offset: offset)
  }
}
