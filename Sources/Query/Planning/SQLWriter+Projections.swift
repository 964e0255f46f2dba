import Store

extension SQLWriter {
  /// A projection without aggregates as steps; nil when SQL cannot do it.
  func plain(_ projection: BoundProjection) -> [BoundStep]? {
    guard let slice = slice(projection) else { return nil }
    let isLate = !slice.sql.isEmpty && !projection.isDistinct
    var outputs: [(slot: Int, column: Column)] = []
    for slot in projection.results where !outputs.contains(where: { $0.slot == slot }) {
      let item = projection.items.first { $0.slot == slot }?.expression ?? .slot(slot)
      guard let column = (isLate ? lateColumn(item) : nil) ?? column(item) else { return nil }
      outputs.append((slot, column))
    }
    var columns = outputs.map(\.column)
    var terms: [String] = []
    for (expression, isDescending) in projection.order {
      guard let term = order(expression, isDescending, projection, outputs, &columns) else {
        return nil
      }
      terms.append(term)
    }
    // DISTINCT counts only what is let through, so it can be ordered by nothing else.
    guard !projection.isDistinct || columns.count == outputs.count else { return nil }
    var statement = select(columns)
    if projection.isDistinct {
      let names = columns.indices.map { "c\($0)" }.joined(separator: ", ")
      statement.sql = "SELECT DISTINCT \(names) FROM (\(statement.sql))"
    }
    if !terms.isEmpty { statement.sql += " ORDER BY " + terms.joined(separator: ", ") }
    statement.sql += slice.sql
    statement.arguments += slice.arguments
    statement = outer(statement, columns, shown: outputs.count)
    let step = SQLStep(
      statement: SelectStatement(statement.sql, statement.arguments),
      outputs: outputs.map { ($0.slot, $0.column.output) })
    var rest = projection
    (rest.items, rest.order, rest.isDistinct, rest.skip, rest.limit) = ([], [], false, nil, nil)
    return [.sql(step), .project(rest)]
  }

  /// A term of ORDER BY, with a column of its own where none of the outputs will do.
  private func order(
    _ expression: BoundExpression, _ isDescending: Bool, _ projection: BoundProjection,
    _ outputs: [(slot: Int, column: Column)], _ columns: inout [Column]
  ) -> String? {
    var item = expression
    if case .slot(let slot) = expression {
      item = projection.items.first { $0.slot == slot }?.expression ?? expression
    }
    guard let column = column(item), case .value(let type) = column.output,
      ![.texts, .document, .boolean].contains(type)
    else { return nil }
    if let index = columns.firstIndex(where: { $0.late == nil && $0.sql == column.sql }) {
      return orderTerm(index, column, isDescending: isDescending)
    }
    columns.append(column)
    return orderTerm(columns.count - 1, column, isDescending: isDescending)
  }

  // MARK: Grouping

  /// An aggregate over columns of the pattern.
  private struct Aggregate {
    let sql: String
    let type: GraphLayout.ColumnType
  }

  /// A projection with aggregates as steps; nil when SQL cannot do it.
  func grouped(_ projection: BoundProjection) -> [BoundStep]? {
    var columns: [Column] = []
    var outputs: [(slot: Int, output: SQLStep.Output)] = []
    var groups: [Int] = []
    let identified = identifiedNodes(projection)
    for (expression, slot) in projection.keys {
      let late =
        identified.contains { expression.isProperty(of: $0) } ? lateColumn(expression) : nil
      guard let column = late ?? column(expression) else { return nil }
      columns.append(column)
      outputs.append((slot, column.output))
      groups.append(columns.count)
    }
    let keys = columns
    var aggregates: [Aggregate] = []
    for aggregate in projection.aggregates {
      guard let found = self.aggregate(aggregate, &columns) else { return nil }
      aggregates.append(found)
      outputs.append((aggregate.slot, .value(found.type)))
    }
    let source = select(columns)
    let list =
      keys.indices.map { "c\($0)" }
      + aggregates.enumerated().map { "\($1.sql) AS c\(keys.count + $0)" }
    var statement = SQLFragment(
      "SELECT \(list.joined(separator: ", ")) FROM (\(source.sql))", source.arguments,
      type: .integer)
    if !groups.isEmpty {
      // Numbers of one node stand behind several keys: each is grouped by once.
      var seen: Set<[String]> = []
      let terms = keys.indices.filter { seen.insert(keys[$0].sql).inserted }.map { "c\($0)" }
      statement.sql += " GROUP BY " + terms.joined(separator: ", ")
    }
    var rest = projection
    (rest.isGrouped, rest.keys, rest.aggregates) = (false, [], [])
    pushOrder(&statement, &rest, outputs, keys)
    let shown = keys + aggregates.map { Column(fragments: [], output: .value($0.type)) }
    statement = outer(statement, shown, shown: shown.count)
    let step = SQLStep(
      statement: SelectStatement(statement.sql, statement.arguments), outputs: outputs)
    return [.sql(step), .project(rest)]
  }

  /// The nodes of which a key tells which one it is: to group by them is to group by that key.
  private func identifiedNodes(_ projection: BoundProjection) -> [Int] {
    projection.keys.compactMap { key, _ in
      if case .slot(let slot) = key, pattern.nodeTable(slot) != nil { return slot }
      guard case .property(.slot(let slot), let name, _) = key,
        let table = pattern.nodeTable(slot),
        layout.nodes[table].property(name)?.isUnique == true
      else { return nil }
      return slot
    }
  }

  /// Orders and cuts the groups in SQL where only keys and aggregates decide.
  private func pushOrder(
    _ statement: inout SQLFragment, _ rest: inout BoundProjection,
    _ outputs: [(slot: Int, output: SQLStep.Output)], _ keys: [Column]
  ) {
    guard !rest.isDistinct, let slice = slice(rest) else { return }
    var terms: [String] = []
    for (expression, isDescending) in rest.order {
      guard case .slot(let item) = expression else { return }
      var slot = item
      if case .slot(let key)? = rest.items.first(where: { $0.slot == item })?.expression {
        slot = key
      }
      guard let index = outputs.firstIndex(where: { $0.slot == slot }),
        case .value(let type) = outputs[index].output, ![.texts, .boolean].contains(type),
        index >= keys.count || keys[index].late == nil
      else { return }
      let nulls = isDescending ? " DESC NULLS FIRST" : " NULLS LAST"
      terms.append("\(index + 1)\(nulls)")
    }
    if !terms.isEmpty { statement.sql += " ORDER BY " + terms.joined(separator: ", ") }
    statement.sql += slice.sql
    statement.arguments += slice.arguments
    (rest.order, rest.skip, rest.limit) = ([], nil, nil)
  }

  private func aggregate(_ aggregate: BoundAggregate, _ columns: inout [Column]) -> Aggregate? {
    guard let argument = aggregate.argument else {
      return Aggregate(sql: "count(*)", type: .integer)
    }
    guard let column = column(argument) else { return nil }
    columns.append(column)
    let name = "c\(columns.count - 1)"
    let distinct = aggregate.isDistinct ? "DISTINCT " : ""
    let type: GraphLayout.ColumnType? =
      if case .value(let type) = column.output { type } else { nil }
    switch (aggregate.function, type) {
    case (.count, _): return Aggregate(sql: "count(\(distinct)\(name))", type: .integer)
    case (.sum, .integer?):
      return Aggregate(sql: "coalesce(sum(\(distinct)\(name)), 0)", type: .integer)
    case (.average, .integer?):
      return Aggregate(
        sql: "sum(\(distinct)\(name)) * 1.0 / count(\(distinct)\(name))", type: .real)
    case (.minimum, let type?) where ![.texts, .document, .boolean].contains(type):
      return Aggregate(sql: "min(\(name))", type: type)
    case (.maximum, let type?) where ![.texts, .document, .boolean].contains(type):
      return Aggregate(sql: "max(\(name))", type: type)
    default: return nil
    }
  }
}

extension BoundExpression {
  /// Whether this is a property of what stands in a place.
  func isProperty(of slot: Int) -> Bool {
    if case .property(.slot(slot), _, _) = self { true } else { false }
  }
}
