extension Binder {
  /// Refuses a label that the graph does not know.
  func check(label: Name) throws(QueryError) {
    guard let known = schema.labels, known[label.text] == nil else { return }
    throw .binding(
      "UnknownLabel", "unknown label \(label.text)", at: label.offset,
      nearest: NearestNames.of(label.text, among: known.keys))
  }

  /// Refuses a relationship type that the graph does not know.
  func check(type: Name) throws(QueryError) {
    guard let known = schema.types, known[type.text] == nil else { return }
    throw .binding(
      "UnknownType", "unknown relationship type \(type.text)", at: type.offset,
      nearest: NearestNames.of(type.text, among: known.keys))
  }

  /// Refuses a property that no node or no relationship of the graph has.
  func check(property: Name, of type: StaticType) throws(QueryError) {
    let known: [GraphSchema.Property]?
    switch type {
    case .node: known = schema.labels?.values.flatMap { $0 }
    case .relationship: known = schema.types?.values.flatMap { $0 }
    default: known = nil
    }
    guard let known, !known.contains(where: { $0.name == property.text }) else { return }
    throw .binding(
      "UnknownProperty",
      "no \(type == .node ? "node" : "relationship") has a property \(property.text)",
      at: property.offset, nearest: NearestNames.of(property.text, among: Set(known.map(\.name))))
  }
}
