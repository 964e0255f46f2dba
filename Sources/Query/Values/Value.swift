public import Ontology

/// A value of the query language.
///
/// What is equal, smaller or a sum stands in the extensions beside this file, and nowhere else.
/// `Hashable` is openCypher's *equivalence*, by which rows are grouped and made distinct: null is
/// null, NaN is NaN, and 1 is 1.0. Equality in a query knows a third answer: see ``isEqual(to:)``.
public enum Value: Sendable {
  /// Nothing, or not known.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A 64-bit integer.
  case integer(Int)
  /// A 64-bit floating-point number.
  case float(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case list([Value])
  /// Values by name.
  case map(ValueMap)
  /// A node of the graph.
  case node(NodeValue)
  /// A relationship of the graph.
  case relationship(RelationshipValue)
  /// Nodes joined by relationships.
  case path(PathValue)
  /// A day.
  case date(Day)
  /// A time of day without a zone.
  case localTime(ClockTime)
  /// A time of day with an offset.
  indirect case time(ZonedTime)
  /// A day and time without a zone.
  indirect case localDateTime(LocalDateTime)
  /// A day and time in a zone.
  indirect case dateTime(ZonedDateTime)
  /// A length of time in months, days and seconds.
  indirect case duration(CalendarDuration)
}

/// A node with what is known of it.
public final class NodeValue: Sendable {
  /// The node's number, unique among the nodes of a graph.
  public let id: Int
  /// Its labels, in the graph's order.
  public let labels: [String]
  /// Its properties.
  public let properties: ValueMap

  /// A node of these parts.
  public init(id: Int, labels: [String], properties: ValueMap) {
    self.id = id
    self.labels = labels
    self.properties = properties
  }
}

/// A relationship with what is known of it.
public final class RelationshipValue: Sendable {
  /// The relationship's number, unique among the relationships of a graph.
  public let id: Int
  /// Its type.
  public let type: String
  /// The number of the node it leaves.
  public let start: Int
  /// The number of the node it reaches.
  public let end: Int
  /// Its properties.
  public let properties: ValueMap

  /// A relationship of these parts.
  public init(id: Int, type: String, start: Int, end: Int, properties: ValueMap) {
    self.id = id
    self.type = type
    self.start = start
    self.end = end
    self.properties = properties
  }
}

/// A walk through the graph: one node more than relationships.
public final class PathValue: Sendable {
  /// The nodes in order.
  public let nodes: [NodeValue]
  /// The relationships in order; each joins its neighbours in either direction.
  public let relationships: [RelationshipValue]

  /// A path of these parts.
  public init(nodes: [NodeValue], relationships: [RelationshipValue]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// Values by name, in the order in which they were put in.
public struct ValueMap: Sendable {
  /// The names and values in order; no name stands twice.
  public private(set) var entries: [(key: String, value: Value)] = []

  /// A map without entries.
  public init() {}

  /// A map of these entries; of two with one name the later stays.
  public init(_ entries: [(key: String, value: Value)]) {
    for entry in entries { self[entry.key] = entry.value }
  }

  /// The value of a name; nil when the map has none. Setting nil removes the name.
  public subscript(key: String) -> Value? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// The names in order.
  public var keys: [String] { entries.map(\.key) }
}

extension Value {
  /// Whether this is null.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// How the value's type is called in messages.
  var typeName: String {
    switch self {
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
    case .date: "a date"
    case .localTime: "a local time"
    case .time: "a time"
    case .localDateTime: "a local date-time"
    case .dateTime: "a date-time"
    case .duration: "a duration"
    }
  }
}
