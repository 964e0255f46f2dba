public import Ontology

extension Graph {
  /// How finely actors are told apart.
  public enum Level: String, CaseIterable, Codable, Hashable, Sendable {
    /// States and organisations: `PRK`.
    case country
    /// Their organs and parts of society: `PRK/GOV`.
    case sector
    /// Every actor: `PRK/GOV/kim-jong-un`.
    case actor

    private static let generic: Set = ["IGO", "NGO"]

    /// The key under which an actor is drawn at this level.
    ///
    /// Words that no dictionary knows stay, and so do bodies without a code of their own
    /// (`IGO/opec`, `NGO/…`), which have nothing above them.
    public func key(of actor: ActorKey) -> ActorKey {
      if actor.isUnknown || Self.generic.contains(actor.code) { return actor }
      return switch self {
      case .actor: actor
      case .country: ActorKey(code: actor.code)
      case .sector: ActorKey(code: actor.code, sectors: Array(actor.sectors.prefix(1)))
      }
    }
  }
}

extension ActorKey {
  /// Whether the key stands for words that no dictionary knows: `?/pihak ketiga`.
  public var isUnknown: Bool { rawValue.hasPrefix("?/") }
}
