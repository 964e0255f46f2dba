import Ontology

/// Turns a ``RelationFilter`` into SQL: the one place that writes it.
struct RelationSQL {
  /// The actors of the filter, as numbers; nil when the filter names none.
  let actors: [Int]?
  /// Those on the other side.
  let partners: [Int]?
  let filter: RelationFilter
  /// Whether only events without a day are asked for.
  var isUndated = false

  init(_ filter: RelationFilter, on connection: Connection) throws {
    self.filter = filter
    let wide = filter.includesDescendants
    actors = try filter.actors.isEmpty ? nil : connection.ids(of: filter.actors, below: wide)
    partners = try filter.partners.isEmpty ? nil : connection.ids(of: filter.partners, below: wide)
  }

  /// Whether no event can match, because an actor does not occur in the graph.
  var isEmpty: Bool { actors?.isEmpty == true || partners?.isEmpty == true }

  /// Whether the statement has the same words for other actors, so that it is worth keeping.
  var isRepeatable: Bool { actors?.count ?? 1 == 1 && partners?.count ?? 1 == 1 }

  /// A condition with the values of its `?`.
  struct Condition {
    var sql = ""
    var arguments: [SQLValue] = []

    /// That `column` is one of these numbers; one alone is an argument, so that statements repeat.
    mutating func and(_ column: String, among ids: [Int]) {
      if ids.count == 1, let only = ids.first {
        and("\(column) = ?", .integer(only))
      } else {
        and("\(column) \(RelationSQL.among(ids))")
      }
    }

    mutating func and(_ condition: String, _ values: SQLValue...) {
      sql += sql.isEmpty ? condition : " AND " + condition
      arguments += values
    }
  }

  /// The events as one SELECT of `columns` (of the table alias `e`), not in any order.
  ///
  /// - Parameter window: days in place of the filter's own; events without a day are left out then.
  func select(_ columns: String, days window: ClosedRange<Int>? = nil) -> SelectStatement {
    let branches = sides.map { branch(columns, side: $0, days: window) }
    return SelectStatement(
      branches.map(\.sql).joined(separator: " UNION ALL "), branches.flatMap(\.arguments))
  }

  /// How the filter's actors and partners stand to an event: one branch of the SELECT each.
  private enum Side {
    /// The actors act (or nobody is named).
    case acting
    /// The actors receive, and do not act as well.
    case receiving
    /// A reciprocal event whose recipients are the actors.
    case answering
    /// A reciprocal event whose acting side receives.
    case answered
  }

  private var sides: [Side] {
    guard actors != nil || partners != nil else { return [.acting] }
    switch filter.direction {
    case .both: return [.acting, .receiving]
    case .outgoing: return [.acting, .answering]
    case .incoming: return [.receiving, .answered]
    }
  }

  private func branch(
    _ columns: String, side: Side, days window: ClosedRange<Int>?
  ) -> SelectStatement {
    var condition = Condition()
    let isSwapped = side == .receiving || side == .answering
    let own = isSwapped ? "recipient" : "actor"
    let other = isSwapped ? "actor" : "recipient"
    if let actors { condition.and("e.\(own)", among: actors) }
    if let partners { condition.and("e.\(other)", among: partners) }
    if side == .receiving && filter.direction == .both || side == .answering {
      // The other branch has these.
      var twice = Condition()
      if let actors { twice.and("e.actor", among: actors) }
      if let partners { twice.and("e.recipient", among: partners) }
      condition.and("(\(twice.sql)) IS NOT TRUE")
      condition.arguments += twice.arguments
    }
    if side == .answered {
      var twice = Condition()
      if let actors { twice.and("e.recipient", among: actors) }
      if let partners { twice.and("e.actor", among: partners) }
      condition.and("(\(twice.sql)) IS NOT TRUE")
      condition.arguments += twice.arguments
    }
    addRest(window, isReciprocal: side == .answering || side == .answered, to: &condition)
    let end = condition.sql.isEmpty ? "" : " WHERE \(condition.sql)"
    return SelectStatement("SELECT \(columns) FROM \(table(window))\(end)", condition.arguments)
  }

  /// The event table; where no actor leads to the events, only the blocks that a window touches.
  private func table(_ window: ClosedRange<Int>?) -> String {
    guard actors == nil, partners == nil, let window else { return "event AS e" }
    return "(SELECT id AS block FROM eventBlock WHERE maxDay >= \(window.lowerBound) "
      + "AND minDay <= \(window.upperBound)) AS b CROSS JOIN event AS e "
      + "ON e.id >= b.block * 4096 AND e.id < (b.block + 1) * 4096"
  }

  /// Every condition but those on actors and partners.
  func rest() -> Condition {
    var condition = Condition()
    addRest(nil, isReciprocal: false, to: &condition)
    return condition
  }

  private func addRest(
    _ window: ClosedRange<Int>?, isReciprocal: Bool, to condition: inout Condition
  ) {
    addDays(window, to: &condition)
    addKind(isReciprocal, to: &condition)
    addCounts(to: &condition)
    addOrigins(to: &condition)
  }

  /// `= 7` or `IN (7, 9)`; numbers, so nothing needs quoting.
  static func among(_ ids: [Int]) -> String {
    if ids.count == 1, let only = ids.first { return "= \(only)" }
    return "IN (\(ids.map(String.init).joined(separator: ",")))"
  }

  private func addDays(_ window: ClosedRange<Int>?, to condition: inout Condition) {
    if let window {
      condition.and(
        "e.day BETWEEN ? AND ?", .integer(window.lowerBound), .integer(window.upperBound))
      return
    }
    if let since = filter.since { condition.and("e.day >= ?", .integer(since.rawValue)) }
    if let until = filter.until { condition.and("e.day <= ?", .integer(until.rawValue)) }
  }

  /// Conditions on what the event is: a small table, read once.
  private func addKind(_ isReciprocal: Bool, to condition: inout Condition) {
    var kind = Condition()
    if isReciprocal { kind.and("reciprocal") }
    if !filter.acts.isEmpty { kind.and("act \(Self.among(filter.acts.map(\.number)))") }
    if !filter.types.isEmpty { kind.and("type \(Self.among(filter.types.map(\.number)))") }
    if !filter.statuses.isEmpty { kind.and("status \(Self.among(filter.statuses.map(\.number)))") }
    if !filter.modes.isEmpty { kind.and(Self.marks("mode IN", filter.modes.count)) }
    kind.arguments += filter.modes.map(SQLValue.text)
    if !filter.codes.isEmpty {
      kind.and("(" + filter.codes.map { _ in "code GLOB ?" }.joined(separator: " OR ") + ")")
      kind.arguments += filter.codes.map { .text($0 + "*") }
    }
    guard !kind.sql.isEmpty else { return }
    condition.and("e.kind IN (SELECT id FROM kind WHERE \(kind.sql))")
    condition.arguments += kind.arguments
  }

  private static func marks(_ start: String, _ count: Int) -> String {
    "\(start) (\(repeatElement("?", count: count).joined(separator: ",")))"
  }

  private func addCounts(to condition: inout Condition) {
    if filter.minReports > 1 { condition.and("e.reports >= ?", .integer(filter.minReports)) }
    if filter.minConfidence > 0 {
      condition.and("e.confidence >= ?", .integer(Int((filter.minConfidence * 1000).rounded())))
    }
    if filter.codedOnly {
      condition.and("(SELECT code FROM actor WHERE id = e.actor) IS NOT NULL")
      condition.and("(SELECT code FROM actor WHERE id = e.recipient) IS NOT NULL")
    }
  }

  /// Conditions on where the event was read.
  private func addOrigins(to condition: inout Condition) {
    var article = Condition()
    if let language = filter.language { article.and("c.language = ?", .text(language)) }
    if let publisher = filter.publisher { article.and("c.publisher = ?", .text(publisher)) }
    if !article.sql.isEmpty {
      condition.and(
        """
        EXISTS (SELECT 1 FROM eventReport AS x CROSS JOIN report AS p ON p.id = x.report \
        CROSS JOIN sentence AS n ON n.id = p.sentence CROSS JOIN article AS c ON c.id = n.article \
        WHERE x.event = e.id AND \(article.sql))
        """)
      condition.arguments += article.arguments
    }
    if let source = filter.source {
      condition.and(
        """
        (SELECT p.source FROM provenance AS p WHERE p.firstEvent = (SELECT max(firstEvent) FROM \
        provenance WHERE firstEvent <= e.id) AND e.id <= p.lastEvent) \
        IN (SELECT id FROM source WHERE name = ?)
        """, .text(source))
    }
  }
}

extension Connection {
  /// The numbers of the actors with these keys, with everything below them if so wished.
  func ids(of keys: [ActorKey], below: Bool) throws -> [Int] {
    var found: Set<Int> = []
    let exact = try cached("SELECT id FROM actor WHERE key = ?")
    for key in keys {
      exact.bind(key.rawValue, at: 1)
      if try exact.step() { found.insert(exact.int(0)) }
      exact.reset()
    }
    guard below else { return found.sorted() }
    let range = try cached("SELECT id FROM actor WHERE key >= ? AND key < ?")
    for key in keys {
      range.bind(key.descendants.lowerBound, at: 1)
      range.bind(key.descendants.upperBound, at: 2)
      while try range.step() { found.insert(range.int(0)) }
      range.reset()
    }
    return found.sorted()
  }
}

extension EventType {
  /// The type's number in the table `eventType`.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? -1) + 1 }

  /// The type with this number; nil for 0, which stands for no type.
  init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }
}

extension Status {
  /// The status's number in the table `status`.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The status with this number.
  init(number: Int) {
    self = Self.allCases.indices.contains(number) ? Self.allCases[number] : .happened
  }
}

extension StatusClass {
  /// The class's number in the tables `status`, `kind` and `dyadMonth`.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
