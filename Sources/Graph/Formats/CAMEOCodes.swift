import Ontology

/// The CAMEO code under which an event is written where a layout knows no PLOVER types.
struct CAMEOCodes: Sendable {
  private let ontology: Ontology
  private let byMode: [EventType: [String: String]]

  /// The shortest code of each type and mode, the smallest where several are as short.
  init(_ ontology: Ontology) {
    self.ontology = ontology
    var byMode: [EventType: [String: String]] = [:]
    for (code, facts) in ontology.cameo where code.utf8.count > 2 {
      guard let type = facts.type else { continue }
      let mode = facts.mode ?? ""
      let known = byMode[type]?[mode]
      if known.map({ ($0.utf8.count, $0) > (code.utf8.count, code) }) ?? true {
        byMode[type, default: [:]][mode] = code
      }
    }
    self.byMode = byMode
  }

  /// The event's own code when it stands for the event's type, else that of its type and mode.
  func code(of event: Graph.Event) -> String {
    if let own = event.cameo, ontology.cameo[own]?.type == event.type { return own }
    let codes = byMode[event.type, default: [:]]
    let ofMode = event.type == event.act ? event.modes.lazy.compactMap { codes[$0] }.first : nil
    return ofMode ?? codes[""] ?? codes.values.min() ?? "010"
  }

  /// What is known of a code.
  func facts(_ code: String) -> Ontology.CAMEOFacts? { ontology.cameo[code] }
}
