extension Binder {
  /// Binds an expression.
  mutating func bind(_ expression: Expression) throws(QueryError) -> Typed {
    if let part = try groupedPart(expression) { return part }
    let offset = expression.offset
    switch expression.kind {
    case .null: return (.constant(.null), .null)
    case .boolean(let value): return (.constant(.boolean(value)), .boolean)
    case .integer(let value): return (.constant(.integer(value)), .integer)
    case .float(let value): return (.constant(.float(value)), .float)
    case .string(let value): return (.constant(.string(value)), .string)
    case .parameter(let name): return try parameter(name, at: offset)
    case .variable(let name):
      let variable = try variable(name, at: offset)
      return (.slot(variable.slot), variable.type)
    case .list(let elements): return try list(elements)
    case .map(let entries): return (.map(try entriesOfMap(entries)), .map)
    case .property(let owner, let key): return try property(owner, key, at: offset)
    case .index(let left, let right): return try index(left, right, at: offset)
    case .slice(let value, let from, let to):
      let (list, type) = try bind(value)
      let first = try from.map { (from) throws(QueryError) in try bind(from).expression }
      let last = try to.map { (to) throws(QueryError) in try bind(to).expression }
      return (.slice(list, from: first, to: last, offset: offset), type)
    case .hasLabels(let value, let labels): return try hasLabels(value, labels, at: offset)
    case .not, .negate, .plus, .isNull: return try unary(expression)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, at: offset)
    case .comparison(let first, let rest): return try comparison(first, rest, at: offset)
    default: return try compound(expression)
    }
  }

  private mutating func compound(_ expression: Expression) throws(QueryError) -> Typed {
    let offset = expression.offset
    switch expression.kind {
    case .function(let name, let isDistinct, let arguments):
      return try call(name, isDistinct, arguments, at: offset)
    case .cases(let subject, let branches, let otherwise):
      return try cases(subject, branches, otherwise)
    case .listComprehension, .quantifier, .reduce: return try loop(expression)
    case .pattern(let path):
      guard allowsPatterns else {
        throw .binding(
          "UnexpectedSyntax", "a pattern can only stand in WHERE or in EXISTS { … }", at: offset)
      }
      return (.patternExists(try existing(path)), .boolean)
    case .patternComprehension(let path, let filter, let result):
      return try patternComprehension(path, filter, result)
    case .exists(let clauses):
      let outer = scope
      let part = try part(clauses, isSubquery: true)
      scope = outer
      return (.exists(part), .boolean)
    default:
      throw .binding(
        "InvalidAggregation", "an aggregate can only stand among the items of WITH or RETURN",
        at: offset)
    }
  }

  // MARK: Names

  func variable(_ name: String, at offset: Int) throws(QueryError) -> Variable {
    if let variable = scope[name] { return variable }
    throw .binding(
      "UndefinedVariable", "there is no variable \(name) here", at: offset,
      nearest: NearestNames.of(name, among: scope.names))
  }

  private func parameter(_ name: String, at offset: Int) throws(QueryError) -> Typed {
    guard let value = parameters[name] else {
      throw .binding(
        "MissingParameter", "the parameter $\(name) was not given", at: offset,
        family: .parameterMissing, nearest: NearestNames.of(name, among: parameters.keys))
    }
    return (.constant(value), .any)
  }

  private mutating func property(
    _ owner: Expression, _ key: Name, at offset: Int
  ) throws(QueryError) -> Typed {
    let (bound, type) = try bind(owner)
    if type == .path {
      throw .binding("InvalidArgumentType", "a path has no properties", at: offset)
    }
    guard type.mayBe(oneOf: [.node, .relationship, .map, .temporal, .duration]) else {
      throw .binding(
        "InvalidArgumentType", "\(type.name) has no properties", at: offset, family: .type)
    }
    try check(property: key, of: type)
    return (.property(bound, key: key.text, offset: offset), .any)
  }

  // MARK: Operators

  private mutating func list(_ elements: [Expression]) throws(QueryError) -> Typed {
    var bound: [BoundExpression] = []
    var element: StaticType?
    for expression in elements {
      let (value, type) = try bind(expression)
      bound.append(value)
      element = element.map { $0.joined(type) } ?? type
    }
    let constants = bound.compactMap { if case .constant(let value) = $0 { value } else { nil } }
    let type = StaticType.list(element ?? .null)
    return constants.count == bound.count
      ? (.constant(.list(constants)), type) : (.list(bound), type)
  }

  mutating func entriesOfMap(
    _ entries: [MapEntry]
  ) throws(QueryError) -> [(key: String, value: BoundExpression)] {
    var bound: [(key: String, value: BoundExpression)] = []
    for entry in entries { bound.append((entry.key.text, try bind(entry.value).expression)) }
    return bound
  }

  private mutating func index(
    _ left: Expression, _ right: Expression, at offset: Int
  ) throws(QueryError) -> Typed {
    let (container, type) = try bind(left)
    let (key, _) = try bind(right)
    return (.index(container, key, offset: offset), type.element)
  }

  private mutating func hasLabels(
    _ value: Expression, _ labels: [Name], at offset: Int
  ) throws(QueryError) -> Typed {
    let (bound, type) = try bind(value)
    try require(type, [.node, .relationship], at: offset, "what has labels")
    if type == .node { for label in labels { try check(label: label) } }
    if type == .relationship { for name in labels { try check(type: name) } }
    return (.hasLabels(bound, labels.map(\.text), offset: offset), .boolean)
  }

  private mutating func unary(_ expression: Expression) throws(QueryError) -> Typed {
    let offset = expression.offset
    switch expression.kind {
    case .not(let value):
      let (bound, type) = try bind(value)
      try require(type, [.boolean], at: offset, "what NOT turns round")
      return (.not(bound, offset: offset), .boolean)
    case .isNull(let value, let negated):
      return (.isNull(try bind(value).expression, negated: negated), .boolean)
    case .negate(let value):
      let (bound, type) = try bind(value)
      try require(type, [.integer, .float, .duration], at: offset, "what '-' negates")
      return (.negate(bound, offset: offset), type)
    case .plus(let value):
      let (bound, type) = try bind(value)
      try require(type, [.integer, .float, .duration], at: offset, "what '+' stands before")
      return (bound, type)
    default: return (.constant(.null), .null)
    }
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at offset: Int
  ) throws(QueryError) -> Typed {
    let (first, firstType) = try bind(left)
    let (second, secondType) = try bind(right)
    switch operation {
    case .and, .or, .xor:
      try require(firstType, [.boolean], at: left.offset, "what \(operation.rawValue) joins")
      try require(secondType, [.boolean], at: right.offset, "what \(operation.rawValue) joins")
      return (.logic(operation, first, second, offset: offset), .boolean)
    case .startsWith, .endsWith, .contains, .matches:
      return (.text(operation, first, second), .boolean)
    case .isIn:
      try require(secondType, [.list(.any)], at: right.offset, "what stands right of IN")
      return (.isIn(first, second, offset: offset), .boolean)
    case .add:
      let type = sumType(firstType, secondType)
      return (.arithmetic(.add, first, second, offset: offset), type)
    default:
      let wanted: [StaticType] = [.integer, .float, .temporal, .duration]
      try require(firstType, wanted, at: left.offset, "what '\(operation.rawValue)' takes")
      try require(secondType, wanted, at: right.offset, "what '\(operation.rawValue)' takes")
      let type = operation == .power ? StaticType.float : sumType(firstType, secondType)
      return (.arithmetic(operation, first, second, offset: offset), type)
    }
  }

  private func sumType(_ left: StaticType, _ right: StaticType) -> StaticType {
    switch (left, right) {
    case (.integer, .integer): .integer
    case (.integer, .float), (.float, .integer), (.float, .float): .float
    case (.string, .string): .string
    case (.list(let first), .list(let second)): .list(first.joined(second))
    case (.list(let element), _): .list(element.joined(right))
    case (_, .list(let element)): .list(element.joined(left))
    default: .any
    }
  }

  private mutating func comparison(
    _ first: Expression, _ rest: [Expression.Comparison], at offset: Int
  ) throws(QueryError) -> Typed {
    var left = try bind(first).expression
    var result: BoundExpression?
    for comparison in rest {
      let right = try bind(comparison.value).expression
      let next = BoundExpression.comparison(comparison.operator, left, right)
      result = result.map { .logic(.and, $0, next, offset: offset) } ?? next
      left = right
    }
    return (result ?? left, .boolean)
  }

  private mutating func cases(
    _ subject: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?
  ) throws(QueryError) -> Typed {
    let tested = try subject.map { (subject) throws(QueryError) in try bind(subject).expression }
    var bound: [(condition: BoundExpression, result: BoundExpression)] = []
    var type = StaticType.null
    for branch in branches {
      let condition = try bind(branch.condition)
      let result = try bind(branch.result)
      if subject == nil {
        try require(condition.type, [.boolean], at: branch.condition.offset, "a condition")
      }
      type = type.joined(result.type)
      bound.append((condition.expression, result.expression))
    }
    guard let otherwise else { return (.cases(subject: tested, bound, otherwise: nil), type) }
    let last = try bind(otherwise)
    return (
      .cases(subject: tested, bound, otherwise: last.expression), type.joined(last.type)
    )
  }
}
