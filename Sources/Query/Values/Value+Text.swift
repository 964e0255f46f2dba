extension Value: CustomStringConvertible {
  /// The value as a person reads it in a table: texts bare at the top, quoted inside others.
  public var description: String {
    if case .string(let text) = self { text } else { literal }
  }

  /// The value in the language's own notation.
  public var literal: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .float(let value): Self.text(of: value)
    case .string(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.literal).joined(separator: ", ") + "]"
    case .map(let map): map.literal
    case .node(let node): node.literal
    case .relationship(let relationship): relationship.literal
    case .path(let path): path.literal
    default: temporalText ?? ""
    }
  }

  static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return value.description
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "'\(escaped)'"
  }
}

extension ValueMap {
  /// `{key: value}`.
  var literal: String {
    "{" + entries.map { "\($0.key): \($0.value.literal)" }.joined(separator: ", ") + "}"
  }
}

extension NodeValue {
  /// `(:Label {key: value})`.
  var literal: String {
    let names = labels.map { ":" + $0 }.joined()
    let gap = names.isEmpty || properties.entries.isEmpty ? "" : " "
    return "(" + names + gap + (properties.entries.isEmpty ? "" : properties.literal) + ")"
  }
}

extension RelationshipValue {
  /// `[:TYPE {key: value}]`.
  var literal: String {
    "[:\(type)" + (properties.entries.isEmpty ? "" : " " + properties.literal) + "]"
  }
}

extension PathValue {
  /// `<(a)-[:TYPE]->(b)>`.
  var literal: String {
    guard let first = nodes.first else { return "<>" }
    var text = "<" + first.literal
    for (index, relationship) in relationships.enumerated() {
      let leaves = relationship.start == nodes[index].id
      text += (leaves ? "-" : "<-") + relationship.literal + (leaves ? "->" : "-")
      text += nodes[index + 1].literal
    }
    return text + ">"
  }
}
