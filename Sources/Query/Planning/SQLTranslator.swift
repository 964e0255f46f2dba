import Store

/// Writes expressions as SQL where SQL computes exactly what the language does.
struct SQLTranslator {
  let pattern: PatternSQL
  let branch: PatternSQL.Branch
  /// Computes what no row decides.
  let context: RunContext

  /// The expression as SQL; nil when SQL would compute something else.
  func fragment(_ expression: BoundExpression) -> SQLFragment? {
    if let value = context.constant(expression) { return SQLFragment(value) }
    switch expression {
    case .property(let owner, let key, _): return property(key, of: owner)
    case .comparison(let operation, let left, let right):
      guard let first = fragment(left), let second = fragment(right),
        first.isComparable(with: second), first.type != .texts, first.type != .document
      else { return nil }
      let isOrder = operation != .equal && operation != .unequal
      guard first.type != .boolean || !isOrder else { return nil }
      return joined(first, operation.rawValue, second)
    case .logic(let operation, let left, let right, _) where operation != .xor:
      guard let first = condition(left), let second = condition(right) else { return nil }
      return joined(first, operation.rawValue, second)
    case .not(let operand, _):
      return condition(operand).map { SQLFragment("NOT (\($0.sql))", $0.arguments, type: .boolean) }
    case .isNull(let operand, let negated):
      return fragment(operand).map {
        SQLFragment("(\($0.sql)) IS \(negated ? "NOT " : "")NULL", $0.arguments, type: .boolean)
      }
    case .text(let operation, let left, let right): return text(operation, left, right)
    case .isIn(let element, let list, _):
      guard case .list(let values)? = context.constant(list) else { return nil }
      return isIn(element, values)
    case .call(let function, let arguments, _): return call(function, arguments)
    case .hasLabels(.slot(let slot), let labels, _): return hasLabels(slot, labels)
    default: return nil
    }
  }

  /// A condition; nil for anything that is no boolean.
  private func condition(_ expression: BoundExpression) -> SQLFragment? {
    fragment(expression).flatMap { $0.type == .boolean ? $0 : nil }
  }

  private func joined(
    _ left: SQLFragment, _ operation: String, _ right: SQLFragment
  ) -> SQLFragment {
    SQLFragment(
      "(\(left.sql) \(operation) \(right.sql))", left.arguments + right.arguments, type: .boolean)
  }

  // MARK: Properties

  /// A property of a node or relationship, or a part of a date.
  private func property(_ key: String, of owner: BoundExpression) -> SQLFragment? {
    guard case .slot(let slot) = owner else { return part(key, of: owner) }
    if let table = pattern.relationshipTable(slot) {
      guard let property = pattern.layout.relationships[table].property(key) else { return nil }
      return SQLFragment(PatternSQL.named(property.sql, "r\(slot)"), type: property.type)
    }
    guard let table = pattern.nodeTable(slot),
      let property = pattern.layout.nodes[table].property(key)
    else { return nil }
    let sql = PatternSQL.named(property.sql, "n\(slot)")
    if pattern.joined.contains(slot) { return SQLFragment(sql, type: property.type) }
    let id = pattern.nodeID(slot, in: branch)
    return SQLFragment(
      "(SELECT \(sql) FROM \(pattern.layout.nodes[table].table) AS n\(slot) WHERE n\(slot).id = \(id))",
      type: property.type)
  }

  /// Year and month of a date, by the same reckoning as the store's months.
  private func part(_ key: String, of owner: BoundExpression) -> SQLFragment? {
    guard case .property(.slot(let slot), "date", _) = owner,
      let table = pattern.relationshipTable(slot),
      let month = pattern.layout.relationships[table].month
    else { return nil }
    let sql = PatternSQL.named(month, "r\(slot)")
    switch key {
    case "year": return SQLFragment("(\(sql) / 12)", type: .integer)
    case "month": return SQLFragment("(\(sql) % 12 + 1)", type: .integer)
    default: return nil
    }
  }

  private func hasLabels(_ slot: Int, _ labels: [String]) -> SQLFragment? {
    guard let table = pattern.nodeTable(slot), pattern.joined.contains(slot) else { return nil }
    var result = SQLFragment("1", type: .boolean)
    for label in labels {
      guard let condition = pattern.layout.nodes[table].condition(of: label) else { continue }
      let named = PatternSQL.named(condition.sql, "n\(slot)")
      result = joined(result, "AND", SQLFragment(named, condition.arguments, type: .boolean))
    }
    return result
  }

  // MARK: Tests and functions

  private func text(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression
  ) -> SQLFragment? {
    guard let text = fragment(left), text.type == .text,
      case .string(let part)? = context.constant(right), !part.isEmpty, !part.utf8.contains(0)
    else { return nil }
    switch operation {
    case .contains:
      return SQLFragment(
        "(instr(\(text.sql), ?) > 0)", text.arguments + [.text(part)], type: .boolean)
    case .endsWith:
      let length = part.unicodeScalars.count
      return SQLFragment(
        "(substr(\(text.sql), -\(length)) = ?)", text.arguments + [.text(part)], type: .boolean)
    case .startsWith:
      // A range of texts, which an index can answer, where the last letter has a next one.
      guard let last = part.utf8.last, last < 0x7F else { return nil }
      let next = String(part.unicodeScalars.dropLast()) + String(UnicodeScalar(last + 1))
      return SQLFragment(
        "(\(text.sql) >= ? AND \(text.sql) < ?)",
        text.arguments + [.text(part)] + text.arguments + [.text(next)], type: .boolean)
    default: return nil
    }
  }

  private func isIn(_ element: BoundExpression, _ values: [Value]) -> SQLFragment? {
    guard let left = fragment(element), !values.isEmpty, values.count <= 500 else { return nil }
    var arguments = left.arguments
    for value in values {
      guard let constant = SQLFragment(value), constant.isComparable(with: left) else { return nil }
      arguments += constant.arguments
    }
    let marks = repeatElement("?", count: values.count).joined(separator: ", ")
    return SQLFragment("(\(left.sql) IN (\(marks)))", arguments, type: .boolean)
  }

  private func call(_ function: QueryFunction, _ arguments: [BoundExpression]) -> SQLFragment? {
    guard arguments.count == 1 else { return nil }
    switch (function.name, arguments[0]) {
    case ("type", .slot(let slot)):
      return pattern.relationshipTable(slot).map {
        SQLFragment(
          PatternSQL.named(pattern.layout.relationships[$0].type, "r\(slot)"), type: .text)
      }
    case ("date", _):
      // A date of a date is the date itself.
      return fragment(arguments[0]).flatMap { $0.type == .day ? $0 : nil }
    default: return nil
    }
  }
}
