extension QueryParser {
  /// `[name =] [ANY SHORTEST | ALL SHORTEST] (a)-[r]->(b)…` or `shortestPath((a)-[*]-(b))`.
  mutating func path() throws(QueryError) -> PathPattern {
    var name: Name?
    if !isSign("("), isSign("=", ahead: 1) {
      name = try expectVariable()
      try expect("=")
    }
    var selector = PathPattern.Selector.all
    if isKeyword("ANY"), isKeyword("SHORTEST", ahead: 1) { selector = .anyShortest }
    if isKeyword("ALL"), isKeyword("SHORTEST", ahead: 1) { selector = .allShortest }
    if selector != .all {
      advance()
      advance()
      if name == nil, !isSign("("), isSign("=", ahead: 1) {
        name = try expectVariable()
        try expect("=")
      }
    }
    let isFunction = isKeyword("SHORTESTPATH") || isKeyword("ALLSHORTESTPATHS")
    guard isFunction, isSign("(", ahead: 1) else {
      return try chain(name: name, selector: selector)
    }
    selector = isKeyword("SHORTESTPATH") ? .anyShortest : .allShortest
    advance()
    advance()
    let path = try chain(name: name, selector: selector)
    try expect(")")
    return path
  }

  /// Nodes joined by relationships.
  mutating func chain(
    name: Name?, selector: PathPattern.Selector
  ) throws(QueryError) -> PathPattern {
    let offset = name?.offset ?? current.start
    var path = PathPattern(
      variable: name, selector: selector, nodes: [try node()], relationships: [], offset: offset)
    while isSign("-") || isSign("<") {
      path.relationships.append(try relationship())
      path.nodes.append(try node())
      guard path.relationships.count <= limits.hops else {
        throw .limit("more than \(limits.hops) relationships in one path")
      }
    }
    return path
  }

  private mutating func node() throws(QueryError) -> NodePattern {
    let offset = current.start
    guard accept("(") else {
      expected = ["("]
      throw unexpected()
    }
    var node = NodePattern(
      variable: nil, labels: [], properties: [], filter: nil, offset: offset)
    if !isSign(":"), !isSign("{"), !isSign(")"), !isParameter { node.variable = variable() }
    while accept(":") || (isSign("&") && accept("&")) { node.labels.append(try expectSchemaName()) }
    node.properties = try patternProperties()
    if acceptKeyword("WHERE") { node.filter = try expression() }
    try expect(")")
    return node
  }

  private var isParameter: Bool {
    if case .parameter = current.kind { true } else { false }
  }

  private mutating func patternProperties() throws(QueryError) -> [MapEntry] {
    if case .parameter(let name) = current.kind {
      throw .syntax(
        "the parameter $\(name) cannot stand for all properties of a pattern", at: current.start,
        "InvalidParameterUse", expected: ["{"])
    }
    guard isSign("{") else {
      note("{")
      return []
    }
    return try mapEntries()
  }

  private mutating func relationship() throws(QueryError) -> RelationshipPattern {
    let offset = current.start
    let comesIn = accept("<")
    try expect("-")
    var relationship = RelationshipPattern(
      variable: nil, types: [], properties: [], direction: .either, length: nil,
      filter: nil, offset: offset)
    if accept("[") { try relationshipDetail(&relationship) }
    try expect("-")
    let goesOut = accept(">")
    if comesIn != goesOut { relationship.direction = goesOut ? .outgoing : .incoming }
    if let length = try lengthOfGQL() {
      guard relationship.length == nil else {
        throw .syntax("the length stands twice", at: offset, "InvalidRelationshipPattern")
      }
      relationship.length = length
    }
    return relationship
  }

  private mutating func relationshipDetail(
    _ relationship: inout RelationshipPattern
  ) throws(QueryError) {
    if !isSign(":"), !isSign("{"), !isSign("]"), !isSign("*"), !isParameter {
      relationship.variable = variable()
    }
    if accept(":") {
      relationship.types.append(try expectSchemaName())
      while accept("|") {
        _ = accept(":")
        relationship.types.append(try expectSchemaName())
      }
    }
    if accept("*") { relationship.length = try starLength() }
    if isSign("..") {
      throw .syntax(
        "a length needs '*' before it", at: current.start, "InvalidRelationshipPattern",
        expected: ["*", "]"])
    }
    relationship.properties = try patternProperties()
    if acceptKeyword("WHERE") { relationship.filter = try expression() }
    try expect("]")
  }

  /// What follows the star: nothing, `2`, `1..3`, `..3`, `2..`.
  private mutating func starLength() throws(QueryError) -> RelationshipPattern.Length {
    if isSign("-") {
      throw .syntax(
        "a length cannot be negative", at: current.start, "InvalidRelationshipPattern")
    }
    let minimum = try bound()
    guard accept("..") else {
      return RelationshipPattern.Length(minimum: minimum ?? 1, maximum: minimum)
    }
    return RelationshipPattern.Length(minimum: minimum ?? 1, maximum: try bound())
  }

  private mutating func bound() throws(QueryError) -> Int? {
    guard case .integer(let digits) = current.kind else {
      note("a number")
      return nil
    }
    guard let number = Int(digits) else {
      throw .syntax("this length is too large", at: current.start, "InvalidRelationshipPattern")
    }
    advance()
    return number
  }

  /// GQL's `{1,3}`, `{2}`, `+` and `*` behind a relationship.
  private mutating func lengthOfGQL() throws(QueryError) -> RelationshipPattern.Length? {
    if accept("+") { return RelationshipPattern.Length(minimum: 1, maximum: nil) }
    if accept("*") { return RelationshipPattern.Length(minimum: 0, maximum: nil) }
    guard accept("{") else { return nil }
    let minimum = try bound()
    var maximum = minimum
    if accept(",") {
      maximum = try bound()
    } else if minimum == nil {
      throw unexpected()
    }
    try expect("}")
    return RelationshipPattern.Length(minimum: minimum ?? 0, maximum: maximum)
  }

  /// Whether a path begins at the current `(`: a node's parentheses and then an arrow.
  func beginsPath(ahead: Int = 0) -> Bool {
    let open = position + ahead
    guard isSign("(", ahead: ahead), let close = closing[open], close + 2 < tokens.count else {
      return false
    }
    let inner = tokens[open + 1].kind
    let next = close == open + 1 ? Token.Kind.end : tokens[min(open + 2, close)].kind
    switch inner {
    case .sign(")"), .sign(":"), .sign("{"), .parameter: break
    case .name, .quotedName:
      guard [.sign(")"), .sign(":"), .sign("{")].contains(next) else { return false }
    default: return false
    }
    return beginsArrow(at: close + 1)
  }

  /// Whether `--`, `-[…]-`, `<--` or `<-[…]-` stands at a token.
  private func beginsArrow(at index: Int) -> Bool {
    var index = index
    if tokens[index].kind == .sign("<") { index += 1 }
    guard index + 1 < tokens.count, tokens[index].kind == .sign("-") else { return false }
    if tokens[index + 1].kind == .sign("-") {
      return [.sign("("), .sign(">")].contains(tokens[min(index + 2, tokens.count - 1)].kind)
    }
    guard tokens[index + 1].kind == .sign("["), let close = closing[index + 1] else { return false }
    return tokens[min(close + 1, tokens.count - 1)].kind == .sign("-")
  }
}
