extension Binder {
  /// Binds the call of a function by name.
  mutating func call(
    _ name: String, _ isDistinct: Bool, _ arguments: [Expression], at offset: Int
  ) throws(QueryError) -> Typed {
    if AggregateFunction(rawValue: name) != nil {
      throw .binding(
        "InvalidAggregation", "an aggregate can only stand among the items of WITH or RETURN",
        at: offset)
    }
    if name == "exists", arguments.count == 1 { return try exists(arguments[0]) }
    guard let function = QueryFunction.all[name] else {
      let known = QueryFunction.all.values.map(\.name) + AggregateFunction.allCases.map(\.name)
      throw .binding(
        "UnknownFunction", "there is no function \(name)", at: offset,
        nearest: NearestNames.of(name, among: known))
    }
    guard function.arity.contains(arguments.count), !isDistinct else {
      throw .binding(
        "InvalidNumberOfArguments", "write \(function.signature)", at: offset)
    }
    let outer = allowsPatterns
    allowsPatterns = false
    var bound: [BoundExpression] = []
    for (index, argument) in arguments.enumerated() {
      let (value, type) = try bind(argument)
      if index == 0, let wanted = function.accepts {
        try require(type, wanted, at: argument.offset, "the argument of \(function.name)")
      }
      bound.append(value)
    }
    allowsPatterns = outer
    return (.call(function, bound, offset: offset), function.result)
  }

  /// `exists(n.name)` and `exists((n)-->())`.
  private mutating func exists(_ argument: Expression) throws(QueryError) -> Typed {
    if case .pattern(let path) = argument.kind {
      return (.patternExists(try existing(path)), .boolean)
    }
    return (.isNull(try bind(argument).expression, negated: true), .boolean)
  }

  // MARK: Loops over lists

  mutating func loop(_ expression: Expression) throws(QueryError) -> Typed {
    let offset = expression.offset
    if let aggregate = aggregateInLoop(expression) {
      throw .binding(
        "InvalidAggregation", "an aggregate cannot stand in a loop over a list",
        at: aggregate.offset)
    }
    switch expression.kind {
    case .listComprehension(let variable, let list, let filter, let result):
      let (source, type) = try bind(list)
      try require(type, [.list(.any)], at: list.offset, "what is looped over")
      return try withLocal(variable, type.element) { (binder, slot) throws(QueryError) in
        let condition = try filter.map { (filter) throws(QueryError) in
          try binder.condition(filter)
        }
        let value = try result.map { (result) throws(QueryError) in try binder.bind(result) }
        let bound = BoundExpression.comprehension(
          list: source, slot: slot, filter: condition, result: value?.expression, offset: offset)
        return (bound, .list(value?.type ?? type.element))
      }
    case .quantifier(let quantifier, let variable, let list, let filter):
      let (source, type) = try bind(list)
      try require(type, [.list(.any)], at: list.offset, "what is looped over")
      return try withLocal(variable, type.element) { (binder, slot) throws(QueryError) in
        let condition = try binder.condition(filter)
        return (
          .quantifier(quantifier, list: source, slot: slot, filter: condition, offset: offset),
          .boolean
        )
      }
    case .reduce(let accumulator, let start, let variable, let list, let step):
      let first = try bind(start).expression
      let (source, type) = try bind(list)
      return try withLocal(accumulator, .any) { (binder, sum) throws(QueryError) in
        try binder.withLocal(variable, type.element) { (binder, slot) throws(QueryError) in
          let next = try binder.bind(step).expression
          return (
            .reduce(
              accumulator: sum, start: first, slot: slot, list: source, step: next,
              offset: offset), .any
          )
        }
      }
    default: return (.constant(.null), .null)
    }
  }

  /// An aggregate inside the body of a loop, where it has no rows; the list itself may hold one.
  private func aggregateInLoop(_ expression: Expression) -> Expression? {
    switch expression.kind {
    case .listComprehension(_, _, let filter, let result):
      [filter, result].compactMap { $0 }.first(where: \.hasAggregate)
    case .quantifier(_, _, _, let filter): filter.hasAggregate ? filter : nil
    case .reduce(_, _, _, _, let step): step.hasAggregate ? step : nil
    default: nil
    }
  }
}
