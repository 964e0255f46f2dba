public import Ontology

/// A graph of actors and relations, as a value: what queries return and what exports write.
///
/// In: nodes and edges, put together by a ``GraphBuilder`` or read from a store through a
/// ``GraphSource``. Out: itself, or bytes in one of the ``GraphFormat``s. Read ``GraphSource`` next,
/// then `Formats/GraphFormat.swift`.
public struct Graph: Hashable, Sendable {
  /// The actors, in the order of their keys; edges and events point into this list.
  public var nodes: [Node]
  /// The relations: one edge for each actor, recipient, act, mode and status class.
  public var edges: [Edge]
  /// The single events behind the edges; empty when only the relations were asked for.
  public var events: [Event]
  /// The coded sentences behind the events; empty when only the relations were asked for.
  public var reports: [Report]

  /// A graph of these parts.
  public init(
    nodes: [Node] = [], edges: [Edge] = [], events: [Event] = [], reports: [Report] = []
  ) {
    self.nodes = nodes
    self.edges = edges
    self.events = events
    self.reports = reports
  }
}
