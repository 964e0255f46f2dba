import Store

/// Writes the statement of a pattern and of what is wanted of it.
struct SQLWriter {
  let pattern: PatternSQL
  let filters: [BoundExpression]
  let layout: GraphLayout
  let context: RunContext

  /// A column of the statement.
  struct Column {
    /// The column in each branch.
    let fragments: [SQLFragment]
    var output: SQLStep.Output
    /// Where a property is looked up for the few rows that are left: the node's place and the
    /// property, of which the column then holds the number of the row.
    var late: (table: Int, property: GraphLayout.Property)?

    var sql: [String] { fragments.map(\.sql) }
  }

  // MARK: Columns

  private func fragments(_ make: (SQLTranslator) -> SQLFragment?) -> [SQLFragment]? {
    var found: [SQLFragment] = []
    for branch in pattern.branches {
      let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
      guard let fragment = make(translator) else { return nil }
      found.append(fragment)
    }
    return found
  }

  /// The column of an expression; nil when SQL cannot compute it.
  func column(_ expression: BoundExpression) -> Column? {
    if case .slot(let slot) = expression { return column(ofSlot: slot) }
    guard let found = fragments({ $0.fragment(expression) }), let type = found.first?.type,
      type != .document
    else { return nil }
    return Column(fragments: found, output: .value(type))
  }

  private func column(ofSlot slot: Int) -> Column? {
    if let table = pattern.nodeTable(slot) {
      let found = fragments { SQLFragment(pattern.nodeID(slot, in: $0.branch), type: .integer) }
      return found.map { Column(fragments: $0, output: .node(table: table)) }
    }
    guard let table = pattern.relationshipTable(slot), let id = pattern.relationshipID(slot) else {
      return nil
    }
    let found = fragments { _ in SQLFragment(id, type: .integer) }
    return found.map { Column(fragments: $0, output: .relationship(table: table)) }
  }

  /// The column of a property of a node as the number of the node's row, to be looked up late.
  func lateColumn(_ expression: BoundExpression) -> Column? {
    guard case .property(.slot(let slot), let key, _) = expression,
      let table = pattern.nodeTable(slot), let property = layout.nodes[table].property(key),
      property.type != .document, var column = column(ofSlot: slot)
    else { return nil }
    column.output = .value(property.type)
    column.late = (table, property)
    return column
  }

  // MARK: Statements

  /// `SELECT columns FROM … WHERE …`, the branches joined by UNION ALL; columns are called c0, c1 ….
  func select(_ columns: [Column]) -> SQLFragment {
    var parts: [SQLFragment] = []
    for (index, branch) in pattern.branches.enumerated() {
      let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
      let source = pattern.source(branch, filters.compactMap(translator.fragment))
      let list = columns.enumerated().map { "\($1.fragments[index].sql) AS c\($0)" }
      parts.append(
        SQLFragment(
          "SELECT \(list.isEmpty ? "1" : list.joined(separator: ", ")) \(source.sql)",
          columns.flatMap { $0.fragments[index].arguments } + source.arguments, type: .integer))
    }
    return SQLFragment(
      parts.map(\.sql).joined(separator: " UNION ALL "), parts.flatMap(\.arguments),
      type: .integer)
  }

  /// The outer statement, in which late columns are looked up.
  func outer(_ inner: SQLFragment, _ columns: [Column], shown: Int) -> SQLFragment {
    guard columns.contains(where: { $0.late != nil }) else { return inner }
    let list = columns.prefix(shown).enumerated().map { index, column in
      guard let (table, property) = column.late else { return "x.c\(index) AS c\(index)" }
      let sql = PatternSQL.named(property.sql, "n")
      return
        "(SELECT \(sql) FROM \(layout.nodes[table].table) AS n WHERE n.id = x.c\(index)) AS c\(index)"
    }
    return SQLFragment(
      "SELECT \(list.joined(separator: ", ")) FROM (\(inner.sql)) AS x", inner.arguments,
      type: .integer)
  }

  /// `3 DESC NULLS FIRST`: null is the last value of the language's order.
  func orderTerm(_ index: Int, _ column: Column, isDescending: Bool) -> String {
    let isKnown = column.fragments.first.map(isNeverNull) ?? false
    let nulls = isKnown ? "" : isDescending ? " NULLS FIRST" : " NULLS LAST"
    return "\(index + 1)\(isDescending ? " DESC" : "")\(nulls)"
  }

  /// Whether a condition keeps null out of a column.
  private func isNeverNull(_ fragment: SQLFragment) -> Bool {
    guard let branch = pattern.branches.first else { return false }
    let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
    return filters.contains { filter in
      switch filter {
      case .comparison(_, let left, let right):
        [left, right].contains { translator.fragment($0)?.sql == fragment.sql }
      case .isNull(let operand, negated: true): translator.fragment(operand)?.sql == fragment.sql
      default: false
      }
    }
  }

  /// All that is matched, for steps that go on in Swift.
  func everything(_ slots: [Int]) -> SQLStep {
    let found = slots.compactMap { slot in column(ofSlot: slot).map { (slot, $0) } }
    let statement = select(found.map(\.1))
    return SQLStep(
      statement: SelectStatement(statement.sql, statement.arguments),
      outputs: found.map { ($0.0, $0.1.output) })
  }

  /// LIMIT and OFFSET of a projection as SQL; nil when they are not known before running, empty
  /// when there are none.
  func slice(_ projection: BoundProjection) -> SQLFragment? {
    func number(_ expression: BoundExpression?) -> Int?? {
      guard let expression else { return .some(nil) }
      guard case .integer(let number)? = context.constant(expression), number >= 0 else {
        return nil
      }
      return .some(number)
    }
    guard let skip = number(projection.skip), let limit = number(projection.limit) else {
      return nil
    }
    if skip == nil, limit == nil { return SQLFragment("", type: .integer) }
    return SQLFragment(
      " LIMIT ? OFFSET ?", [.integer(limit ?? -1), .integer(skip ?? 0)], type: .integer)
  }
}
