public import Ontology

/// A graph of actors and relations, as a value: what queries return and what exports write.
public struct Graph: Hashable, Sendable {
  /// An actor.
  public struct Node: Hashable, Sendable {
    /// The actor's key; unique in the graph.
    public var key: ActorKey
    /// The label that people read.
    public var name: String

    /// A node of these parts.
    public init(key: ActorKey, name: String) {
      self.key = key
      self.name = name
    }
  }

  /// The actors.
  public var nodes: [Node]

  /// A graph of these parts.
  public init(nodes: [Node]) {
    self.nodes = nodes
  }
}
