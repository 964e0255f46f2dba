extension RunContext {
  /// The elements of a list; nil for null.
  func elements(
    of list: BoundExpression, _ row: inout Row, at offset: Int
  ) throws(QueryError) -> [Value]? {
    let result = try value(list, &row)
    switch result {
    case .list(let elements): return elements
    case .null: return nil
    default:
      throw .running(
        "InvalidArgumentType", "this goes through a list, not \(result.typeName)", at: offset)
    }
  }

  func comprehension(
    _ list: BoundExpression, _ slot: Int, _ filter: BoundExpression?, _ result: BoundExpression?,
    _ row: inout Row, at offset: Int
  ) throws(QueryError) -> Value {
    guard let elements = try elements(of: list, &row, at: offset) else { return .null }
    var results: [Value] = []
    for element in elements {
      try step()
      row[slot] = element
      if let filter, try !holds(filter, &row) { continue }
      results.append(
        try result.map { (result) throws(QueryError) in try value(result, &row) } ?? element)
    }
    return .list(results)
  }

  /// Quantifiers know three answers: an element that cannot be judged may leave the whole open.
  func quantifier(
    _ kind: Quantifier, _ list: BoundExpression, _ slot: Int, _ filter: BoundExpression,
    _ row: inout Row, at offset: Int
  ) throws(QueryError) -> Value {
    guard let elements = try elements(of: list, &row, at: offset) else { return .null }
    var (fitting, unknown) = (0, 0)
    for element in elements {
      try step()
      row[slot] = element
      switch try value(filter, &row) {
      case .boolean(true): fitting += 1
      case .null: unknown += 1
      default: break
      }
    }
    let count = elements.count
    switch kind {
    case .all: return Value(fitting == count ? true : fitting + unknown == count ? nil : false)
    case .any: return Value(fitting > 0 ? true : unknown > 0 ? nil : false)
    case .none: return Value(fitting > 0 ? false : unknown > 0 ? nil : true)
    case .single:
      return Value(fitting > 1 ? false : unknown > 0 ? nil : fitting == 1)
    }
  }

  func cases(
    _ subject: BoundExpression?,
    _ branches: [(condition: BoundExpression, result: BoundExpression)],
    _ otherwise: BoundExpression?, _ row: inout Row
  ) throws(QueryError) -> Value {
    let tested = try subject.map { (subject) throws(QueryError) in try value(subject, &row) }
    for branch in branches {
      let fits: Bool
      if let tested {
        fits = try tested.isEqual(to: value(branch.condition, &row)) == true
      } else {
        fits = try holds(branch.condition, &row)
      }
      if fits { return try value(branch.result, &row) }
    }
    guard let otherwise else { return .null }
    return try value(otherwise, &row)
  }

  func slice(
    _ list: BoundExpression, _ from: BoundExpression?, _ to: BoundExpression?, _ row: inout Row,
    at offset: Int
  ) throws(QueryError) -> Value {
    let container = try value(list, &row)
    let first = try from.map { (from) throws(QueryError) in try value(from, &row) } ?? .integer(0)
    let last = try to.map { (to) throws(QueryError) in try value(to, &row) } ?? .integer(.max)
    return try Access.slice(container, first, last, at: offset)
  }
}
