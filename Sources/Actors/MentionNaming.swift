import DataFiles
import Language
import Ontology

/// Gives a composite its key, sectors, name and reason.
struct MentionNaming: Sendable {
  let dictionary: ActorDictionary
  private let labels: String
  private let sectorLabels: [String: String]

  init(_ dictionary: ActorDictionary, data: DataDirectory, labels: String) throws(DataError) {
    self.dictionary = dictionary
    self.labels = labels
    let table = try data.table(
      "ontology/sectors.tsv", columns: ["sector", "label_en", "label_id", "source"])
    let column = labels == "id" ? 2 : 1
    sectorLabels = Dictionary(
      table.rows.map { ($0[0], $0[column]) }, uniquingKeysWith: { first, _ in first })
  }

  /// The mention of a composite; nil when it names nobody, like a lone *pihak*.
  func mention(
    of composite: Composite, in sentence: Sentence, phrases: NounPhrase, on day: Day?
  ) -> ActorMention? {
    let words = composite.sharedWords ?? composite.words
    let head = phrases.head(of: words) ?? composite.words.lowerBound
    var mention = ActorMention(
      words: words, head: head, kind: .unknown, key: nil, sectors: [],
      name: sentence.text(of: words), reason: "")
    if let reference = composite.reference {
      mention.kind = .reference
      mention.sectors = composite.roles.isEmpty ? [] : sectors(ofRoles: composite)
      mention.reason = "points elsewhere: \(reference.rawValue)"
      return mention
    }
    if !composite.persons.isEmpty {
      name(&mention, composite, personOn: day)
    } else if let owner = composite.owner {
      name(&mention, composite, owner, in: sentence, on: day)
    } else {
      guard nameRole(&mention, composite) else { return nil }
      if let unknown = composite.nameWords {
        mention.slug = Slug.of(sentence.text(of: unknown), dictionary.folding)
        mention.name = sentence.text(of: unknown)
      }
    }
    return mention
  }

  // MARK: Persons

  private func name(_ mention: inout ActorMention, _ composite: Composite, personOn day: Day?) {
    let named = composite.owner.flatMap { self.code(of: $0) }
    var people = composite.persons.map { dictionary.persons[Int($0)] }
    let fitting = people.filter { $0.code == named }
    if !fitting.isEmpty { people = fitting }
    let person = chosen(among: people, on: day)
    var standing = Standing(of: person, on: day)
    if composite.isFormer { standing.retire() }
    mention.kind = .name
    mention.key = ActorKey(
      code: person.code, sectors: Array(standing.sectors.prefix(1)), slug: person.slug)
    mention.sectors = standing.sectors
    mention.name = person.name
    mention.reason = standing.reason
  }

  /// Of several bearers of a name the one in office, else the one whose role came last.
  private func chosen(among people: [Person], on day: Day?) -> Person {
    func weight(_ person: Person) -> Day {
      if let day, person.roles.contains(where: { $0.days.contains(day) }) {
        return RoleDays.farFuture
      }
      return person.roles.last?.days.upperBound ?? RoleDays.farPast
    }
    return people.max { weight($0) < weight($1) } ?? people[0]
  }

  // MARK: Roles and names of states

  private func name(
    _ mention: inout ActorMention, _ composite: Composite, _ owner: Composite.Owner,
    in sentence: Sentence, on day: Day?
  ) {
    guard let code = self.code(of: owner) else { return }
    if case .state(let number) = owner {
      let state = dictionary.states[number]
      mention.alternatives = dictionary.sharedNames[state.language + " " + state.name] ?? []
    }
    let own = sectors(of: owner)
    let role = sectors(ofRoles: composite)
    mention.sectors = composite.isFormer ? ["ELI"] : merged(own, role, composite)
    mention.kind = kind(of: composite, owner)
    let reason = composite.roles.map { dictionary.roles[$0].phrase }.joined(separator: ", ")
    mention.reason = reason.isEmpty ? "name of \(code)" : "\(reason) of \(code)"
    if let unknown = composite.nameWords, !composite.roles.isEmpty {
      let slug = Slug.of(sentence.text(of: unknown), dictionary.folding)
      mention.key = ActorKey(code: code, sectors: Array(mention.sectors.prefix(1)), slug: slug)
      mention.name = sentence.text(of: unknown)
      return
    }
    if nameHolder(&mention, composite, code, on: day) { return }
    if case .organization(let number) = owner, !composite.isFormer {
      let key = dictionary.organizations[number].key
      mention.key =
        key.rawValue == code && role.first != nil && !mention.sectors.isEmpty
        ? ActorKey(code: code, sectors: Array(mention.sectors.prefix(1))) : key
      mention.name = dictionary.displayName(of: key.rawValue, language: labels) ?? mention.name
      return
    }
    mention.key = ActorKey(code: code, sectors: Array(mention.sectors.prefix(1)))
    mention.name = label(code, mention.sectors.first)
  }

  /// "Presiden Rusia" is its holder on the day, when exactly one is known.
  private func nameHolder(
    _ mention: inout ActorMention, _ composite: Composite, _ code: String, on day: Day?
  ) -> Bool {
    guard !composite.isFormer, composite.roles.count == 1, let role = composite.roles.first,
      composite.sharedWords == nil, mention.words.count <= 6, !dictionary.roles[role].office.isEmpty
    else { return false }
    let office = dictionary.roles[role].office
    guard let number = dictionary.holder(of: office, code: code, on: day) else { return false }
    let person = dictionary.persons[Int(number)]
    mention.key = ActorKey(
      code: person.code, sectors: Array(mention.sectors.prefix(1)), slug: person.slug)
    mention.name = person.name
    mention.reason = "\(office) on the day"
    return true
  }

  private func kind(of composite: Composite, _ owner: Composite.Owner) -> ActorMention.Kind {
    if let role = composite.roles.last.map({ dictionary.roles[$0].kind }) {
      return role == .group || role == .thing ? .adjective : .role
    }
    switch owner {
    case .state(let number):
      switch dictionary.states[number].kind {
      case .name, .official, .abbrev: return .name
      case .capital, .metonym: return .metonym
      case .adjective, .demonym: return .adjective
      case .place: return .place
      }
    case .place: return .place
    case .organization, .code: return .name
    }
  }

  private func merged(_ own: [String], _ role: [String], _ composite: Composite) -> [String] {
    guard case .organization(let number)? = composite.owner else {
      return composite.roles.isEmpty ? own : role
    }
    // An organ keeps its sector; the staff of an organisation without one has its own.
    let isIGO = dictionary.organizations[number].kind == "igo"
    if !own.isEmpty { return own }
    return isIGO && (role == ["GOV"] || role == ["UNK"]) ? [] : role
  }

  private func sectors(of owner: Composite.Owner) -> [String] {
    switch owner {
    case .state(let number):
      let kind = dictionary.states[number].kind
      return kind == .capital || kind == .metonym ? ["GOV"] : []
    case .organization(let number): return dictionary.organizations[number].key.sectors
    case .place, .code: return []
    }
  }

  func code(of owner: Composite.Owner) -> String? {
    switch owner {
    case .state(let number): dictionary.states[number].code
    case .organization(let number): dictionary.organizations[number].key.code
    case .place(let number): dictionary.places[number].code
    case .code(let code): code
    }
  }

  private static let strong: Set<String> = ["REB", "SEP", "OPP", "CRM", "UAF"]

  /// The sectors of nested roles: rebels and opposition before all, weak words last.
  func sectors(ofRoles composite: Composite) -> [String] {
    if composite.isFormer { return ["ELI"] }
    let roles = composite.roles.map { dictionary.roles[$0] }
    if let strong = roles.first(where: { !Self.strong.isDisjoint(with: $0.sectors) }) {
      return strong.sectors
    }
    let firm = roles.filter { $0.kind != .weak && $0.sectors != ["UNK"] }
    if let military = firm.first(where: { $0.sectors != ["GOV"] }), firm.count > 1 {
      return military.sectors
    }
    return firm.first?.sectors ?? roles.first { $0.sectors != ["UNK"] }?.sectors
      ?? roles.first?.sectors ?? []
  }

  /// A role of nobody: "pemerintah"; the article says whose.
  private func nameRole(_ mention: inout ActorMention, _ composite: Composite) -> Bool {
    let sectors = sectors(ofRoles: composite)
    guard !sectors.isEmpty else { return false }
    mention.kind = .role
    mention.sectors = sectors
    mention.reason =
      "\(composite.roles.map { dictionary.roles[$0].phrase }.joined(separator: ", ")): whose is open"
    return true
  }

  /// The display name of a state with a sector: "Russia (military)".
  func label(_ code: String, _ sector: String?) -> String {
    let name = dictionary.displayName(of: code, language: labels) ?? code
    guard let sector else { return name }
    return "\(name) (\(sectorLabels[sector] ?? sector))"
  }
}
