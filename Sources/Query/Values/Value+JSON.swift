package import Ontology

extension Value {
  /// Writes the value as JSON: nodes as `{"labels", "properties"}`, relationships as `{"type",
  /// "properties"}`, paths as lists of both in turn, dates and times as texts.
  package func write(to json: inout JSONText) {
    switch self {
    case .null: json.null()
    case .boolean(let value): json.value(value)
    case .integer(let value): json.value(value)
    case .float(let value): json.value(value)
    case .string(let text): json.value(text)
    case .list(let values): Self.write(values, to: &json)
    case .map(let map): map.write(to: &json)
    case .node(let node):
      json.beginObject()
      json.member("labels", node.labels)
      json.name("properties")
      node.properties.write(to: &json)
      json.endObject()
    case .relationship(let relationship):
      json.beginObject()
      json.member("type", relationship.type)
      json.name("properties")
      relationship.properties.write(to: &json)
      json.endObject()
    case .path(let path): Self.write(path.steps, to: &json)
    default: json.value(description)
    }
  }

  private static func write(_ values: [Value], to json: inout JSONText) {
    json.beginArray()
    for value in values { value.write(to: &json) }
    json.endArray()
  }
}

extension ValueMap {
  func write(to json: inout JSONText) {
    json.beginObject()
    for (key, value) in entries {
      json.name(key)
      value.write(to: &json)
    }
    json.endObject()
  }
}
