import Foundation

extension Value {
  /// The result of an arithmetic operator.
  ///
  /// Null makes null; integers stay integers and must not overflow; `+` also joins texts and lists
  /// and moves dates.
  static func arithmetic(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, at offset: Int
  ) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): return .null
    case (.integer(let first), .integer(let second)):
      return try integers(operation, first, second, at: offset)
    case (.integer(let first), .float(let second)):
      return .float(floats(operation, Double(first), second))
    case (.float(let first), .integer(let second)):
      return .float(floats(operation, first, Double(second)))
    case (.float(let first), .float(let second)): return .float(floats(operation, first, second))
    default: break
    }
    if operation == .add, let joined = joined(left, right) { return joined }
    if let moved = try temporalArithmetic(operation, left, right, at: offset) { return moved }
    throw .running(
      "InvalidArgumentType",
      "'\(operation.rawValue)' takes no \(left.typeName.dropArticle) and "
        + "\(right.typeName.dropArticle)", at: offset)
  }

  private static func integers(
    _ operation: BinaryOperator, _ left: Int, _ right: Int, at offset: Int
  ) throws(QueryError) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide, .remainder:
      guard right != 0 else {
        throw .running("DivisionByZero", "division by zero", at: offset, family: .argument)
      }
      result =
        operation == .divide
        ? left.dividedReportingOverflow(by: right)
        : left.remainderReportingOverflow(dividingBy: right)
    default: return .float(pow(Double(left), Double(right)))
    }
    guard !result.overflow else {
      throw .running(
        "IntegerOverflow", "the result of '\(operation.rawValue)' does not fit into 64 bits",
        at: offset, family: .argument)
    }
    return .integer(result.partialValue)
  }

  private static func floats(
    _ operation: BinaryOperator, _ left: Double, _ right: Double
  ) -> Double {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .remainder: left.truncatingRemainder(dividingBy: right)
    default: pow(left, right)
    }
  }

  private static func joined(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.list(let first), .list(let second)): .list(first + second)
    case (.list(let first), _): .list(first + [right])
    case (_, .list(let second)): .list([left] + second)
    case (.string(let first), .string(let second)): .string(first + second)
    case (.string(let first), .integer), (.string(let first), .float):
      .string(first + right.description)
    case (.integer, .string(let second)), (.float, .string(let second)):
      .string(left.description + second)
    default: nil
    }
  }

  /// The number with its sign turned.
  func negated(at offset: Int) throws(QueryError) -> Value {
    switch self {
    case .null: return .null
    case .float(let value): return .float(-value)
    case .duration(let value): return .duration(value.scaled(by: -1))
    default: return try Self.arithmetic(.subtract, .integer(0), self, at: offset)
    }
  }
}

extension String {
  /// "a string" without its article.
  var dropArticle: Substring {
    hasPrefix("an ") ? dropFirst(3) : hasPrefix("a ") ? dropFirst(2) : self[...]
  }
}
