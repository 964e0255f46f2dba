import Ontology

extension EventStore {
  /// Streams the events that match a filter, newest first, those without a day last.
  ///
  /// - Parameter each: takes an event; false ends the reading.
  /// - Returns: the number of events that were read.
  /// - Throws: ``StoreError``, or what `each` throws.
  @discardableResult
  public func relations(
    _ filter: RelationFilter, limits: ReadLimits = .none, each: (Relation) throws -> Bool
  ) throws -> Int {
    try reading { connection in
      let sql = try RelationSQL(filter, on: connection)
      guard !sql.isEmpty else { return 0 }
      let reader = try RelationReader(connection)
      var select = sql.select(RelationReader.columns)
      select.sql += " ORDER BY 2 DESC, 1 DESC"
      if let limit = filter.limit {
        select.sql += " LIMIT ?"
        select.arguments.append(.integer(limit))
      }
      return try StatementRun(select, limits: limits).rows(on: connection.handle) { row in
        guard let relation = try reader.relation(row.statement) else { return true }
        return try each(relation)
      }
    }
  }

  /// The events that match a filter, newest first, those without a day last.
  public func relations(_ filter: RelationFilter) throws(StoreError) -> [Relation] {
    try Self.attempt(path) {
      var found: [Relation] = []
      try relations(filter) { relation in
        found.append(relation)
        return true
      }
      return found
    }
  }

  /// The event with this number.
  public func relation(_ event: Int) throws(StoreError) -> Relation? {
    try read { connection in
      let statement = try connection.cached(
        "SELECT \(RelationReader.columns) FROM event AS e WHERE e.id = ?")
      statement.bind(event, at: 1)
      return try statement.step() ? try RelationReader(connection).relation(statement) : nil
    }
  }
}
