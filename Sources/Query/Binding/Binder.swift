/// Turns a query's names into places in rows and checks that they exist and that types fit.
///
/// In: a tree and the graph's names. Out: a ``BoundQuery``. Clauses, projections, patterns and
/// expressions have files of their own.
struct Binder {
  /// A bound expression and what is known of its values.
  typealias Typed = (expression: BoundExpression, type: StaticType)

  let schema: GraphSchema
  let parameters: [String: Value]
  /// Whether CREATE may stand in the query: only where a graph is set up.
  let allowsCreation: Bool
  var scope = Scope()
  /// How many places have been given out.
  var width = 0
  /// What takes the place of variables while the items of an aggregation are bound.
  var grouping: Grouping?
  /// Whether a pattern may stand as a condition here.
  var allowsPatterns = false

  /// Binds a query to the names of a graph.
  static func bind(
    _ tree: QueryTree, schema: GraphSchema, parameters: [String: Value], allowsCreation: Bool
  ) throws(QueryError) -> BoundQuery {
    var parts: [BoundPart] = []
    for (clauses, offset) in zip(tree.parts, tree.offsets) {
      var binder = Binder(
        schema: schema, parameters: parameters, allowsCreation: allowsCreation)
      let part = try binder.part(clauses, isSubquery: false)
      if let first = parts.first, first.columns != part.columns {
        throw .binding(
          "DifferentColumnsInUnion", "the queries of a UNION must return the same columns",
          at: offset)
      }
      parts.append(part)
    }
    return BoundQuery(
      parts: parts, keepsDuplicates: tree.keepsDuplicates ?? true,
      columns: parts.first?.columns ?? [])
  }

  mutating func newSlot() -> Int {
    width += 1
    return width - 1
  }

  /// A variable of its own place, hidden again when `body` is done.
  mutating func withLocal<Result>(
    _ name: Name, _ type: StaticType,
    _ body: (inout Binder, Int) throws(QueryError) -> Result
  ) throws(QueryError) -> Result {
    let outer = scope
    let slot = newSlot()
    scope.insert(name.text, Variable(slot: slot, type: type))
    grouping?.locals.insert(name.text)
    let result = try body(&self, slot)
    grouping?.locals.remove(name.text)
    scope = outer
    return result
  }

  // MARK: Clauses

  /// Binds the clauses of one query; a subquery need not return anything.
  mutating func part(
    _ clauses: [Clause], isSubquery: Bool
  ) throws(QueryError) -> BoundPart {
    var part = BoundPart(steps: [], width: 0, columns: [])
    for clause in clauses { try bind(clause, into: &part) }
    part.width = width
    let returns = if case .return = clauses.last { true } else { false }
    let creates = if case .create = clauses.last { true } else { false }
    if !returns, !isSubquery, !(creates && allowsCreation), let last = clauses.last {
      throw .binding(
        "InvalidClauseComposition", "a query ends with RETURN", at: offset(of: last))
    }
    return part
  }

  private func offset(of clause: Clause) -> Int? {
    switch clause {
    case .match(let tree): tree.offset
    case .unwind(_, let variable): variable.offset
    case .with(let tree, _), .return(let tree): tree.offset
    case .create(_, let offset), .filter(_, let offset), .bind(_, let offset): offset
    }
  }

  private mutating func bind(_ clause: Clause, into part: inout BoundPart) throws(QueryError) {
    switch clause {
    case .match(let tree): part.steps.append(.match(try match(tree)))
    case .unwind(let list, let variable):
      part.steps.append(try unwind(list, as: variable))
    case .with(let tree, let filter):
      let rows = scope
      let bound = try projection(tree, isReturn: false).bound
      part.steps.append(.project(bound))
      if let filter {
        part.steps.append(.filter(try condition(filter, behind: bound, tree, rows)))
      }
    case .return(let tree):
      let (bound, columns) = try projection(tree, isReturn: true)
      part.steps.append(.project(bound))
      part.columns = columns
    case .create(let paths, let offset):
      guard allowsCreation else {
        throw .binding(
          "InvalidClauseComposition", "CREATE is not part of the language: a query only reads",
          at: offset)
      }
      part.steps.append(.create(try creation(paths)))
    case .filter(let expression, _): part.steps.append(.filter(try condition(expression)))
    case .bind(let items, let offset):
      let tree = ProjectionTree(
        isDistinct: false, includesAll: true, items: items, order: [], skip: nil, limit: nil,
        offset: offset)
      part.steps.append(.project(try projection(tree, isReturn: false).bound))
    }
  }

  private mutating func unwind(
    _ list: Expression, as variable: Name
  ) throws(QueryError) -> BoundStep {
    let (expression, type) = try bind(list)
    guard scope[variable.text] == nil else {
      throw .binding(
        "VariableAlreadyBound", "the variable \(variable.text) exists already",
        at: variable.offset)
    }
    let slot = newSlot()
    scope.insert(variable.text, Variable(slot: slot, type: type.element))
    return .unwind(expression, slot: slot, offset: list.offset)
  }

  /// The WHERE of WITH: unless rows are grouped or made distinct, it also sees what they had before.
  private mutating func condition(
    _ filter: Expression, behind projection: BoundProjection, _ tree: ProjectionTree,
    _ rows: Scope
  ) throws(QueryError) -> BoundExpression {
    let results = scope
    if !projection.isGrouped, !projection.isDistinct {
      scope = rows
      for name in results.names { results[name].map { scope.insert(name, $0) } }
    } else if !projection.isGrouped, !tree.includesAll {
      let keys = zip(tree.items, projection.results).map { item, slot in
        Grouping.Part(expression: item.expression, slot: slot, type: .any)
      }
      grouping = Grouping(keys: keys, rows: rows, addsAggregates: false, allowsComplexKeys: true)
    }
    let bound = try condition(filter)
    grouping = nil
    scope = results
    return bound
  }

  /// A condition of WHERE: a boolean, which may be or hold a pattern.
  mutating func condition(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let outer = allowsPatterns
    allowsPatterns = true
    let (bound, type) = try bind(expression)
    allowsPatterns = outer
    try require(type, [.boolean], at: expression.offset, "a condition")
    return bound
  }

  /// Refuses a type that cannot fit.
  func require(
    _ type: StaticType, _ wanted: [StaticType], at offset: Int, _ what: String
  ) throws(QueryError) {
    guard !type.mayBe(oneOf: wanted) else { return }
    let names = wanted.map(\.name).joined(separator: " or ")
    throw .binding(
      "InvalidArgumentType", "\(what) must be \(names), not \(type.name)", at: offset)
  }
}
