/// An expression whose variables are places in a row.
indirect enum BoundExpression: Sendable {
  case constant(Value)
  case slot(Int)
  case property(BoundExpression, key: String, offset: Int)
  case index(BoundExpression, BoundExpression, offset: Int)
  case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?, offset: Int)
  case hasLabels(BoundExpression, [String], offset: Int)
  case not(BoundExpression, offset: Int)
  case negate(BoundExpression, offset: Int)
  case isNull(BoundExpression, negated: Bool)
  case logic(BinaryOperator, BoundExpression, BoundExpression, offset: Int)
  case comparison(ComparisonOperator, BoundExpression, BoundExpression)
  case text(BinaryOperator, BoundExpression, BoundExpression)
  case isIn(BoundExpression, BoundExpression, offset: Int)
  case arithmetic(BinaryOperator, BoundExpression, BoundExpression, offset: Int)
  case list([BoundExpression])
  case map([(key: String, value: BoundExpression)])
  case call(QueryFunction, [BoundExpression], offset: Int)
  case cases(
    subject: BoundExpression?, [(condition: BoundExpression, result: BoundExpression)],
    otherwise: BoundExpression?)
  case comprehension(
    list: BoundExpression, slot: Int, filter: BoundExpression?, result: BoundExpression?,
    offset: Int)
  case quantifier(
    Quantifier, list: BoundExpression, slot: Int, filter: BoundExpression, offset: Int)
  case reduce(
    accumulator: Int, start: BoundExpression, slot: Int, list: BoundExpression,
    step: BoundExpression, offset: Int)
  case patternExists(BoundMatch)
  case patternComprehension(BoundMatch, result: BoundExpression)
  case exists(BoundPart)

  /// The parts that an expression has, patterns and subqueries apart.
  var children: [BoundExpression] {
    switch self {
    case .constant, .slot, .patternExists, .exists: []
    case .property(let value, _, _), .hasLabels(let value, _, _), .not(let value, _),
      .negate(let value, _), .isNull(let value, _):
      [value]
    case .index(let left, let right, _), .logic(_, let left, let right, _),
      .comparison(_, let left, let right), .text(_, let left, let right),
      .isIn(let left, let right, _), .arithmetic(_, let left, let right, _):
      [left, right]
    case .slice(let value, let from, let to, _): [value, from, to].compactMap { $0 }
    case .list(let values), .call(_, let values, _): values
    case .map(let entries): entries.map(\.value)
    case .cases(let subject, let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.result] } + [subject, otherwise].compactMap { $0 }
    case .comprehension(let list, _, let filter, let result, _):
      [list, filter, result].compactMap { $0 }
    case .quantifier(_, let list, _, let filter, _): [list, filter]
    case .reduce(_, let start, _, let list, let step, _): [start, list, step]
    case .patternComprehension(_, let result): [result]
    }
  }

  /// The places that must be filled before the expression can be computed, its own variables among
  /// them; nil when it holds a pattern or a subquery and so may look at any.
  var slots: Set<Int>? {
    switch self {
    case .slot(let slot): return [slot]
    case .patternExists, .patternComprehension, .exists: return nil
    default:
      var found: Set<Int> = []
      for child in children {
        guard let slots = child.slots else { return nil }
        found.formUnion(slots)
      }
      return found
    }
  }

  /// The parts between top-level ANDs.
  var conjuncts: [BoundExpression] {
    if case .logic(.and, let left, let right, _) = self {
      left.conjuncts + right.conjuncts
    } else {
      [self]
    }
  }
}
