/// What is known of an expression's type before the query runs.
indirect enum StaticType: Hashable, Sendable {
  case any
  case null
  case boolean
  case integer
  case float
  case string
  case list(StaticType)
  case map
  case node
  case relationship
  case path
  case temporal
  case duration

  /// Whether a value of this type may turn out to be of `other`.
  func mayBe(_ other: StaticType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _): true
    case (.list, .list): true
    default: self == other
    }
  }

  /// Whether a value of this type may turn out to be of one of `others`.
  func mayBe(oneOf others: [StaticType]) -> Bool {
    others.contains { mayBe($0) }
  }

  /// The type that holds values of both.
  func joined(_ other: StaticType) -> StaticType {
    if self == other || other == .null { return self }
    return self == .null ? other : .any
  }

  /// The type of a list's elements.
  var element: StaticType {
    if case .list(let element) = self { element } else { .any }
  }

  /// How the type is called in messages.
  var name: String {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .temporal: "a date or time"
    case .duration: "a duration"
    }
  }
}
