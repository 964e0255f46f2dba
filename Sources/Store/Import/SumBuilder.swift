import GRDBSQLite
import Ontology

/// Computes the sums anew from the events: a pass over the table, a sort in memory, and rows
/// written in their order.
///
/// An event is one 64-bit key (actor, recipient, act, class, month, score), so ten million take
/// 80 MB; more events than `capacity` are taken in several passes, by ranges of actors.
final class SumBuilder {
  private let connection: Connection
  private let capacity: Int
  private let kinds: KindFacts
  private var layout = KeyLayout(actors: 1, days: 0...0)
  private var days = DaySums(0...0)

  init(_ connection: Connection, capacity: Int = 12_000_000) throws {
    self.connection = connection
    self.capacity = capacity
    kinds = try KindFacts(connection)
  }

  /// Replaces all sums; call it in a transaction, while `dyadMonth` has no triggers.
  func rebuild() throws {
    for table in ["dyadMonth", "dyadTotal", "dayTotal"] {
      try connection.run("DELETE FROM \(table)")
    }
    let events = try connection.int("SELECT count(*) FROM event") ?? 0
    guard events > 0 else { return }
    layout = KeyLayout(
      actors: try connection.int("SELECT max(id) FROM actor") ?? 1, days: try span())
    guard layout.fits else { return try rebuildBySQL() }
    days = DaySums(layout.days)
    let writer = try SumWriter(connection, layout: layout)
    for (number, actors) in try ranges(events).enumerated() {
      var keys = try keys(of: actors, room: min(events, capacity), addsDays: number == 0)
      keys.sort()
      try writer.write(keys)
    }
    try days.write(to: connection)
  }

  /// The same for graphs with more actors than a key has room for: slower.
  private func rebuildBySQL() throws {
    let ways = [("e.actor", "e.recipient", "TRUE"), ("e.recipient", "e.actor", "k.reciprocal")]
    let both = ways.map { actor, recipient, condition in
      """
      SELECT \(actor) AS actor, \(recipient) AS recipient, k.act AS act, k.statusClass AS class, \
      ifnull(e.month, 0) AS month, k.score AS score FROM event AS e \
      CROSS JOIN kind AS k ON k.id = e.kind WHERE \(recipient) IS NOT NULL AND \(condition)
      """
    }
    try connection.run(
      "INSERT INTO dyadMonth SELECT actor, recipient, act, class, month, count(*), sum(score) "
        + "FROM (\(both[0]) UNION ALL \(both[1]) AND e.actor <> e.recipient) "
        + "GROUP BY 1, 2, 3, 4, 5")
    try connection.run(
      "INSERT INTO dyadTotal SELECT actor, recipient, act, statusClass, sum(events), sum(score) "
        + "FROM dyadMonth GROUP BY 1, 2, 3, 4 HAVING sum(events) > 1")
    try connection.run(
      "INSERT INTO dayTotal SELECT e.day, count(*), sum(k.score) FROM event AS e "
        + "CROSS JOIN kind AS k ON k.id = e.kind WHERE e.day IS NOT NULL GROUP BY e.day")
  }

  private func span() throws -> ClosedRange<Int> {
    let statement = try connection.statement("SELECT min(minDay), max(maxDay) FROM eventBlock")
    guard try statement.step(), !statement.isNull(0) else { return 0...0 }
    return statement.int(0)...statement.int(1)
  }

  /// Ranges of actors that act in no more than `capacity` events each, unless one does alone.
  private func ranges(_ events: Int) throws -> [ClosedRange<Int>] {
    guard events > capacity else { return [Int.min...Int.max] }
    var counts = [Int](repeating: 0, count: layout.actors + 1)
    let statement = try connection.statement("SELECT actor, recipient, kind FROM event")
    while try statement.step() {
      counts[statement.int(0)] += 1
      if kinds.isReciprocal(statement.int(2)) { counts[statement.int(1)] += 1 }
    }
    var ranges: [ClosedRange<Int>] = []
    var first = 0
    var sum = 0
    for (actor, count) in counts.enumerated() {
      if sum > 0, sum + count > capacity {
        ranges.append(first...(actor - 1))
        (first, sum) = (actor, 0)
      }
      sum += count
    }
    return ranges + [first...(counts.count - 1)]
  }

  private func keys(
    of actors: ClosedRange<Int>, room: Int, addsDays: Bool
  ) throws -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(room)
    let statement = try connection.statement("SELECT actor, recipient, day, kind FROM event")
    while try statement.step() {
      let actor = statement.int(0)
      let kind = statement.int(3)
      let day = statement.optionalInt(2)
      if addsDays, let day { days.add(day, score: kinds.score(kind)) }
      guard let recipient = statement.optionalInt(1) else { continue }
      let facts = layout.facts(day: day, kinds: kinds, kind: kind)
      if actors.contains(actor) { keys.append(layout.key(actor, recipient, facts)) }
      if kinds.isReciprocal(kind), actor != recipient, actors.contains(recipient) {
        keys.append(layout.key(recipient, actor, facts))
      }
    }
    return keys
  }
}

/// What the sums need of kinds, by number.
struct KindFacts {
  private var acts: [UInt8] = []
  private var classes: [UInt8] = []
  private var scores: [Int] = []
  private var reciprocals: [Bool] = []

  init(_ connection: Connection) throws {
    let statement = try connection.statement(
      "SELECT id, act, statusClass, score, reciprocal FROM kind ORDER BY id")
    while try statement.step() {
      let missing = statement.int(0) + 1 - acts.count
      acts += repeatElement(0, count: missing)
      classes += repeatElement(0, count: missing)
      scores += repeatElement(0, count: missing)
      reciprocals += repeatElement(false, count: missing)
      acts[statement.int(0)] = UInt8(statement.int(1))
      classes[statement.int(0)] = UInt8(statement.int(2))
      scores[statement.int(0)] = statement.int(3)
      reciprocals[statement.int(0)] = statement.int(4) != 0
    }
  }

  func act(_ kind: Int) -> UInt64 { UInt64(acts[kind]) }
  func statusClass(_ kind: Int) -> UInt64 { UInt64(classes[kind]) }
  func score(_ kind: Int) -> Int { scores[kind] }
  func isReciprocal(_ kind: Int) -> Bool { reciprocals[kind] }
}

/// How an event lies in 64 bits: actor and recipient of equal width above 5 bits of act, 3 of class,
/// the month since the first one (0 for none), and 8 of score.
struct KeyLayout {
  let actors: Int
  let days: ClosedRange<Int>
  private let firstMonth: Int
  private let months: [UInt64]
  private let monthBits: UInt64
  private let actorBits: UInt64

  init(actors: Int, days: ClosedRange<Int>) {
    self.actors = actors
    self.days = days
    let first = Day(rawValue: days.lowerBound).monthIndex
    firstMonth = first
    months = days.map { UInt64(Day(rawValue: $0).monthIndex - first + 1) }
    monthBits = UInt64(64 - (months.last ?? 1).leadingZeroBitCount)
    actorBits = UInt64(64 - UInt64(actors).leadingZeroBitCount)
  }

  /// Whether a key has room for all.
  var fits: Bool { 2 * actorBits + 8 + monthBits + 8 <= 64 }

  func facts(day: Int?, kinds: KindFacts, kind: Int) -> UInt64 {
    let month = day.map { months[$0 - days.lowerBound] } ?? 0
    let what = kinds.act(kind) << 3 | kinds.statusClass(kind)
    return (what << monthBits | month) << 8 | UInt64(kinds.score(kind) + 100)
  }

  func key(_ actor: Int, _ recipient: Int, _ facts: UInt64) -> UInt64 {
    (UInt64(actor) << actorBits | UInt64(recipient)) << (monthBits + 16) | facts
  }

  /// Everything but the score: what a row of `dyadMonth` stands for.
  func month(_ key: UInt64) -> UInt64 { key >> 8 }
  /// Everything but month and score: what a row of `dyadTotal` stands for.
  func dyad(_ key: UInt64) -> UInt64 { key >> (8 + monthBits) }
  func score(_ key: UInt64) -> Int { Int(key & 0xFF) - 100 }

  func actor(ofDyad dyad: UInt64) -> Int { Int(dyad >> (8 + actorBits)) }
  func recipient(ofDyad dyad: UInt64) -> Int { Int(dyad >> 8 & (1 << actorBits - 1)) }
  func act(ofDyad dyad: UInt64) -> Int { Int(dyad >> 3 & 31) }
  func statusClass(ofDyad dyad: UInt64) -> Int { Int(dyad & 7) }

  /// The month as the tables count it, 0 for none.
  func monthIndex(ofMonth month: UInt64) -> Int {
    let offset = Int(month & (1 << monthBits - 1))
    return offset == 0 ? 0 : firstMonth + offset - 1
  }
}

/// Writes rows of `dyadMonth` and `dyadTotal` from sorted keys.
struct SumWriter {
  private let layout: KeyLayout
  private let months: SQLStatement
  private let totals: SQLStatement

  init(_ connection: Connection, layout: KeyLayout) throws {
    self.layout = layout
    months = try connection.cached("INSERT INTO dyadMonth VALUES (?, ?, ?, ?, ?, ?, ?)")
    totals = try connection.cached("INSERT INTO dyadTotal VALUES (?, ?, ?, ?, ?, ?)")
  }

  func write(_ keys: [UInt64]) throws {
    var index = 0
    while index < keys.count {
      let dyad = layout.dyad(keys[index])
      let first = index
      var score = 0
      while index < keys.count, layout.dyad(keys[index]) == dyad {
        score += try writeMonth(keys, &index, dyad)
      }
      if index - first > 1 {
        bind(dyad, to: totals)
        totals.bind(index - first, at: 5)
        totals.bind(score, at: 6)
        try totals.run()
      }
    }
  }

  /// Writes the month that begins at `index`, and goes on to the next.
  private func writeMonth(_ keys: [UInt64], _ index: inout Int, _ dyad: UInt64) throws -> Int {
    let month = layout.month(keys[index])
    let first = index
    var score = 0
    while index < keys.count, layout.month(keys[index]) == month {
      score += layout.score(keys[index])
      index += 1
    }
    bind(dyad, to: months)
    months.bind(layout.monthIndex(ofMonth: month), at: 5)
    months.bind(index - first, at: 6)
    months.bind(score, at: 7)
    try months.run()
    return score
  }

  private func bind(_ dyad: UInt64, to statement: SQLStatement) {
    statement.bind(layout.actor(ofDyad: dyad), at: 1)
    statement.bind(layout.recipient(ofDyad: dyad), at: 2)
    statement.bind(layout.act(ofDyad: dyad), at: 3)
    statement.bind(layout.statusClass(ofDyad: dyad), at: 4)
  }
}

/// Sums by day, for a span of days.
struct DaySums {
  private let first: Int
  private var events: [Int]
  private var scores: [Int]

  init(_ days: ClosedRange<Int>) {
    first = days.lowerBound
    events = Array(repeating: 0, count: days.count)
    scores = events
  }

  mutating func add(_ day: Int, score: Int) {
    events[day - first] += 1
    scores[day - first] += score
  }

  func write(to connection: Connection) throws {
    let insert = try connection.cached("INSERT INTO dayTotal VALUES (?, ?, ?)")
    for (offset, count) in events.enumerated() where count > 0 {
      insert.bind(first + offset, at: 1)
      insert.bind(count, at: 2)
      insert.bind(scores[offset], at: 3)
      try insert.run()
    }
  }
}
