extension Binder {
  /// Binds MATCH with its WHERE.
  mutating func match(_ tree: MatchTree) throws(QueryError) -> BoundMatch {
    var pattern = PatternBinding(isOptional: tree.isOptional)
    for path in tree.paths { try bind(path, into: &pattern, allowsNew: true) }
    if let filter = tree.filter {
      pattern.match.filters += try condition(filter).conjuncts
    }
    return pattern.finished
  }

  /// Binds a pattern that is only asked whether it exists: it brings in no variables.
  mutating func existing(_ path: PathPattern) throws(QueryError) -> BoundMatch {
    var pattern = PatternBinding(isOptional: false)
    try bind(path, into: &pattern, allowsNew: false)
    return pattern.finished
  }

  mutating func patternComprehension(
    _ path: PathPattern, _ filter: Expression?, _ result: Expression
  ) throws(QueryError) -> Typed {
    let outer = scope
    var pattern = PatternBinding(isOptional: false)
    try bind(path, into: &pattern, allowsNew: true)
    if let filter { pattern.match.filters += try condition(filter).conjuncts }
    let (value, type) = try bind(result)
    scope = outer
    return (.patternComprehension(pattern.finished, result: value), .list(type))
  }

  // MARK: Paths

  /// A pattern while it is bound.
  struct PatternBinding {
    var match: BoundMatch
    /// Names of relationships met in this pattern.
    var relationshipNames: Set<String> = []

    init(isOptional: Bool) {
      match = BoundMatch(
        isOptional: isOptional, nodes: [], relationships: [], paths: [], filters: [],
        newSlots: [])
    }

    /// The pattern with its plan.
    var finished: BoundMatch {
      var finished = match
      finished.plan = MatchPlan(match)
      return finished
    }
  }

  private mutating func bind(
    _ path: PathPattern, into pattern: inout PatternBinding, allowsNew: Bool
  ) throws(QueryError) {
    var nodes: [Int] = []
    var chain: [(slot: Int, isChain: Bool)] = []
    nodes.append(try bind(path.nodes[0], into: &pattern, allowsNew: allowsNew))
    for (index, relationship) in path.relationships.enumerated() {
      // The relationship's name comes before the next node's, as it is written.
      let name = try declare(relationship, into: &pattern, allowsNew: allowsNew)
      let right = try bind(path.nodes[index + 1], into: &pattern, allowsNew: allowsNew)
      let ends = (nodes[index], right)
      chain.append(
        try bind(relationship, name, ends, path.selector, into: &pattern))
      nodes.append(right)
    }
    try checkShortest(path)
    guard let variable = path.variable else { return }
    guard scope[variable.text] == nil else {
      throw .binding(
        "VariableAlreadyBound", "the variable \(variable.text) exists already",
        at: variable.offset)
    }
    let slot = newSlot()
    scope.insert(variable.text, Variable(slot: slot, type: .path))
    pattern.match.newSlots.insert(slot)
    pattern.match.paths.append(BoundPath(slot: slot, nodes: nodes, relationships: chain))
  }

  private func checkShortest(_ path: PathPattern) throws(QueryError) {
    guard path.selector != .all else { return }
    guard path.relationships.count == 1 else {
      throw .binding(
        "InvalidArgumentType", "a shortest path is written with two nodes and one relationship",
        at: path.offset)
    }
  }

  // MARK: Nodes

  private mutating func bind(
    _ node: NodePattern, into pattern: inout PatternBinding, allowsNew: Bool
  ) throws(QueryError) -> Int {
    for label in node.labels { try check(label: label) }
    let known = node.variable.flatMap { scope[$0.text] }
    if let variable = node.variable {
      if let known, !known.type.mayBe(.node) {
        throw conflict(variable, known.type, wanted: "a node")
      }
      if known == nil, !allowsNew { _ = try self.variable(variable.text, at: variable.offset) }
    }
    let slot = known?.slot ?? newSlot()
    if known == nil {
      pattern.match.newSlots.insert(slot)
      if let variable = node.variable {
        scope.insert(variable.text, Variable(slot: slot, type: .node))
      }
    }
    let labels = node.labels.map(\.text)
    if let index = pattern.match.nodes.firstIndex(where: { $0.slot == slot }) {
      pattern.match.nodes[index].labels += labels
    } else {
      let isBound = known != nil && !pattern.match.newSlots.contains(slot)
      pattern.match.nodes.append(BoundNode(slot: slot, isBound: isBound, labels: labels))
    }
    pattern.match.filters += try conditions(
      on: slot, .node, node.properties, filter: node.filter, at: node.offset)
    return slot
  }

  private func conflict(
    _ name: Name, _ type: StaticType, wanted: String
  ) -> QueryError {
    .binding(
      "VariableTypeConflict", "\(name.text) is \(type.name) and cannot be \(wanted)",
      at: name.offset)
  }

  /// The properties and the WHERE that stand inside a node or relationship, as conditions.
  private mutating func conditions(
    on slot: Int, _ type: StaticType, _ properties: [MapEntry], filter: Expression?, at offset: Int
  ) throws(QueryError) -> [BoundExpression] {
    var conditions: [BoundExpression] = []
    for entry in properties {
      try check(property: entry.key, of: type)
      let value = try bind(entry.value).expression
      let property = BoundExpression.property(
        .slot(slot), key: entry.key.text, offset: entry.key.offset)
      conditions.append(.comparison(.equal, property, value))
    }
    if let filter { conditions += try condition(filter).conjuncts }
    return conditions
  }

  // MARK: Relationships

  /// Where a relationship goes, and whether an earlier clause has put it there.
  private struct RelationshipName {
    let slot: Int
    let isBound: Bool
  }

  private mutating func declare(
    _ relationship: RelationshipPattern, into pattern: inout PatternBinding, allowsNew: Bool
  ) throws(QueryError) -> RelationshipName {
    for type in relationship.types { try check(type: type) }
    guard let variable = relationship.variable else {
      return RelationshipName(slot: newPatternSlot(&pattern), isBound: false)
    }
    let isChain = relationship.length != nil
    let wanted: StaticType = isChain ? .list(.relationship) : .relationship
    if let known = scope[variable.text] {
      let fits =
        isChain
        ? [.any, .null, .list(.relationship), .list(.any), .list(.null)].contains(known.type)
        : known.type.mayBe(.relationship)
      guard fits else { throw conflict(variable, known.type, wanted: wanted.name) }
      guard pattern.relationshipNames.insert(variable.text).inserted else {
        throw .binding(
          "RelationshipUniquenessViolation",
          "the relationship \(variable.text) stands twice in one pattern", at: variable.offset)
      }
      return RelationshipName(slot: known.slot, isBound: true)
    }
    if !allowsNew { _ = try self.variable(variable.text, at: variable.offset) }
    pattern.relationshipNames.insert(variable.text)
    let slot = newPatternSlot(&pattern)
    scope.insert(variable.text, Variable(slot: slot, type: wanted))
    return RelationshipName(slot: slot, isBound: false)
  }

  private mutating func newPatternSlot(_ pattern: inout PatternBinding) -> Int {
    let slot = newSlot()
    pattern.match.newSlots.insert(slot)
    return slot
  }

  private mutating func bind(
    _ relationship: RelationshipPattern, _ name: RelationshipName, _ ends: (Int, Int),
    _ selector: PathPattern.Selector, into pattern: inout PatternBinding
  ) throws(QueryError) -> (slot: Int, isChain: Bool) {
    let isChain = relationship.length != nil || selector != .all
    let length =
      relationship.length
      ?? (selector == .all ? nil : RelationshipPattern.Length(minimum: 1, maximum: 1))
    if let length { try check(length, selector, at: relationship.offset) }
    var bound = BoundRelationship(
      slot: name.slot, isBound: name.isBound, types: relationship.types.map(\.text),
      direction: relationship.direction, left: ends.0, right: ends.1, length: length, each: nil,
      selector: selector, offset: relationship.offset)
    if isChain {
      bound.each = try eachFilter(relationship)
    } else {
      pattern.match.filters += try conditions(
        on: name.slot, .relationship, relationship.properties, filter: relationship.filter,
        at: relationship.offset)
    }
    pattern.match.relationships.append(bound)
    return (name.slot, isChain)
  }

  /// The conditions on each relationship of a chain.
  private mutating func eachFilter(
    _ relationship: RelationshipPattern
  ) throws(QueryError) -> BoundRelationship.EachFilter? {
    guard !relationship.properties.isEmpty || relationship.filter != nil else { return nil }
    let name = relationship.variable ?? Name(text: "", offset: relationship.offset)
    return try withLocal(name, .relationship) { (binder, slot) throws(QueryError) in
      let conditions = try binder.conditions(
        on: slot, .relationship, relationship.properties, filter: relationship.filter,
        at: relationship.offset)
      return BoundRelationship.EachFilter(slot: slot, conditions: conditions)
    }
  }

  private func check(
    _ length: RelationshipPattern.Length, _ selector: PathPattern.Selector, at offset: Int
  ) throws(QueryError) {
    guard let limit = schema.maximumLength, selector == .all else { return }
    let what = "in this graph a chain needs an upper length of at most \(limit)"
    guard let maximum = length.maximum else {
      throw .binding(
        "UnboundedLength", "\(what): write *1..3 or {1,3}, or ask for ANY SHORTEST", at: offset)
    }
    guard maximum <= limit else { throw .binding("UnboundedLength", what, at: offset) }
  }
}
