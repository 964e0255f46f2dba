package import Ontology

/// How a name stands for a state: the kinds of `states.tsv`.
package enum StateNameKind: String, Sendable {
  /// Names: short, full, and of the press.
  case name, official, abbrev
  /// Words for what belongs to the state, and for its people.
  case adjective, demonym
  /// The capital; other seats and bynames that stand for the government.
  case capital, metonym
  /// A part of the state.
  case place
}

/// A name of a state.
package struct StateName: Sendable {
  /// The state's code.
  package let code: String
  /// `id` or `en`.
  package let language: String
  /// The name.
  package let name: String
  /// How it stands for the state.
  package let kind: StateNameKind
}

/// An organisation, an organ of a state with a name of its own, a party, an armed group, a company.
package struct Organization: Sendable {
  /// Its key: code, sectors and slug.
  package let key: ActorKey
  /// `igo`, `ngo`, `organ`, `party`, `armed`, `company`, `media` …
  package let kind: String
  /// English names, the display name first.
  package let english: [String]
  /// Indonesian names, the display name first.
  package let indonesian: [String]
  /// Where the row comes from.
  package let source: String
}

/// A role somebody held, with its days.
package struct HeldRole: Sendable {
  /// `head_of_state`, `minister.foreign` …
  package let role: String
  /// The PLOVER sectors it brings, the main one first.
  package let sectors: [String]
  /// The first day, as the table has it; `~` marks an inferred one, empty is unknown.
  package let start: String
  /// The last day, as the table has it; empty while the role is held.
  package let end: String
  /// The days on which the role was held, open ends as the farthest days.
  package let days: ClosedRange<Day>
  /// Where the row comes from.
  package let source: String
}

/// A person with the roles held over time.
package struct Person: Sendable {
  /// The state or organisation that the person acts for.
  package let code: String
  /// The last step of the key.
  package let slug: String
  /// The name of the press.
  package let name: String
  /// Further names and spellings.
  package var aliases: [String]
  /// The roles, by first day.
  package var roles: [HeldRole]
}

/// What a phrase of `roles.tsv` is.
package enum RoleKind: String, Sendable {
  /// An office that may stand before a name: *presiden*, *foreign minister*.
  case title
  /// An organ: *kementerian luar negeri*, *parliament*.
  case organ
  /// People: *warga*, *protesters*.
  case group
  /// A thing that acts for its owner: *kapal perang*, *warships*.
  case thing
  /// A word that takes its sector from its company: *juru bicara*, *officials*.
  case weak
  /// A word that puts a role into the past: *mantan*, *former*.
  case former
  /// A word that may stand between: *para*, *deputy*.
  case modifier
}

/// A role phrase of a language.
package struct RolePhrase: Sendable {
  /// The phrase.
  package let phrase: String
  /// The PLOVER sectors it brings, the main one first.
  package let sectors: [String]
  /// What the phrase is.
  package let kind: RoleKind
  /// The office of `persons.tsv` that it names, or empty.
  package let office: String
}

/// What a word of `phrase-words.tsv` does in or between phrases.
enum PhraseWord: String, Sendable {
  case headFirst = "order.head-first"
  case headLast = "order.head-last"
  case home
  case conjunction, of, `in`, article, separator, blocker
  case givenName = "given-name"
  case namePart = "name-part"
  case honorific
  case he, they, we, i, it, possessive
  case thatState = "that-state"
  case thatGroup = "that-group"
  case thatPlace = "that-place"
  case twoStates = "two-states"
  case twoSides = "two-sides"
  case twoLeaders = "two-leaders"

  /// Whether it may stand before a role as its owner: "its defence minister".
  var ownsBefore: Bool { [.he, .they, .it, .we, .i].contains(self) }

  /// Whether it may stand behind a role as its owner: "pemerintah negara itu", "parlemennya".
  var ownsBehind: Bool {
    [.possessive, .thatState, .twoStates, .they, .thatGroup, .we].contains(self)
  }

  /// Whether the word points to somebody named elsewhere.
  var isReference: Bool {
    switch self {
    case .he, .they, .we, .i, .it, .possessive, .thatState, .thatGroup, .thatPlace, .twoStates,
      .twoSides, .twoLeaders:
      true
    default: false
    }
  }
}
