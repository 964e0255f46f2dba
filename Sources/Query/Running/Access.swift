import Ontology

/// How parts of values are reached, and tests of texts and lists.
enum Access {
  static func property(_ key: String, of owner: Value, at offset: Int) throws(QueryError) -> Value {
    switch owner {
    case .null: return .null
    case .node(let node): return node.properties[key] ?? .null
    case .relationship(let relationship): return relationship.properties[key] ?? .null
    case .map(let map): return map[key] ?? .null
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      return TemporalParts.part(key, of: owner) ?? .null
    default:
      throw .running("InvalidArgumentType", "\(owner.typeName) has no properties", at: offset)
    }
  }

  static func element(
    of container: Value, _ key: Value, at offset: Int
  ) throws(QueryError) -> Value {
    switch (container, key) {
    case (.list(let list), .integer(let index)):
      let position = index < 0 ? list.count + index : index
      return list.indices.contains(position) ? list[position] : .null
    case (.null, _), (.list, .null), (.map, .null), (.node, .null), (.relationship, .null):
      return .null
    case (.list, _):
      throw .running(
        "ListElementAccessByNonInteger", "a list is indexed by an integer, not \(key.typeName)",
        at: offset)
    case (.map(let map), .string(let name)): return map[name] ?? .null
    case (.node(let node), .string(let name)): return node.properties[name] ?? .null
    case (.relationship(let relationship), .string(let name)):
      return relationship.properties[name] ?? .null
    case (.map, _), (.node, _), (.relationship, _):
      throw .running(
        "MapElementAccessByNonString", "a map is indexed by a string, not \(key.typeName)",
        at: offset)
    default:
      throw .running(
        "InvalidArgumentType", "\(container.typeName) cannot be indexed", at: offset)
    }
  }

  static func slice(
    _ container: Value, _ from: Value, _ to: Value, at offset: Int
  ) throws(QueryError) -> Value {
    switch (container, from, to) {
    case (.null, _, _), (_, .null, _), (_, _, .null): return .null
    case (.list(let list), .integer(let from), .integer(let to)):
      func place(_ index: Int) -> Int {
        min(max(index < 0 ? list.count + index : index, 0), list.count)
      }
      let (first, last) = (place(from), place(to))
      return .list(first < last ? Array(list[first..<last]) : [])
    default:
      throw .running(
        "InvalidArgumentType", "a part of a list is taken by two integers", at: offset)
    }
  }

  static func hasLabels(
    _ owner: Value, _ labels: [String], at offset: Int
  ) throws(QueryError) -> Value {
    switch owner {
    case .null: return .null
    case .node(let node): return .boolean(labels.allSatisfy { node.labels.contains($0) })
    case .relationship(let relationship):
      return .boolean(labels.allSatisfy { $0 == relationship.type })
    default:
      throw .running("InvalidArgumentType", "\(owner.typeName) has no labels", at: offset)
    }
  }

  /// STARTS WITH, ENDS WITH, CONTAINS and =~; null unless both are texts.
  static func test(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Value {
    guard case .string(let text) = left, case .string(let part) = right else { return .null }
    let (all, wanted) = (Array(text.utf8), Array(part.utf8))
    switch operation {
    case .startsWith: return .boolean(all.starts(with: wanted))
    case .endsWith: return .boolean(all.reversed().starts(with: wanted.reversed()))
    case .contains: return .boolean(part.isEmpty || text.utf8.contains(wanted))
    default:
      guard let pattern = try? Regex(part), let match = try? pattern.wholeMatch(in: text) else {
        return .boolean(false)
      }
      return .boolean(match.range == text.startIndex..<text.endIndex)
    }
  }

  static func isIn(_ element: Value, _ list: Value, at offset: Int) throws(QueryError) -> Value {
    switch list {
    case .null: return .null
    case .list(let elements):
      var known = true
      for other in elements {
        guard let equal = element.isEqual(to: other) else {
          known = false
          continue
        }
        if equal { return .boolean(true) }
      }
      return Value(known ? false : nil)
    default:
      throw .running(
        "InvalidArgumentType", "IN looks into a list, not \(list.typeName)", at: offset)
    }
  }
}
