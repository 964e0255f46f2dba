import Ontology

/// One fact of the dictionary about an actor.
package struct ActorFact: Sendable, Hashable {
  /// The actor's key.
  package let key: String
  /// What kind of fact: `name`, `alias`, `capital`, `role` …
  package let fact: String
  /// The name or the role.
  package let value: String
  /// The sectors that a role brings.
  package let sectors: [String]
  /// The first day of a role, as the table has it.
  package let start: String
  /// The last day of a role, as the table has it; empty while it is held.
  package let end: String
  /// Where it comes from.
  package let source: String
}

extension ActorDictionary {
  /// What is known of an actor: the names, and roles by first day; empty for an unknown key.
  package func facts(of key: String) -> [ActorFact] {
    let wanted = ActorKey(rawValue: key)
    let people = persons.filter { $0.code == wanted.code && $0.slug == wanted.slug }
    if !people.isEmpty { return people.flatMap { facts(of: $0) } }
    var found: [ActorFact] = []
    for state in states where state.code == key {
      found.append(fact(key, "\(state.kind.rawValue) (\(state.language))", state.name, ""))
    }
    for organization in organizations where organization.key.rawValue == key {
      found += organization.english.map { fact(key, "name (en)", $0, organization.source) }
      found += organization.indonesian.map { fact(key, "name (id)", $0, organization.source) }
    }
    guard !found.isEmpty, wanted.sectors.isEmpty, wanted.slug == nil else { return found }
    return found + holders(in: key)
  }

  private func facts(of person: Person) -> [ActorFact] {
    let key = self.key(of: person)
    var aliases: [String] = []
    for alias in person.aliases where !aliases.contains(alias) { aliases.append(alias) }
    return [fact(key, "name", person.name, person.roles.first?.source ?? "")]
      + aliases.map { fact(key, "alias", $0, person.roles.first?.source ?? "") }
      + person.roles.map { role(key, $0.role, $0) }
  }

  /// The heads of a state or an organisation, by first day.
  private func holders(in code: String) -> [ActorFact] {
    let chief = ["head_of_state", "head_of_government", "minister.foreign", "secretary_general"]
    let held = persons.filter { $0.code == code }.flatMap { person in
      person.roles.filter { chief.contains($0.role) }.map { (person, $0) }
    }
    return held.sorted { ($0.1.role, $0.1.days.lowerBound) < ($1.1.role, $1.1.days.lowerBound) }
      .map { person, held in role(key(of: person), "\(held.role): \(person.name)", held) }
  }

  private func fact(_ key: String, _ fact: String, _ value: String, _ source: String) -> ActorFact {
    ActorFact(
      key: key, fact: fact, value: value, sectors: [], start: "", end: "", source: source)
  }

  private func role(_ key: String, _ value: String, _ role: HeldRole) -> ActorFact {
    ActorFact(
      key: key, fact: "role", value: value, sectors: role.sectors, start: role.start,
      end: role.end, source: role.source)
  }
}
