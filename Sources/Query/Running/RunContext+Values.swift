/// The values of a query's variables while it runs.
typealias Row = [Value]

extension RunContext {
  /// The value of an expression for a row; loops use places of their own in it.
  func value(_ expression: BoundExpression, _ row: inout Row) throws(QueryError) -> Value {
    switch expression {
    case .constant(let value): return value
    case .slot(let slot): return row[slot]
    case .property(let owner, let key, let offset):
      return try Access.property(key, of: value(owner, &row), at: offset)
    case .index(let container, let key, let offset):
      return try Access.element(of: value(container, &row), value(key, &row), at: offset)
    case .slice(let list, let from, let to, let offset):
      return try slice(list, from, to, &row, at: offset)
    case .hasLabels(let owner, let labels, let offset):
      return try Access.hasLabels(value(owner, &row), labels, at: offset)
    case .isNull(let operand, let negated):
      return .boolean(try value(operand, &row).isNull != negated)
    case .comparison(let operation, let left, let right):
      return Self.compare(operation, try value(left, &row), try value(right, &row))
    case .arithmetic(let operation, let left, let right, let offset):
      return try Value.arithmetic(operation, value(left, &row), value(right, &row), at: offset)
    case .negate(let operand, let offset): return try value(operand, &row).negated(at: offset)
    case .text(let operation, let left, let right):
      return Access.test(operation, try value(left, &row), try value(right, &row))
    case .isIn(let element, let list, let offset):
      return try Access.isIn(value(element, &row), value(list, &row), at: offset)
    case .not, .logic: return try logic(expression, &row)
    case .list(let elements): return .list(try values(elements, &row))
    case .map(let entries):
      var map = ValueMap()
      for (key, entry) in entries { map[key] = try value(entry, &row) }
      return .map(map)
    default: return try compoundValue(expression, &row)
    }
  }

  private func compoundValue(
    _ expression: BoundExpression, _ row: inout Row
  ) throws(QueryError) -> Value {
    switch expression {
    case .call(let function, let arguments, let offset):
      return try function.call(self, values(arguments, &row), at: offset)
    case .cases(let subject, let branches, let otherwise):
      return try cases(subject, branches, otherwise, &row)
    case .comprehension(let list, let slot, let filter, let result, let offset):
      return try comprehension(list, slot, filter, result, &row, at: offset)
    case .quantifier(let kind, let list, let slot, let filter, let offset):
      return try quantifier(kind, list, slot, filter, &row, at: offset)
    case .reduce(let accumulator, let start, let slot, let list, let step, let offset):
      row[accumulator] = try value(start, &row)
      guard let elements = try elements(of: list, &row, at: offset) else { return .null }
      for element in elements {
        row[slot] = element
        row[accumulator] = try value(step, &row)
      }
      return row[accumulator]
    case .patternExists(let pattern):
      return .boolean(try !matches(of: pattern, &row) { (_) throws(QueryError) in false })
    case .patternComprehension(let pattern, let result):
      var found: [Value] = []
      _ = try matches(of: pattern, &row) { (row) throws(QueryError) in
        found.append(try self.value(result, &row))
        return true
      }
      return .list(found)
    case .exists(let part):
      let probe = Probe()
      try run(part, from: &row, into: probe)
      return .boolean(probe.isReached)
    default: return .null
    }
  }

  private func values(
    _ expressions: [BoundExpression], _ row: inout Row
  ) throws(QueryError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try value(expression, &row)) }
    return values
  }

  // MARK: Logic

  /// Whether a condition holds; neither false nor null does.
  func holds(_ condition: BoundExpression, _ row: inout Row) throws(QueryError) -> Bool {
    let result = try value(condition, &row)
    switch result {
    case .boolean(let value): return value
    case .null: return false
    default:
      throw .running("InvalidArgumentType", "a condition must be a boolean, not \(result.typeName)")
    }
  }

  private func truth(
    _ expression: BoundExpression, _ row: inout Row, at offset: Int
  ) throws(QueryError) -> Bool? {
    let result = try value(expression, &row)
    switch result {
    case .boolean(let value): return value
    case .null: return nil
    default:
      throw .running(
        "InvalidArgumentType", "this takes booleans, not \(result.typeName)", at: offset)
    }
  }

  private func logic(
    _ expression: BoundExpression, _ row: inout Row
  ) throws(QueryError) -> Value {
    switch expression {
    case .not(let operand, let offset):
      return Value(try truth(operand, &row, at: offset).map { !$0 })
    case .logic(let operation, let left, let right, let offset):
      let first = try truth(left, &row, at: offset)
      if operation == .and, first == false { return .boolean(false) }
      if operation == .or, first == true { return .boolean(true) }
      let second = try truth(right, &row, at: offset)
      switch operation {
      case .and:
        return Value(second == false ? false : first.flatMap { a in second.map { a && $0 } })
      case .or: return Value(second == true ? true : first.flatMap { a in second.map { a || $0 } })
      default: return Value(first.flatMap { a in second.map { a != $0 } })
      }
    default: return .null
    }
  }

  static func compare(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Value {
    switch operation {
    case .equal: return Value(left.isEqual(to: right))
    case .unequal: return Value(left.isEqual(to: right).map { !$0 })
    default: break
    }
    guard let order = left.compared(to: right) else {
      // NaN is comparable with numbers: it is neither less nor more.
      return left.number != nil && right.number != nil ? .boolean(false) : .null
    }
    switch operation {
    case .less: return .boolean(order < 0)
    case .lessOrEqual: return .boolean(order <= 0)
    case .greater: return .boolean(order > 0)
    default: return .boolean(order >= 0)
    }
  }
}

extension Value {
  /// A truth value; null when it is not known.
  init(_ truth: Bool?) {
    self = truth.map { .boolean($0) } ?? .null
  }
}
