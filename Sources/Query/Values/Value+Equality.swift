extension Value {
  /// Whether two values are equal; nil when that is not known because a null is involved.
  ///
  /// Lists and maps are equal when their elements are; numbers by value, whatever their type;
  /// values of different types are not equal.
  public func isEqual(to other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float):
      Self.compareNumbers(self, other).map { $0 == 0 } ?? false
    case (.string(let left), .string(let right)):
      left.unicodeScalars.elementsEqual(right.unicodeScalars)
    case (.list(let left), .list(let right)): Self.areEqual(left, right)
    case (.map(let left), .map(let right)): Self.areEqual(left, right)
    case (.node(let left), .node(let right)): left.id == right.id
    case (.relationship(let left), .relationship(let right)): left.id == right.id
    case (.path(let left), .path(let right)):
      left.nodes.map(\.id) == right.nodes.map(\.id)
        && left.relationships.map(\.id) == right.relationships.map(\.id)
    default: temporallyEqual(to: other)
    }
  }

  private func temporallyEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.date(let left), .date(let right)): left == right
    case (.localTime(let left), .localTime(let right)): left == right
    case (.time(let left), .time(let right)): left.utcNanoseconds == right.utcNanoseconds
    case (.localDateTime(let left), .localDateTime(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left.instant == right.instant
    case (.duration(let left), .duration(let right)): left == right
    default: false
    }
  }

  private static func areEqual(_ left: [Value], _ right: [Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var known = true
    for (first, second) in zip(left, right) {
      guard let equal = first.isEqual(to: second) else {
        known = false
        continue
      }
      if !equal { return false }
    }
    return known ? true : nil
  }

  private static func areEqual(_ left: ValueMap, _ right: ValueMap) -> Bool? {
    guard left.entries.count == right.entries.count else { return false }
    var known = true
    for (key, value) in left.entries {
      guard let other = right[key] else { return false }
      guard let equal = value.isEqual(to: other) else {
        known = false
        continue
      }
      if !equal { return false }
    }
    return known ? true : nil
  }

  /// −1, 0 or 1 for two numbers; nil when one is NaN or no number.
  static func compareNumbers(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.integer(let first), .integer(let second)):
      return first < second ? -1 : first > second ? 1 : 0
    case (.float(let first), .float(let second)):
      return first.isNaN || second.isNaN ? nil : first < second ? -1 : first > second ? 1 : 0
    case (.integer(let first), .float(let second)): return compare(first, second)
    case (.float(let first), .integer(let second)): return compare(second, first).map { -$0 }
    default: return nil
    }
  }

  /// Compares exactly, also where a double cannot hold the integer.
  private static func compare(_ integer: Int, _ double: Double) -> Int? {
    if double.isNaN { return nil }
    if double >= 0x1p63 { return -1 }
    if double < -0x1p63 { return 1 }
    let whole = Int(double.rounded(.down))
    if integer != whole { return integer < whole ? -1 : 1 }
    return double > double.rounded(.down) ? -1 : 0
  }
}

extension Value: Hashable {
  /// Equivalence: as equality, but null is null and NaN is NaN.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.float(let first), .float(let second)):
      first == second || (first.isNaN && second.isNaN)
    case (.list(let first), .list(let second)): first == second
    case (.map(let first), .map(let second)):
      first.entries.count == second.entries.count
        && first.entries.allSatisfy { entry in second[entry.key].map { $0 == entry.value } ?? false
        }
    default: left.isEqual(to: right) ?? false
    }
  }

  /// Hashes so that equivalent values hash alike.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(Double(value))
    case .float(let value): hasher.combine(value.isNaN ? Double.infinity : value)
    case .string(let value): hasher.combine(value)
    case .list(let values):
      hasher.combine(values.count)
      for value in values { hasher.combine(value) }
    case .map(let map): hasher.combine(map.entries.count)
    case .node(let node): hasher.combine(node.id)
    case .relationship(let relationship): hasher.combine(relationship.id)
    case .path(let path): hasher.combine(path.nodes.map(\.id))
    case .date(let day): hasher.combine(day)
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time.utcNanoseconds)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value.instant)
    case .duration(let value): hasher.combine(value)
    }
  }
}
