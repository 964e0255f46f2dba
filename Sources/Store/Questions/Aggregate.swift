public import Ontology

/// All events of a dyad with one act and one class of status, as one edge of the whole graph.
public struct AggregateEdge: Hashable, Sendable {
  /// The actor's number.
  public let actor: Int
  /// The recipient's number.
  public let recipient: Int
  /// What is done; nil for imported codes that stand for no PLOVER type.
  public let act: EventType?
  /// How sure it is that the act took place.
  public let statusClass: StatusClass
  /// How many events there are. A reciprocal event counts for both directions.
  public let events: Int
  /// Their mean score, from −10 to +10.
  public let meanScore: Double
}

extension EventStore {
  /// Streams the whole graph as edges with `minEvents` events or more, by actor and recipient.
  ///
  /// It is answered by the kept sums, in time proportional to the dyads, not to the events.
  ///
  /// - Parameter each: takes an edge; false ends the reading.
  /// - Returns: the number of edges that were read.
  /// - Throws: ``StoreError``, or what `each` throws.
  @discardableResult
  public func aggregate(
    minEvents: Int = 1, limits: ReadLimits = .none, each: (AggregateEdge) throws -> Bool
  ) throws -> Int {
    try reading { connection in
      let select = SelectStatement(
        minEvents > 1 ? Self.totals : Self.months, minEvents > 1 ? [.integer(minEvents)] : [])
      return try StatementRun(select, limits: limits).rows(on: connection.handle) { row in
        try each(
          AggregateEdge(
            actor: row.integer(0), recipient: row.integer(1),
            act: EventType(number: row.integer(2)),
            statusClass: StatusClass.allCases[min(4, max(0, row.integer(3)))],
            events: row.integer(4),
            meanScore: Double(row.integer(5)) / 10 / Double(max(1, row.integer(4)))))
      }
    }
  }

  private static let totals = """
    SELECT actor, recipient, act, statusClass, events, score FROM dyadTotal WHERE events >= ?
    """

  private static let months = """
    SELECT actor, recipient, act, statusClass, sum(events), sum(score) FROM dyadMonth
    GROUP BY actor, recipient, act, statusClass
    """
}
