public import DataFiles

/// The words everybody shares: event types, modes, contexts, sectors, CAMEO codes, states, and the
/// verbs by which relations are read.
///
/// In: the tables of `Data/ontology/`. Out: look-ups; no logic beyond them. Read ``EventType``,
/// ``ActorKey`` and ``Report`` next.
public struct Ontology: Sendable {
  /// A row of `types.tsv`.
  struct TypeFacts: Sendable {
    let quadClass: QuadClass
    let score: Double
  }

  /// What is known of a CAMEO code.
  public struct CAMEOFacts: Sendable, Hashable {
    /// The Goldstein score, from −10 to +10.
    public let goldsteinScore: Double
    /// The PLOVER type; nil for statements, which are no PLOVER event.
    public let type: EventType?
    /// The PLOVER mode, when the code is that specific.
    public let mode: String?
    /// The PLOVER context that the code implies.
    public let context: String?
    /// The code's meaning in English.
    public let label: String
  }

  /// A state, a region or a code of the same rank.
  public struct Country: Sendable, Hashable {
    /// ISO 3166-1 alpha-3, or a user code.
    public let code: String
    /// ISO 3166-1 alpha-2, empty where there is none.
    public let alpha2: String
    /// The short name of the English press.
    public let english: String
    /// The short name of the Indonesian press.
    public let indonesian: String
    /// The region under which it is drawn.
    public let region: String
    /// The code in CAMEO's own country list, empty where there is none.
    public let cameo: String
    /// The Correlates of War number, empty where there is none.
    public let cow: String
  }

  let types: [EventType: TypeFacts]
  let modeScores: [EventType: [String: Double]]
  let relations: [RelationKey: RelationVerb]
  let prefixes: [Status: RelationPrefix]
  /// The modes of each type, in the table's order.
  public let modes: [EventType: [String]]
  /// The contexts, in the manual's order, with their Indonesian names.
  public let contexts: [String]
  /// The PLOVER sectors and what they stand for.
  public let sectors: [String: String]
  /// CAMEO codes with scores and mapping.
  public let cameo: [String: CAMEOFacts]
  /// States and user codes by code.
  public let countries: [String: Country]

  /// Reads the tables and checks that every code in them is known.
  public init(_ data: DataDirectory) throws(DataError) {
    let tables = try OntologyTables(data)
    types = tables.types
    modes = tables.modes
    modeScores = tables.modeScores
    contexts = tables.contexts
    sectors = tables.sectors
    cameo = tables.cameo
    countries = tables.countries
    relations = tables.relations
    prefixes = tables.prefixes
  }

  /// The quad class of a type.
  public func quadClass(of type: EventType) -> QuadClass {
    types[type]?.quadClass ?? .verbalCooperation
  }

  /// The conflict–cooperation score of an event type.
  ///
  /// - Returns: a number from −10 (most conflictual) to +10; the type's own score when `mode` has
  ///   none.
  /// - Source: PLOVER manual, table "conflict–cooperation scores"; values in `types.tsv` and
  ///   `modes.tsv`.
  public func ploverScore(_ type: EventType, mode: String?) -> Double {
    mode.flatMap { modeScores[type]?[$0] } ?? types[type]?.score ?? 0
  }

  /// The event type that follows from an act and its status.
  ///
  /// A future or promised CONSULT, SUPPORT, COOPERATE or AID is AGREE.
  public func type(of act: EventType, status: Status) -> EventType {
    let intended = status == .planned || status == .promised
    return intended && [.consult, .support, .cooperate, .aid].contains(act) ? .agree : act
  }
}
