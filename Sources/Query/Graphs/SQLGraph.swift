import Store

/// A graph in the tables of a database, read by its layout.
///
/// Nodes are looked up once and kept for the run.
final class SQLGraph: PropertyGraph {
  let schema: GraphSchema
  let layout: GraphLayout
  let source: any SQLSource
  private var nodes: [Int: NodeValue] = [:]
  private let writer: GenericWriter?

  init(
    schema: GraphSchema, layout: GraphLayout, source: any SQLSource, writer: GenericWriter? = nil
  ) {
    self.schema = schema
    self.layout = layout
    self.source = source
    self.writer = writer
  }

  /// Streams the rows of a statement on one table, which is called `t` in it.
  private func stream(
    _ select: SelectStatement, _ body: (SQLRow) throws(QueryError) -> Bool
  ) throws(QueryError) {
    let sql = select.sql.split(separator: "{t}", omittingEmptySubsequences: false)
    try source.stream(SelectStatement(sql.joined(separator: "t"), select.arguments), body)
  }

  // MARK: Nodes

  func nodes(
    labels: [String], where values: [(key: String, value: Value)],
    _ body: (NodeValue) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    for (index, table) in layout.nodes.enumerated() where labels.allSatisfy(table.knows) {
      var select = nodeSelect(index)
      let labelled = labels.compactMap { table.condition(of: $0) }
      select.arguments += labelled.flatMap(\.arguments)
      var conditions = labelled.map(\.sql)
      for (key, value) in values {
        guard let property = table.property(key) else {
          if table.storedLabels == nil { conditions.append("0") }
          continue
        }
        guard let constant = SQLFragment(value), property.type == constant.type else { continue }
        conditions.append("\(property.sql) = ?")
        select.arguments += constant.arguments
      }
      if !conditions.isEmpty { select.sql += " WHERE " + conditions.joined(separator: " AND ") }
      guard try stream(select, index, body) else { return false }
    }
    return true
  }

  /// Hands over the nodes of a statement. Where the graph may grow meanwhile, all are read first.
  private func stream(
    _ select: SelectStatement, _ index: Int, _ body: (NodeValue) throws(QueryError) -> Bool
  ) throws(QueryError) -> Bool {
    var goesOn = true
    var kept: [NodeValue] = []
    try stream(select) { (row) throws(QueryError) in
      let node = keep(row, index)
      if writer == nil { goesOn = try body(node) } else { kept.append(node) }
      return goesOn
    }
    for node in kept where goesOn { goesOn = try body(node) }
    return goesOn
  }

  func node(_ id: Int) throws(QueryError) -> NodeValue {
    if let known = nodes[id] { return known }
    let table = id.modulo(layout.nodes.count)
    var select = nodeSelect(table)
    select.sql += " WHERE {t}.id = ?"
    select.arguments = [.integer(id.floored(by: layout.nodes.count))]
    var found: NodeValue?
    try stream(select) { (row) throws(QueryError) in
      found = keep(row, table)
      return false
    }
    guard let found else { throw .running("EntityNotFound", "there is no node \(id)") }
    return found
  }

  /// `SELECT id, labels, properties FROM table`.
  private func nodeSelect(_ index: Int) -> SelectStatement {
    let table = layout.nodes[index]
    let columns = ["{t}.id"] + (table.storedLabels.map { [$0] } ?? []) + table.properties.map(\.sql)
    return SelectStatement("SELECT \(columns.joined(separator: ", ")) FROM \(table.table) AS {t}")
  }

  private func keep(_ row: SQLRow, _ index: Int) -> NodeValue {
    let table = layout.nodes[index]
    let id = layout.nodeID(row.integer(0), table: index)
    if let known = nodes[id] { return known }
    let isStored = table.storedLabels != nil
    let properties = properties(table.properties, row, from: isStored ? 2 : 1)
    let labels =
      isStored
      ? row.text(1).split(separator: ":").map(String.init)
      : table.labels + table.labelsOf(properties)
    let node = NodeValue(id: id, labels: labels, properties: properties)
    if nodes.count > 200_000 { nodes = [:] }
    nodes[id] = node
    return node
  }

  private func properties(
    _ properties: [GraphLayout.Property], _ row: SQLRow, from first: Int
  ) -> ValueMap {
    var map = ValueMap()
    for (index, property) in properties.enumerated() {
      let value = Value(row, first + index, property.type)
      if case .map(let all) = value { return all }
      if !value.isNull { map[property.name] = value }
    }
    return map
  }

  // MARK: Relationships

  func relationships(
    of node: Int, leaving: Bool, reaching: Bool, types: [String]
  ) throws(QueryError) -> [RelationshipValue] {
    let table = node.modulo(layout.nodes.count)
    let row = node.floored(by: layout.nodes.count)
    var found: [RelationshipValue] = []
    for (index, relation) in layout.relationships.enumerated() {
      guard types.isEmpty || relation.types.map({ !Set($0).isDisjoint(with: types) }) ?? true else {
        continue
      }
      var ends: [String] = []
      if leaving, relation.start.table == table { ends.append("\(relation.start.column) = ?") }
      if reaching, relation.end.table == table { ends.append("\(relation.end.column) = ?") }
      guard !ends.isEmpty else { continue }
      var conditions = ["(\(ends.joined(separator: " OR ")))"]
      var arguments = ends.map { _ in SQLValue.integer(row) }
      if let condition = relation.condition { conditions.append(condition) }
      if !types.isEmpty, let isOfTypes = relation.isOfTypes {
        conditions.append(isOfTypes(types.count))
        arguments += types.map { .text($0) }
      }
      let end = conditions.joined(separator: " AND ") + " ORDER BY 1"
      try relationships(index, where: end, arguments) { found.append($0) }
    }
    return found
  }

  /// The relationship of a row of a table.
  func relationship(_ row: Int, table: Int) throws(QueryError) -> RelationshipValue {
    var found: RelationshipValue?
    let relation = layout.relationships[table]
    try relationships(table, where: "\(relation.id) = ?", [.integer(row)]) { found = $0 }
    guard let found else { throw .running("EntityNotFound", "there is no relationship \(row)") }
    return found
  }

  private func relationships(
    _ index: Int, where condition: String, _ arguments: [SQLValue],
    _ body: (RelationshipValue) -> Void
  ) throws(QueryError) {
    let table = layout.relationships[index]
    let columns =
      [table.id, table.type, table.start.column, table.end.column] + table.properties.map(\.sql)
    let sql =
      "SELECT \(columns.joined(separator: ", ")) FROM \(table.table) AS {t} WHERE \(condition)"
    let select = SelectStatement(sql, arguments)
    try stream(select) { (row) throws(QueryError) in
      body(
        RelationshipValue(
          id: layout.relationshipID(row.integer(0), table: index), type: row.text(1),
          start: layout.nodeID(row.integer(2), table: table.start.table),
          end: layout.nodeID(row.integer(3), table: table.end.table),
          properties: properties(table.properties, row, from: 4)))
      return true
    }
  }

  // MARK: Creation

  func addNode(labels: [String], properties: ValueMap) throws(QueryError) -> NodeValue {
    guard let writer else { throw Self.readsOnly }
    let id = try writer.addNode(labels: labels, properties: properties)
    let node = NodeValue(id: id, labels: labels, properties: properties)
    nodes[id] = node
    return node
  }

  func addRelationship(
    type: String, start: Int, end: Int, properties: ValueMap
  ) throws(QueryError) -> RelationshipValue {
    guard let writer else { throw Self.readsOnly }
    let id = try writer.addRelationship(type: type, start: start, end: end, properties: properties)
    return RelationshipValue(id: id, type: type, start: start, end: end, properties: properties)
  }

  private static var readsOnly: QueryError {
    .running("InvalidClauseComposition", "this graph is only read")
  }
}

extension GraphLayout.NodeTable {
  /// The condition that a row has a label; nil when every row has it.
  func condition(of label: String) -> SQLFragment? {
    if labels.contains(label) { return nil }
    if let storedLabels {
      return SQLFragment("instr(\(storedLabels), ?) > 0", [.text(":\(label):")], type: .boolean)
    }
    return conditionalLabels.first { $0.name == label }?.condition
      ?? SQLFragment("0", type: .boolean)
  }
}
