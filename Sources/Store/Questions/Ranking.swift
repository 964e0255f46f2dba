import Ontology
import Foundation
import GRDBSQLite

/// An actor's place in the graph.
public struct Rank: Hashable, Sendable {
  /// Who it is.
  public let actor: StoredActor
  /// Events in which it stands on either side.
  public let degree: Int
  /// Its PageRank, of a sum of 1 over all actors; nil when only degrees were asked for.
  public let pageRank: Double?
}

extension EventStore {
  /// The actors with the most events of a window.
  public func degrees(
    in window: TimeWindow = TimeWindow(), count: Int
  ) throws(StoreError) -> [Rank] {
    try read { connection in
      let links = try WindowLinks(connection, window)
      let degrees = try links.degrees()
      let reader = try RelationReader(connection)
      return try Self.top(degrees, count).compactMap { id in
        try reader.actor(id).map { Rank(actor: $0, degree: degrees[id], pageRank: nil) }
      }
    }
  }

  /// The actors with the highest PageRank along the events of a window.
  ///
  /// An event is a link from the actor to the recipient; several events weigh as many. The damping
  /// is 0.85, actors without events out give to all.
  public func pageRanks(
    in window: TimeWindow = TimeWindow(), count: Int
  ) throws(StoreError) -> [Rank] {
    try read { connection in
      let links = try WindowLinks(connection, window)
      let ranks = try PageRank(links.pairs(), actors: links.actors).ranks()
      let degrees = try links.degrees()
      let reader = try RelationReader(connection)
      return try Self.top(ranks, count).compactMap { id in
        try reader.actor(id).map { Rank(actor: $0, degree: degrees[id], pageRank: ranks[id]) }
      }
    }
  }

  /// The indices of the largest values above zero, largest first, then by index.
  private static func top<Value: Comparable & Numeric>(_ values: [Value], _ count: Int) -> [Int] {
    let found = values.indices.filter { values[$0] > 0 }
    let sorted = found.sorted { (values[$1], $0) < (values[$0], $1) }
    return Array(sorted.prefix(count))
  }
}

/// The links of a window, read from the event table block by block.
struct WindowLinks {
  private let connection: Connection
  private let window: TimeWindow
  /// The highest number of an actor.
  let actors: Int

  init(_ connection: Connection, _ window: TimeWindow) throws {
    self.connection = connection
    self.window = window
    actors = try connection.int("SELECT max(id) FROM actor") ?? 0
  }

  /// How many events each actor stands in, by its number.
  ///
  /// The counting is done by a function that SQLite calls for each row: that is a third faster
  /// than taking each row out.
  func degrees() throws -> [Int] {
    let tally = DegreeTally(actors: actors)
    try tally.register(on: connection.handle)
    defer { tally.withdraw(from: connection.handle) }
    let statement = try statement("kawat_tally(e.actor, e.recipient)")
    while try statement.step() {}
    return tally.counts
  }

  /// All pairs of actor and recipient, in the order of the table.
  func pairs() throws -> [(Int32, Int32)] {
    var pairs: [(Int32, Int32)] = []
    let statement = try statement("e.actor, e.recipient")
    while try statement.step() {
      guard let recipient = statement.optionalInt(1) else { continue }
      pairs.append((Int32(statement.int(0)), Int32(recipient)))
    }
    return pairs
  }

  private func statement(_ columns: String) throws -> SQLStatement {
    let days = window.days
    let first = SQLValue.integer(days.lowerBound)
    let last = SQLValue.integer(days.upperBound)
    return try connection.statement(
      """
      SELECT \(columns) FROM eventBlock AS b CROSS JOIN event AS e \
      ON e.id >= b.id * 4096 AND e.id < (b.id + 1) * 4096 \
      WHERE b.maxDay >= ? AND b.minDay <= ? AND e.day BETWEEN ? AND ?
      """, [first, last, first, last])
  }
}

/// Counts actors as SQLite goes over events.
final class DegreeTally {
  private static let name = "kawat_tally"
  private let buffer: UnsafeMutableBufferPointer<Int>

  init(actors: Int) {
    buffer = .allocate(capacity: actors + 1)
    buffer.initialize(repeating: 0)
  }

  deinit { buffer.deallocate() }

  /// How often each number was met.
  var counts: [Int] { Array(buffer) }

  func register(on handle: OpaquePointer) throws {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let code = sqlite3_create_function_v2(
      handle, Self.name, 2, SQLITE_UTF8, context, nil,
      { context, _, values in
        guard let values, let user = sqlite3_user_data(context) else { return }
        let tally = Unmanaged<DegreeTally>.fromOpaque(user).takeUnretainedValue()
        tally.add(values[0])
        tally.add(values[1])
      }, { _ in }, nil)
    guard code == SQLITE_OK else { throw SQLFailure(handle, code) }
  }

  func withdraw(from handle: OpaquePointer) {
    sqlite3_create_function_v2(handle, Self.name, 2, SQLITE_UTF8, nil, nil, nil, nil, nil)
  }

  private func add(_ value: OpaquePointer?) {
    let id = Int(sqlite3_value_int64(value))
    // A missing recipient reads as 0.
    if id > 0, id < buffer.count { buffer[id] += 1 }
  }
}

/// PageRank by repeated multiplication over a compressed list of links.
struct PageRank {
  private let damping = 0.85
  private let actors: Int
  private var starts: [Int32]
  private var targets: [Int32]
  private var isPresent: [Bool]

  /// - Parameter actors: the highest number that occurs.
  init(_ pairs: [(Int32, Int32)], actors: Int) {
    self.actors = actors
    starts = Array(repeating: 0, count: actors + 2)
    targets = Array(repeating: 0, count: pairs.count)
    isPresent = Array(repeating: false, count: actors + 1)
    for (actor, recipient) in pairs {
      starts[Int(actor) + 1] += 1
      isPresent[Int(actor)] = true
      isPresent[Int(recipient)] = true
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    for (actor, recipient) in pairs {
      targets[Int(next[Int(actor)])] = recipient
      next[Int(actor)] += 1
    }
  }

  /// The ranks by number, until they change by less than a millionth in sum, or 100 rounds.
  func ranks() -> [Double] {
    let count = isPresent.count { $0 }
    guard count > 0 else { return Array(repeating: 0, count: actors + 1) }
    var ranks = isPresent.map { $0 ? 1 / Double(count) : 0 }
    for _ in 0..<100 {
      let next = round(ranks, count: count)
      let change = zip(ranks, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      ranks = next
      if change < 1e-6 { break }
    }
    return ranks
  }

  private func round(_ ranks: [Double], count: Int) -> [Double] {
    var next = [Double](repeating: 0, count: actors + 1)
    var lost = 0.0
    for actor in 0...actors where isPresent[actor] {
      let links = Int(starts[actor])..<Int(starts[actor + 1])
      guard !links.isEmpty else {
        lost += ranks[actor]
        continue
      }
      let part = ranks[actor] / Double(links.count)
      for link in links { next[Int(targets[link])] += part }
    }
    let base = (1 - damping + damping * lost) / Double(count)
    for actor in 0...actors where isPresent[actor] { next[actor] = base + damping * next[actor] }
    return next
  }
}
