public import Ontology

/// A span of days; open where it is nil.
public struct TimeWindow: Hashable, Sendable {
  /// The first day.
  public var since: Day?
  /// The last day.
  public var until: Day?

  /// From `since` to `until`, both included.
  public init(since: Day? = nil, until: Day? = nil) {
    self.since = since
    self.until = until
  }

  var days: ClosedRange<Int> {
    let first = since?.rawValue ?? -1_000_000
    return first...max(first, until?.rawValue ?? 4_000_000)
  }
}

extension EventStore {
  /// Everybody within so many steps of some actors, along events of a window in either direction.
  ///
  /// - Returns: the number of steps to each, 0 for the actors themselves, by the actor's number.
  public func neighbours(
    of keys: [ActorKey], steps: Int, in window: TimeWindow = TimeWindow()
  ) throws(StoreError) -> [Int: Int] {
    try read { connection in
      let ids = try connection.ids(of: keys, below: true)
      let walk = try Walk(connection, window)
      var isSeen = [Bool](
        repeating: false, count: (try connection.int("SELECT max(id) FROM actor") ?? 0) + 1)
      for id in ids { isSeen[id] = true }
      var distances = Dictionary(uniqueKeysWithValues: ids.map { ($0, 0) })
      var frontier = ids
      for step in 0..<max(0, steps) where !frontier.isEmpty {
        var next: [Int] = []
        for actor in frontier {
          try walk.visit(actor) { other in
            guard other < isSeen.count, !isSeen[other] else { return }
            isSeen[other] = true
            next.append(other)
          }
        }
        for actor in next { distances[actor] = step + 1 }
        frontier = next
      }
      return distances
    }
  }

  /// A shortest way from some actors to others, along events of a window in either direction.
  ///
  /// - Returns: the actors on the way, from one end to the other; empty when there is none.
  public func path(
    from: [ActorKey], to: [ActorKey], in window: TimeWindow = TimeWindow()
  ) throws(StoreError) -> [StoredActor] {
    try read { connection in
      let reader = try RelationReader(connection)
      let ends = try (
        connection.ids(of: from, below: true), connection.ids(of: to, below: true)
      )
      let search = try PathSearch(connection, window)
      return try search.path(from: ends.0, to: ends.1).compactMap(reader.actor(_:))
    }
  }

  /// The same by the actors' numbers in this file.
  package func path(
    fromNumber from: Int, toNumber to: Int, in window: TimeWindow
  ) throws(StoreError) -> [Int] {
    try read { try PathSearch($0, window).path(from: [from], to: [to]) }
  }

  /// The same as ``neighbours(of:steps:in:)`` by an actor's number: how many there are.
  package func neighbourCount(
    ofNumber actor: Int, steps: Int, in window: TimeWindow
  ) throws(StoreError) -> Int {
    guard let key = try self.actor(numbered: actor)?.key else { return 0 }
    return try neighbours(of: [key], steps: steps, in: window).count
  }
}

/// Goes from an actor to those it has events with.
struct Walk {
  private let outgoing: SQLStatement
  private let incoming: SQLStatement

  init(_ connection: Connection, _ window: TimeWindow) throws {
    outgoing = try connection.cached(
      "SELECT recipient FROM event WHERE actor = ?3 AND day BETWEEN ?1 AND ?2")
    incoming = try connection.cached(
      "SELECT actor FROM event WHERE recipient = ?3 AND day BETWEEN ?1 AND ?2")
    for statement in [outgoing, incoming] {
      statement.bind(window.days.lowerBound, at: 1)
      statement.bind(window.days.upperBound, at: 2)
    }
  }

  /// Gives every other side of the actor's events, some of them more than once.
  func visit(_ actor: Int, _ body: (Int) -> Void) throws {
    for statement in [outgoing, incoming] {
      statement.bind(actor, at: 3)
      while try statement.step() {
        let other = statement.int(0)
        // 0 is what a missing recipient reads as.
        if other != 0 { body(other) }
      }
      statement.reset()
    }
  }
}

/// Searches from both ends at once, always from the smaller frontier.
struct PathSearch {
  private let walk: Walk

  init(_ connection: Connection, _ window: TimeWindow) throws {
    walk = try Walk(connection, window)
  }

  func path(from starts: [Int], to goals: [Int]) throws -> [Int] {
    if let both = Set(starts).intersection(goals).min() { return [both] }
    // Each actor's neighbour on the way back to its own end; an end's is itself.
    var forth = Dictionary(uniqueKeysWithValues: starts.map { ($0, $0) })
    var back = Dictionary(uniqueKeysWithValues: goals.map { ($0, $0) })
    var (front, rear) = (starts, goals)
    while !front.isEmpty, !rear.isEmpty {
      let meeting =
        front.count <= rear.count
        ? try advance(&front, &forth, until: back) : try advance(&rear, &back, until: forth)
      if let meeting {
        return Self.chain(meeting, forth).reversed() + Self.chain(meeting, back).dropFirst()
      }
    }
    return []
  }

  /// Goes one step on all along a frontier.
  ///
  /// - Returns: an actor that the other side has reached as well.
  private func advance(
    _ frontier: inout [Int], _ seen: inout [Int: Int], until others: [Int: Int]
  ) throws -> Int? {
    var next: [Int] = []
    var meeting: Int?
    for actor in frontier {
      try walk.visit(actor) { other in
        guard seen[other] == nil else { return }
        seen[other] = actor
        next.append(other)
        if meeting == nil, others[other] != nil { meeting = other }
      }
      if meeting != nil { break }
    }
    frontier = next
    return meeting
  }

  private static func chain(_ start: Int, _ seen: [Int: Int]) -> [Int] {
    var chain = [start]
    while let last = chain.last, let next = seen[last], next != last { chain.append(next) }
    return chain
  }
}
