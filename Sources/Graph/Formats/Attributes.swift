import Ontology

/// A value of an actor or a relation, as formats with typed attributes write it.
enum AttributeValue {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case day(Day?)

  /// The value without quotes or escapes; numbers with a decimal point, flags as `true` or `false`.
  var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? "\(number)" : "0.0"
    case .flag(let flag): flag ? "true" : "false"
    case .day(let day): day?.description ?? ""
    }
  }

  /// Writes the value as JSON.
  func write(to json: inout JSONText) {
    switch self {
    case .text(let text): json.value(text)
    case .integer(let number): json.value(number)
    case .number(let number): json.value(number)
    case .flag(let flag): json.value(flag)
    case .day(let day): day.map { json.value($0.description) } ?? json.null()
    }
  }
}

/// What is told of an actor, in the order in which it is written.
enum NodeAttribute: String, CaseIterable {
  case name, key, code, sector, kind, region

  /// The value for `node`.
  func value(of node: Graph.Node) -> AttributeValue {
    switch self {
    case .name: .text(node.name)
    case .key: .text(node.key.rawValue)
    case .code: .text(node.code)
    case .sector: .text(node.sector)
    case .kind: .text(node.kind.rawValue)
    case .region: .text(node.region)
    }
  }
}

/// What is told of a relation, in the order in which it is written.
enum EdgeAttribute: String, CaseIterable {
  case act, mode, quad, status, events, reports, reciprocal, score, first, last, evidence, url

  /// The attribute's type in GraphML and GEXF.
  var type: String {
    switch self {
    case .quad, .events, .reports: "int"
    case .reciprocal: "boolean"
    case .score: "double"
    case .act, .mode, .status, .first, .last, .evidence, .url: "string"
    }
  }

  /// The value for `edge`; empty text where it has none.
  func value(of edge: Graph.Edge, _ labels: RelationLabels) -> AttributeValue {
    switch self {
    case .act: .text(edge.act.rawValue)
    case .mode: .text(edge.mode)
    case .quad: .integer(labels.quadClass(edge).rawValue)
    case .status: .text(edge.status.rawValue)
    case .events: .integer(edge.events)
    case .reports: .integer(edge.reports)
    case .reciprocal: .flag(edge.isReciprocal)
    case .score: .number(edge.score)
    case .first: .day(edge.first)
    case .last: .day(edge.last)
    case .evidence: .text(edge.evidence)
    case .url: .text(edge.url)
    }
  }
}
