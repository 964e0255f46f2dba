public import Ontology

extension Graph {
  /// An actor.
  public struct Node: Hashable, Sendable {
    /// What an actor is.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
      /// A state or a territory with a code of its own.
      case state
      /// An organisation of states, or another body with a code of its own.
      case organization
      /// An organ or a part of society of a state: `USA/GOV`, `IDN/MIL`.
      case sector
      /// A person, a group, a party or another body with a name of its own.
      case named
      /// Words that no dictionary knows.
      case unknown
    }

    /// The actor's key; unique in the graph.
    public var key: ActorKey
    /// The label that people read.
    public var name: String
    /// What the actor is.
    public var kind: Kind
    /// The region of the world, empty where it has none: `Eastern Asia`.
    public var region: String

    /// A node of these parts.
    public init(key: ActorKey, name: String, kind: Kind = .unknown, region: String = "") {
      self.key = key
      self.name = name
      self.kind = kind
      self.region = region
    }

    /// The code of the state or organisation: the key's first step.
    public var code: String { key.code }

    /// The narrowest PLOVER sector of the key, empty where it has none.
    public var sector: String { key.sectors.last ?? "" }
  }
}
