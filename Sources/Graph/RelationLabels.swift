public import Ontology

/// The verbs by which edges and events are read, looked up once for a whole export.
public struct RelationLabels: Sendable {
  private struct Key: Hashable, Sendable {
    let act: EventType
    let mode: String
    let status: Status
  }

  /// The ontology that the labels come from.
  public let ontology: Ontology
  /// `en` or `id`.
  public let language: String
  private let verbs: [Key: String]

  /// The labels of `ontology` in `language`, `en` or `id`.
  public init(_ ontology: Ontology, language: String = "en") {
    self.ontology = ontology
    self.language = language
    var verbs: [Key: String] = [:]
    for act in EventType.allCases {
      for mode in [""] + ontology.modes[act, default: []] {
        for status in Status.allCases {
          verbs[Key(act: act, mode: mode, status: status)] = ontology.relation(
            act, modes: mode.isEmpty ? [] : [mode], status: status, in: language)
        }
      }
    }
    self.verbs = verbs
  }

  /// "supports", "plans to visit", "diduga menyerang".
  public func verb(_ act: EventType, mode: String, status: Status) -> String {
    verbs[Key(act: act, mode: mode, status: status)]
      ?? verbs[Key(act: act, mode: "", status: status)] ?? act.rawValue.lowercased()
  }

  /// The verb of an edge.
  public func verb(_ edge: Graph.Edge) -> String {
    verb(edge.act, mode: edge.mode, status: edge.status.representative)
  }

  /// The verb of an event: its first mode that has one decides.
  public func verb(_ event: Graph.Event) -> String {
    ontology.relation(event.act, modes: event.modes, status: event.status, in: language)
  }

  /// The quad class under which an edge is coloured: that of its act.
  public func quadClass(_ edge: Graph.Edge) -> QuadClass {
    ontology.quadClass(of: edge.act)
  }
}
