/// An expression as it was written, with its place.
///
/// Two expressions are equal when they say the same, wherever they stand: that decides which parts
/// of an aggregation are grouped by.
struct Expression: Hashable, Sendable {
  let kind: Kind
  /// The UTF-8 offset at which an error in it is shown.
  let offset: Int

  static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

  func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  indirect enum Kind: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case list([Expression])
    case map([MapEntry])
    case parameter(String)
    case variable(String)
    case property(Expression, key: Name)
    case index(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?)
    case hasLabels(Expression, [Name])
    case not(Expression)
    case negate(Expression)
    case plus(Expression)
    case isNull(Expression, negated: Bool)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: all neighbours compared and joined by AND.
    case comparison(first: Expression, rest: [Comparison])
    case function(name: String, isDistinct: Bool, arguments: [Expression])
    case countAll
    case cases(subject: Expression?, branches: [CaseBranch], otherwise: Expression?)
    case listComprehension(
      variable: Name, list: Expression, filter: Expression?, result: Expression?)
    case quantifier(Quantifier, variable: Name, list: Expression, filter: Expression)
    case reduce(
      accumulator: Name, start: Expression, variable: Name, list: Expression, step: Expression)
    case pattern(PathPattern)
    case patternComprehension(PathPattern, filter: Expression?, result: Expression)
    case exists([Clause])
  }

  /// `< b` in a chain of comparisons.
  struct Comparison: Hashable, Sendable {
    let `operator`: ComparisonOperator
    let value: Expression
  }

  /// `WHEN condition THEN result`.
  struct CaseBranch: Hashable, Sendable {
    let condition: Expression
    let result: Expression
  }
}

/// Operators on two values, apart from comparisons.
enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or = "OR"
  case xor = "XOR"
  case and = "AND"
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case isIn = "IN"
  case matches = "=~"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case power = "^"
}

/// Operators that compare two values.
enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case unequal = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// How many elements of a list must fit.
enum Quantifier: String, Hashable, Sendable, CaseIterable {
  case all, any, none, single
}
