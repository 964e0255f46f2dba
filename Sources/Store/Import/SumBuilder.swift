import GRDBSQLite
import Ontology

/// The dyad, act and class of status that a sum is of.
struct SumKey {
  var actor: Int
  var recipient: Int
  var act: Int
  var statusClass: Int
}

/// How many events, and the sum of their scores in tenths.
struct EventSum {
  var events: Int
  var score: Int
}

/// Takes sums in the order of their keys.
protocol SumSink: AnyObject {
  func month(_ key: SumKey, month: Int, _ sum: EventSum) throws
  func total(_ key: SumKey, _ sum: EventSum) throws
  func day(_ day: Int, _ sum: EventSum) throws
}

/// Computes the sums anew from the events: a pass over the table, a sort in memory, and sums given
/// out in their order.
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
    try build(into: SumWriter(connection))
  }

  /// Gives all sums to `sink`.
  func build(into sink: some SumSink) throws {
    let events = try connection.int("SELECT count(*) FROM event") ?? 0
    guard events > 0 else { return }
    layout = KeyLayout(
      actors: try connection.int("SELECT max(id) FROM actor") ?? 1, days: try span())
    days = DaySums(layout.days)
    guard layout.fits else {
      throw StoreError.database(path: "graph", problem: "more actors and months than sums can hold")
    }
    for (number, actors) in try ranges(events).enumerated() {
      var keys = try keys(of: actors, room: min(events, capacity), addsDays: number == 0)
      keys.sort()
      try SumReader(keys: keys, layout: layout).give(to: sink)
    }
    try days.give(to: sink)
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
    let month = day.flatMap { days.contains($0) ? months[$0 - days.lowerBound] : nil } ?? 0
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

  func sumKey(ofDyad dyad: UInt64) -> SumKey {
    SumKey(
      actor: Int(dyad >> (8 + actorBits)), recipient: Int(dyad >> 8 & (1 << actorBits - 1)),
      act: Int(dyad >> 3 & 31), statusClass: Int(dyad & 7))
  }

  /// The month as the tables count it, 0 for none.
  func monthIndex(ofMonth month: UInt64) -> Int {
    let offset = Int(month & (1 << monthBits - 1))
    return offset == 0 ? 0 : firstMonth + offset - 1
  }
}

/// Gives sums out from sorted keys.
struct SumReader {
  let keys: [UInt64]
  let layout: KeyLayout

  func give(to sink: some SumSink) throws {
    var index = 0
    while index < keys.count {
      let dyad = layout.dyad(keys[index])
      let key = layout.sumKey(ofDyad: dyad)
      var total = EventSum(events: 0, score: 0)
      while index < keys.count, layout.dyad(keys[index]) == dyad {
        let (month, sum) = month(at: &index)
        try sink.month(key, month: month, sum)
        total.events += sum.events
        total.score += sum.score
      }
      if total.events > 1 { try sink.total(key, total) }
    }
  }

  /// The month that begins at `index`, which goes on to the next.
  private func month(at index: inout Int) -> (month: Int, sum: EventSum) {
    let month = layout.month(keys[index])
    var sum = EventSum(events: 0, score: 0)
    while index < keys.count, layout.month(keys[index]) == month {
      sum.events += 1
      sum.score += layout.score(keys[index])
      index += 1
    }
    return (layout.monthIndex(ofMonth: month), sum)
  }
}

/// Writes sums as rows.
final class SumWriter: SumSink {
  private let months: SQLStatement
  private let totals: SQLStatement
  private let days: SQLStatement

  init(_ connection: Connection) throws {
    months = try connection.cached("INSERT INTO dyadMonth VALUES (?, ?, ?, ?, ?, ?, ?)")
    totals = try connection.cached("INSERT INTO dyadTotal VALUES (?, ?, ?, ?, ?, ?)")
    days = try connection.cached("INSERT INTO dayTotal VALUES (?, ?, ?)")
  }

  func month(_ key: SumKey, month: Int, _ sum: EventSum) throws {
    bind(key, to: months)
    months.bind(month, at: 5)
    months.bind(sum.events, at: 6)
    months.bind(sum.score, at: 7)
    try months.run()
  }

  func total(_ key: SumKey, _ sum: EventSum) throws {
    bind(key, to: totals)
    totals.bind(sum.events, at: 5)
    totals.bind(sum.score, at: 6)
    try totals.run()
  }

  func day(_ day: Int, _ sum: EventSum) throws {
    days.bind(day, at: 1)
    days.bind(sum.events, at: 2)
    days.bind(sum.score, at: 3)
    try days.run()
  }

  private func bind(_ key: SumKey, to statement: SQLStatement) {
    statement.bind(key.actor, at: 1)
    statement.bind(key.recipient, at: 2)
    statement.bind(key.act, at: 3)
    statement.bind(key.statusClass, at: 4)
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
    // A day outside is a block's fault, which the check of blocks tells.
    guard events.indices.contains(day - first) else { return }
    events[day - first] += 1
    scores[day - first] += score
  }

  func give(to sink: some SumSink) throws {
    for (offset, count) in events.enumerated() where count > 0 {
      try sink.day(first + offset, EventSum(events: count, score: scores[offset]))
    }
  }
}
