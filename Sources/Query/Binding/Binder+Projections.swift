extension Binder {
  /// An item with its name, before it has a place.
  private struct Item {
    let expression: Expression
    let name: String
  }

  /// Binds WITH or RETURN; afterwards only what it lets through can be seen.
  mutating func projection(
    _ tree: ProjectionTree, isReturn: Bool
  ) throws(QueryError) -> (bound: BoundProjection, columns: [String]) {
    let items = try items(of: tree, isReturn: isReturn)
    var bound = BoundProjection(
      keys: [], aggregates: [], isGrouped: items.contains { $0.expression.hasAggregate },
      items: [], isDistinct: tree.isDistinct, results: [], order: [], skip: nil, limit: nil,
      offset: tree.offset)
    let result: Scope
    if bound.isGrouped {
      result = try grouped(items, &bound, tree)
    } else {
      result = try plain(items, &bound, tree)
    }
    bound.skip = try tree.skip.map { (skip) throws(QueryError) in try count(skip, "SKIP") }
    bound.limit = try tree.limit.map { (limit) throws(QueryError) in try count(limit, "LIMIT") }
    if !isReturn { try checkAliases(tree) }
    bound.results = items.compactMap { result[$0.name]?.slot }
    scope = result
    return (bound, items.map(\.name))
  }

  /// In WITH, what is no variable needs a name.
  private func checkAliases(_ tree: ProjectionTree) throws(QueryError) {
    for item in tree.items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw .binding(
        "NoExpressionAlias", "an expression in WITH needs a name: \(item.text) AS …",
        at: item.expression.offset)
    }
  }

  private func items(
    of tree: ProjectionTree, isReturn: Bool
  ) throws(QueryError) -> [Item] {
    if isReturn, tree.includesAll, scope.names.isEmpty {
      throw .binding("NoVariablesInScope", "there is no variable to return", at: tree.offset)
    }
    let all = tree.includesAll ? scope.names : []
    var items = all.map {
      Item(expression: Expression(kind: .variable($0), offset: tree.offset), name: $0)
    }
    for item in tree.items {
      let variable = if case .variable(let name) = item.expression.kind { name } else { item.text }
      let name = item.alias?.text ?? variable
      if items.contains(where: { $0.name == name }) {
        throw .binding(
          "ColumnNameConflict", "two columns are called \(name)", at: item.expression.offset)
      }
      items.append(Item(expression: item.expression, name: name))
    }
    return items
  }

  /// SKIP and LIMIT: a number that no row decides.
  private mutating func count(
    _ expression: Expression, _ clause: String
  ) throws(QueryError) -> BoundExpression {
    if case .integer(let number) = expression.kind, number < 0 {
      throw .binding(
        "NegativeIntegerArgument", "\(clause) cannot be negative", at: expression.offset)
    }
    if scope.names.contains(where: { expression.mentions($0) }) {
      throw .binding(
        "NonConstantExpression", "\(clause) cannot depend on variables", at: expression.offset)
    }
    let (bound, type) = try bind(expression)
    try require(type, [.integer], at: expression.offset, clause)
    return bound
  }

  // MARK: Without aggregates

  private mutating func plain(
    _ items: [Item], _ bound: inout BoundProjection, _ tree: ProjectionTree
  ) throws(QueryError) -> Scope {
    var result = Scope()
    var parts: [Grouping.Part] = []
    for item in items {
      let (expression, type) = try bind(item.expression)
      let slot: Int
      if case .slot(let same) = expression {
        slot = same
      } else {
        slot = newSlot()
        bound.items.append((expression, slot))
      }
      result.insert(item.name, Variable(slot: slot, type: type))
      parts.append(Grouping.Part(expression: item.expression, slot: slot, type: type))
    }
    let rows = scope
    for item in tree.order {
      if item.expression.hasAggregate {
        throw .binding(
          "InvalidAggregation", "ORDER BY can only aggregate when the items before it do",
          at: item.expression.offset)
      }
      if bound.isDistinct {
        scope = result
        grouping = Grouping(
          keys: parts, rows: rows, addsAggregates: false, allowsComplexKeys: true)
      } else {
        for name in result.names { result[name].map { scope.insert(name, $0) } }
      }
      let part = parts.first { $0.expression == item.expression }
      try bindOrder(item, part, &bound)
      grouping = nil
      scope = rows
    }
    return result
  }

  /// An item of ORDER BY, which may be one of the items before it.
  private mutating func bindOrder(
    _ item: OrderItem, _ part: Grouping.Part?, _ bound: inout BoundProjection
  ) throws(QueryError) {
    let expression: BoundExpression =
      if let part { .slot(part.slot) } else { try bind(item.expression).expression }
    bound.order.append((expression, item.isDescending))
  }

  // MARK: With aggregates

  private mutating func grouped(
    _ items: [Item], _ bound: inout BoundProjection, _ tree: ProjectionTree
  ) throws(QueryError) -> Scope {
    var keys: [Grouping.Part] = []
    for item in items where !item.expression.hasAggregate {
      let (expression, type) = try bind(item.expression)
      let slot = newSlot()
      bound.keys.append((expression, slot))
      keys.append(Grouping.Part(expression: item.expression, slot: slot, type: type))
    }
    let rows = scope
    var group = Grouping(keys: keys, rows: rows, addsAggregates: true, allowsComplexKeys: false)
    var result = Scope()
    var parts: [Grouping.Part] = []
    for item in items {
      var part = keys.first { $0.expression == item.expression }
      if part == nil {
        scope = Scope()
        grouping = group
        let (expression, type) = try bind(item.expression)
        group = grouping ?? group
        grouping = nil
        scope = rows
        let slot = newSlot()
        bound.items.append((expression, slot))
        part = Grouping.Part(expression: item.expression, slot: slot, type: type)
      }
      guard let part else { continue }
      result.insert(item.name, Variable(slot: part.slot, type: part.type))
      parts.append(part)
    }
    bound.aggregates = group.bound
    group.addsAggregates = false
    for item in tree.order {
      group.allowsComplexKeys = !item.expression.hasAggregate
      scope = result
      grouping = group
      let part = parts.first { $0.expression == item.expression }
      try bindOrder(item, part, &bound)
      grouping = nil
      scope = rows
    }
    return result
  }

  // MARK: Parts of groups

  /// What a group has for an expression; nil when it has to be taken apart further.
  mutating func groupedPart(_ expression: Expression) throws(QueryError) -> Typed? {
    guard let grouping else { return nil }
    if case .variable(let name) = expression.kind, grouping.locals.contains(name) { return nil }
    if let part = grouping.part(for: expression, isWhole: false) {
      return (.slot(part.slot), part.type)
    }
    if expression.isAggregate { return try aggregate(expression) }
    guard case .variable(let name) = expression.kind, scope[name] == nil else { return nil }
    let isHidden = grouping.keys.contains {
      !$0.expression.isSimple && $0.expression.mentions(name)
    }
    guard grouping.rows[name] != nil, isHidden || grouping.addsAggregates else { return nil }
    throw .binding(
      "AmbiguousAggregationExpression",
      "\(name) is not one value per group here; put it into the items by itself",
      at: expression.offset)
  }

  /// Binds the call of an aggregating function to a place of its own.
  private mutating func aggregate(_ expression: Expression) throws(QueryError) -> Typed {
    guard var group = grouping else { return (.constant(.null), .null) }
    let after = scope
    if group.addsAggregates { scope = group.rows }
    grouping = nil
    let slot = newSlot()
    let (bound, type) = try aggregateCall(expression, slot: slot)
    scope = after
    grouping = group
    guard group.addsAggregates else {
      throw .binding(
        "UndefinedVariable", "ORDER BY can only use aggregates that are among the items",
        at: expression.offset)
    }
    group.bound.append(bound)
    group.aggregates.append(Grouping.Part(expression: expression, slot: slot, type: type))
    grouping = group
    return (.slot(slot), type)
  }

  private mutating func aggregateCall(
    _ expression: Expression, slot: Int
  ) throws(QueryError) -> (BoundAggregate, StaticType) {
    guard case .function(let name, let isDistinct, let arguments) = expression.kind,
      let function = AggregateFunction(rawValue: name)
    else {
      let count = BoundAggregate(
        function: .count, isDistinct: false, slot: slot, argument: nil, parameter: nil,
        offset: expression.offset)
      return (count, .integer)
    }
    guard arguments.count == function.arity else {
      throw .binding(
        "InvalidNumberOfArguments", "\(name) takes \(function.arity) argument(s)",
        at: expression.offset)
    }
    if arguments.contains(where: \.hasAggregate) {
      throw .binding(
        "NestedAggregation", "an aggregate cannot stand within another", at: expression.offset)
    }
    if arguments.contains(where: { $0.calls("rand") }) {
      throw .binding(
        "NonConstantExpression", "rand() cannot stand in an aggregate", at: expression.offset)
    }
    let (argument, type) = try bind(arguments[0])
    let parameter = arguments.count > 1 ? try bind(arguments[1]).expression : nil
    let bound = BoundAggregate(
      function: function, isDistinct: isDistinct, slot: slot, argument: argument,
      parameter: parameter, offset: expression.offset)
    return (bound, function.result(of: type))
  }
}
