public import Ontology

/// Where a format takes a graph from, piece by piece: a value in memory or a store on disk.
///
/// All lists come in a fixed order, so that the bytes written from them are the same on every run.
public protocol GraphSource {
  /// The actors that the edges touch, in the order of their keys.
  var nodes: [Graph.Node] { get }

  /// Gives every relation to `body`, ordered by actor, recipient, act, mode and status.
  ///
  /// - Parameter spells: whether the edges must say when they held.
  func forEachEdge(spells: Bool, _ body: (Graph.Edge) throws -> Void) throws

  /// Gives every event to `body`, ordered by day and identifier.
  func forEachEvent(_ body: (Graph.Event) throws -> Void) throws

  /// Gives every coded sentence to `body`, ordered by identifier.
  func forEachReport(_ body: (Report) throws -> Void) throws
}

extension Graph: GraphSource {
  /// Gives every edge to `body`, in the order of the list.
  public func forEachEdge(spells: Bool, _ body: (Edge) throws -> Void) throws {
    for edge in edges { try body(edge) }
  }

  /// Gives every event to `body`, in the order of the list.
  public func forEachEvent(_ body: (Event) throws -> Void) throws {
    for event in events { try body(event) }
  }

  /// Gives every report to `body`, in the order of the list.
  public func forEachReport(_ body: (Report) throws -> Void) throws {
    for report in reports { try body(report) }
  }
}
