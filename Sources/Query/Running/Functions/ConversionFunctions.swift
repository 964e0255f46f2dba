extension QueryFunction {
  /// Functions that make a value of another type; null where the text says nothing of the kind.
  static let conversion: [QueryFunction] = [
    QueryFunction("toString", "value", 1...1, .string, "the value as text") {
      (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .list, .map, .node, .relationship, .path:
        throw refuses("toString", values[0], at: offset)
      default: return .string(values[0].temporalText ?? values[0].description)
      }
    },
    QueryFunction("toInteger", "value", 1...1, .integer, "the integer that a text or number holds")
    {
      (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .integer: return values[0]
      case .float(let value): return whole(value)
      case .boolean(let value): return .integer(value ? 1 : 0)
      case .string(let text):
        if let value = Int(text) { return .integer(value) }
        return Double(text).map(whole) ?? .null
      default: throw refuses("toInteger", values[0], at: offset)
      }
    },
    QueryFunction("toFloat", "value", 1...1, .float, "the number that a text holds, as a float") {
      (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .integer(let value): return .float(Double(value))
      case .float: return values[0]
      case .string(let text): return Double(text).map { .float($0) } ?? .null
      default: throw refuses("toFloat", values[0], at: offset)
      }
    },
    QueryFunction("toBoolean", "value", 1...1, .boolean, "the truth value that a text names") {
      (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .boolean: return values[0]
      case .integer(let value): return .boolean(value != 0)
      case .string(let text):
        switch text.lowercased() {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return .null
        }
      default: throw refuses("toBoolean", values[0], at: offset)
      }
    },
  ]

  private static func whole(_ value: Double) -> Value {
    Int(exactly: value.rounded(.towardZero)).map { .integer($0) } ?? .null
  }
}
