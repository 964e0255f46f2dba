extension QueryFunction {
  /// Functions on nodes, relationships and paths.
  static let graph: [QueryFunction] = [
    QueryFunction("id", "entity", 1...1, .integer, "the number of a node or relationship") {
      (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .node(let node): return .integer(node.id)
      case .relationship(let relationship): return .integer(relationship.id)
      default: throw refuses("id", values[0], at: offset)
      }
    },
    QueryFunction(
      "labels", "node", 1...1, .list(.string), accepts: [.node], "the labels of a node"
    ) { (_, values, offset) throws(QueryError) in
      guard case .node(let node) = values[0] else { throw refuses("labels", values[0], at: offset) }
      return .list(node.labels.map { .string($0) })
    },
    QueryFunction(
      "type", "relationship", 1...1, .string, accepts: [.relationship],
      "the type of a relationship"
    ) { (_, values, offset) throws(QueryError) in
      guard case .relationship(let relationship) = values[0] else {
        throw refuses("type", values[0], at: offset)
      }
      return .string(relationship.type)
    },
    QueryFunction(
      "startNode", "relationship", 1...1, .node, accepts: [.relationship],
      "the node that a relationship leaves"
    ) { (context, values, offset) throws(QueryError) in
      guard case .relationship(let relationship) = values[0] else {
        throw refuses("startNode", values[0], at: offset)
      }
      return .node(try context.graph.node(relationship.start))
    },
    QueryFunction(
      "endNode", "relationship", 1...1, .node, accepts: [.relationship],
      "the node that a relationship reaches"
    ) { (context, values, offset) throws(QueryError) in
      guard case .relationship(let relationship) = values[0] else {
        throw refuses("endNode", values[0], at: offset)
      }
      return .node(try context.graph.node(relationship.end))
    },
    QueryFunction(
      "nodes", "path", 1...1, .list(.node), accepts: [.path], "the nodes of a path in order"
    ) { (_, values, offset) throws(QueryError) in
      guard case .path(let path) = values[0] else { throw refuses("nodes", values[0], at: offset) }
      return .list(path.nodes.map { .node($0) })
    },
    QueryFunction(
      "relationships", "path", 1...1, .list(.relationship), accepts: [.path],
      "the relationships of a path in order"
    ) { (_, values, offset) throws(QueryError) in
      guard case .path(let path) = values[0] else {
        throw refuses("relationships", values[0], at: offset)
      }
      return .list(path.relationships.map { .relationship($0) })
    },
    QueryFunction(
      "length", "path", 1...1, .integer, accepts: [.path], "the number of relationships of a path"
    ) { (_, values, offset) throws(QueryError) in
      guard case .path(let path) = values[0] else { throw refuses("length", values[0], at: offset) }
      return .integer(path.relationships.count)
    },
    QueryFunction(
      "properties", "entity", 1...1, .map, accepts: [.node, .relationship, .map],
      "the properties of a node, relationship or map, as a map"
    ) { (_, values, offset) throws(QueryError) in
      .map(try properties(of: values[0], "properties", at: offset))
    },
    QueryFunction(
      "keys", "entity", 1...1, .list(.string), accepts: [.node, .relationship, .map],
      "the names of the properties"
    ) { (_, values, offset) throws(QueryError) in
      .list(try properties(of: values[0], "keys", at: offset).keys.map { .string($0) })
    },
  ]

  private static func properties(
    of value: Value, _ name: String, at offset: Int
  ) throws(QueryError) -> ValueMap {
    switch value {
    case .node(let node): return node.properties
    case .relationship(let relationship): return relationship.properties
    case .map(let map): return map
    default: throw refuses(name, value, at: offset)
    }
  }
}
