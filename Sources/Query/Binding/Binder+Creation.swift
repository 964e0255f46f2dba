extension Binder {
  /// Binds CREATE, which sets up a graph.
  mutating func creation(_ paths: [PathPattern]) throws(QueryError) -> BoundCreation {
    var creation = BoundCreation(nodes: [], relationships: [], paths: [])
    for path in paths {
      var nodes: [Int] = []
      var chain: [(slot: Int, isChain: Bool)] = []
      for node in path.nodes {
        nodes.append(try create(node, alone: path.nodes.count == 1, into: &creation))
      }
      for (index, relationship) in path.relationships.enumerated() {
        let ends = (nodes[index], nodes[index + 1])
        chain.append((try create(relationship, ends, into: &creation), false))
      }
      guard let variable = path.variable else { continue }
      guard scope[variable.text] == nil else { throw taken(variable) }
      let slot = newSlot()
      scope.insert(variable.text, Variable(slot: slot, type: .path))
      creation.paths.append(BoundPath(slot: slot, nodes: nodes, relationships: chain))
    }
    return creation
  }

  private func taken(_ name: Name) -> QueryError {
    .binding(
      "VariableAlreadyBound", "the variable \(name.text) exists already", at: name.offset)
  }

  private mutating func create(
    _ node: NodePattern, alone: Bool, into creation: inout BoundCreation
  ) throws(QueryError) -> Int {
    let properties = try entriesOfMap(node.properties)
    if let variable = node.variable, let known = scope[variable.text] {
      guard known.type.mayBe(.node) else {
        throw .binding(
          "VariableTypeConflict", "\(variable.text) is \(known.type.name), not a node",
          at: variable.offset)
      }
      guard !alone, node.labels.isEmpty, node.properties.isEmpty else { throw taken(variable) }
      return known.slot
    }
    let slot = newSlot()
    if let variable = node.variable {
      scope.insert(variable.text, Variable(slot: slot, type: .node))
    }
    creation.nodes.append(
      BoundCreation.Node(
        slot: slot, isBound: false, labels: node.labels.map(\.text), properties: properties))
    return slot
  }

  private mutating func create(
    _ relationship: RelationshipPattern, _ ends: (Int, Int), into creation: inout BoundCreation
  ) throws(QueryError) -> Int {
    if relationship.length != nil {
      throw .binding(
        "CreatingVarLength", "a chain of relationships cannot be created", at: relationship.offset)
    }
    guard relationship.types.count == 1 else {
      throw .binding(
        "NoSingleRelationshipType", "a created relationship needs exactly one type",
        at: relationship.offset)
    }
    guard relationship.direction != .either else {
      throw .binding(
        "RequiresDirectedRelationship", "a created relationship needs a direction",
        at: relationship.offset)
    }
    let properties = try entriesOfMap(relationship.properties)
    if let variable = relationship.variable, scope[variable.text] != nil { throw taken(variable) }
    let slot = newSlot()
    if let variable = relationship.variable {
      scope.insert(variable.text, Variable(slot: slot, type: .relationship))
    }
    let outgoing = relationship.direction == .outgoing
    creation.relationships.append(
      BoundCreation.Relationship(
        slot: slot, type: relationship.types[0].text, start: outgoing ? ends.0 : ends.1,
        end: outgoing ? ends.1 : ends.0, properties: properties))
    return slot
  }
}
