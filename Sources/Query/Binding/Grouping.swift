/// What may stand in an expression that is computed of groups instead of rows.
struct Grouping {
  /// An expression whose value a group has, and its place.
  struct Part {
    let expression: Expression
    let slot: Int
    let type: StaticType
  }

  /// What rows are grouped by, or made distinct by.
  var keys: [Part]
  /// The aggregates met so far.
  var aggregates: [Part] = []
  var bound: [BoundAggregate] = []
  /// The variables before the grouping; arguments of aggregates see them.
  let rows: Scope
  /// Whether aggregates that are not there yet may be added.
  var addsAggregates: Bool
  /// Whether keys that are more than a variable or a property may stand within an expression.
  var allowsComplexKeys: Bool
  /// Variables of comprehensions, which are no rows'.
  var locals: Set<String> = []

  /// The part that an expression stands for; nil when it has to be taken apart.
  func part(for expression: Expression, isWhole: Bool) -> Part? {
    let key = keys.first { $0.expression == expression }
    if let key, isWhole || allowsComplexKeys || key.expression.isSimple { return key }
    return aggregates.first { $0.expression == expression }
  }
}

extension Expression {
  /// Whether this is a variable or a property of one.
  var isSimple: Bool {
    switch kind {
    case .variable: true
    case .property(let owner, _): owner.isSimple
    default: false
    }
  }

  /// Whether this is a call of an aggregating function.
  var isAggregate: Bool {
    switch kind {
    case .countAll: true
    case .function(let name, _, _): AggregateFunction(rawValue: name) != nil
    default: false
    }
  }

  /// Whether an aggregating function is called in here.
  var hasAggregate: Bool {
    isAggregate || parts.contains { $0.hasAggregate }
  }

  /// Whether a variable is named in here.
  func mentions(_ name: String) -> Bool {
    if case .variable(name) = kind { return true }
    return parts.contains { $0.mentions(name) }
  }

  /// Whether a function is called in here.
  func calls(_ name: String) -> Bool {
    if case .function(name, _, _) = kind { return true }
    return parts.contains { $0.calls(name) }
  }

  /// The expressions that this one is made of, patterns and subqueries apart.
  var parts: [Expression] {
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter, .variable, .countAll, .pattern,
      .exists:
      []
    case .list(let values), .function(_, _, let values): values
    case .map(let entries): entries.map(\.value)
    case .property(let value, _), .hasLabels(let value, _), .not(let value), .negate(let value),
      .plus(let value), .isNull(let value, _):
      [value]
    case .index(let left, let right), .binary(_, let left, let right): [left, right]
    case .slice(let value, let from, let to): [value, from, to].compactMap { $0 }
    case .comparison(let first, let rest): [first] + rest.map(\.value)
    case .cases(let subject, let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.result] } + [subject, otherwise].compactMap { $0 }
    case .listComprehension(_, let list, let filter, let result):
      [list, filter, result].compactMap { $0 }
    case .quantifier(_, _, let list, let filter): [list, filter]
    case .reduce(_, let start, _, let list, let step): [start, list, step]
    case .patternComprehension(_, let filter, let result): [filter, result].compactMap { $0 }
    }
  }
}
