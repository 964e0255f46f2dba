/// What a relation's verb is looked up by: the act, and its mode or nothing.
struct RelationKey: Hashable, Sendable {
  let act: EventType
  let mode: String
}

/// What a status puts before a relation's verb: "plans to", followed by which form of it.
struct RelationPrefix: Sendable {
  /// The forms of the English verb that a prefix can ask for.
  enum Form: String { case finite, base, gerund }

  /// English, "plans to".
  let english: String
  /// The form of the English verb that follows.
  let form: Form
  /// Indonesian, "berencana".
  let indonesian: String
}

/// The forms of a verb from which relations are read.
struct RelationVerb: Sendable {
  /// English third person, "supports".
  let finite: String
  /// English infinitive, "support".
  let base: String
  /// English gerund, "supporting".
  let gerund: String
  /// Indonesian, "mendukung".
  let indonesian: String
}

extension Ontology {
  /// The verb by which people read a triple: "supports", "plans to visit", "denies attacking".
  ///
  /// - Parameters:
  ///   - modes: the first one that has a verb of its own decides.
  ///   - language: `en` or `id`.
  /// - Source: `relations.tsv`, `relation-prefixes.tsv`.
  public func relation(
    _ act: EventType, modes: [String], status: Status, in language: String
  ) -> String {
    let ofMode = modes.lazy.compactMap { self.relations[RelationKey(act: act, mode: $0)] }.first
    guard let verb = ofMode ?? relations[RelationKey(act: act, mode: "")] else {
      return act.rawValue.lowercased()
    }
    guard let prefix = prefixes[status] else {
      return language == "id" ? verb.indonesian : verb.finite
    }
    if language == "id" { return "\(prefix.indonesian) \(verb.indonesian)" }
    switch prefix.form {
    case .finite: return "\(prefix.english) \(verb.finite)"
    case .base: return "\(prefix.english) \(verb.base)"
    case .gerund: return "\(prefix.english) \(verb.gerund)"
    }
  }

  /// The act and mode that a relation's verb stands for, in either language and any form.
  ///
  /// - Parameter text: "supports", "support", "mendukung", or a type's name in any case.
  public func act(forRelation text: String) -> (act: EventType, mode: String?)? {
    let wanted = text.lowercased()
    if let type = EventType(rawValue: wanted.uppercased()) { return (type, nil) }
    let matches = relations.filter { _, verb in
      [verb.finite, verb.base, verb.gerund, verb.indonesian].contains(wanted)
    }
    let best = matches.keys.min { ($0.mode, $0.act.rawValue) < ($1.mode, $1.act.rawValue) }
    return best.map { ($0.act, $0.mode.isEmpty ? nil : $0.mode) }
  }
}
