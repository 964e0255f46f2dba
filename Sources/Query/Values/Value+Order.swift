extension Value {
  /// How two values compare under `<`; nil when they do not, because a null is involved or their
  /// types differ.
  func compared(to other: Value) -> Int? {
    switch (self, other) {
    case (.integer, _), (.float, _): Self.compareNumbers(self, other)
    case (.string(let left), .string(let right)): Self.compare(left, right)
    case (.boolean(let left), .boolean(let right)): Self.compare(left ? 1 : 0, right ? 1 : 0)
    case (.list(let left), .list(let right)): Self.compared(left, right)
    default: temporallyCompared(to: other)
    }
  }

  private func temporallyCompared(to other: Value) -> Int? {
    switch (self, other) {
    case (.date(let left), .date(let right)): Self.compare(left, right)
    case (.localTime(let left), .localTime(let right)):
      Self.compare(left.nanoseconds, right.nanoseconds)
    case (.time(let left), .time(let right)):
      Self.compare(left.utcNanoseconds, right.utcNanoseconds)
    case (.localDateTime(let left), .localDateTime(let right)): Self.compare(left, right)
    case (.dateTime(let left), .dateTime(let right)): Self.compare(left.instant, right.instant)
    default: nil
    }
  }

  private static func compared(_ left: [Value], _ right: [Value]) -> Int? {
    for (first, second) in zip(left, right) {
      guard let result = first.compared(to: second) else { return nil }
      if result != 0 { return result }
    }
    return compare(left.count, right.count)
  }

  static func compare<Item: Comparable>(_ left: Item, _ right: Item) -> Int {
    left < right ? -1 : right < left ? 1 : 0
  }

  /// Compares texts by their code points, as SQLite does.
  static func compare(_ left: String, _ right: String) -> Int {
    left == right ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  // MARK: The order of ORDER BY

  /// Whether this comes before `other` in ORDER BY, −1, or after it, 1: every value has a place.
  ///
  /// Ascending: maps, nodes, relationships, lists, paths, temporal values, strings, booleans,
  /// numbers, NaN, null.
  public func ordered(against other: Value) -> Int {
    let ranks = (rank, other.rank)
    if ranks.0 != ranks.1 { return Self.compare(ranks.0, ranks.1) }
    switch (self, other) {
    case (.list(let left), .list(let right)): return Self.ordered(left, right)
    case (.map(let left), .map(let right)): return Self.ordered(left, right)
    case (.node(let left), .node(let right)): return Self.compare(left.id, right.id)
    case (.relationship(let left), .relationship(let right)):
      return Self.compare(left.id, right.id)
    case (.path(let left), .path(let right)):
      return Self.ordered(left.steps, right.steps)
    case (.duration(let left), .duration(let right)):
      return Self.compare(left.approximateSeconds, right.approximateSeconds)
    default: return compared(to: other) ?? 0
    }
  }

  private var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer: 13
    case .float(let value): value.isNaN ? 14 : 13
    case .null: 15
    }
  }

  private static func ordered(_ left: [Value], _ right: [Value]) -> Int {
    for (first, second) in zip(left, right) {
      let result = first.ordered(against: second)
      if result != 0 { return result }
    }
    return compare(left.count, right.count)
  }

  private static func ordered(_ left: ValueMap, _ right: ValueMap) -> Int {
    func sorted(_ map: ValueMap) -> [Value] {
      map.entries.sorted { $0.key < $1.key }.map { .list([.string($0.key), $0.value]) }
    }
    return ordered(sorted(left), sorted(right))
  }
}

extension PathValue {
  /// Nodes and relationships in turn.
  var steps: [Value] {
    guard let first = nodes.first else { return [] }
    return zip(relationships, nodes.dropFirst()).reduce(into: [.node(first)]) { steps, step in
      steps.append(.relationship(step.0))
      steps.append(.node(step.1))
    }
  }
}
