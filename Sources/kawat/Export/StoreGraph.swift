import Graph
import Ontology
import Store

/// The part of a graph file that a filter asks for, as formats read it.
///
/// In: a store and a filter. Out: nodes and edges as a stream. One small row is kept for each event;
/// sentences are fetched in batches while edges are written.
struct StoreGraph: GraphSource {
  /// An event as it is kept: 32 bytes.
  struct Row {
    var source: Int32
    /// −1 where nobody is named.
    var target: Int32
    var kind: Int32
    /// `Int32.min` where no day is known.
    var day: Int32
    var event: Int64
    var reports: Int32
    var publishers: Int32

    /// The day, where one is known.
    var knownDay: Day? { day == .min ? nil : Day(rawValue: Int(day)) }
  }

  let nodes: [Graph.Node]
  /// Events left out because they stand for no PLOVER type.
  let untyped: Int
  let store: EventStore
  /// In the order of edges; within an edge from the oldest to the newest.
  let rows: [Row]
  let kinds: [EventKind]
  /// The place of each kind's relation among all of them; kinds of one relation share it.
  let relationOfKind: [Int32]
  /// Whether the filter asks for everything.
  let isWhole: Bool

  /// Reads the events that match.
  ///
  /// - Parameter node: the node of an actor.
  /// - Throws: ``StoreError``.
  init(
    _ store: EventStore, _ filter: RelationFilter, node: (StoredActor) -> Graph.Node
  ) throws {
    var collector = RowCollector()
    try store.relations(filter) { relation in
      collector.add(relation)
      return true
    }
    self.store = store
    isWhole = filter == RelationFilter()
    untyped = collector.untyped
    kinds = collector.kinds
    let order = collector.actors.indices.sorted {
      collector.actors[$0].key < collector.actors[$1].key
    }
    nodes = order.map { node(collector.actors[$0]) }
    let ranks = Self.relations(of: collector.kinds)
    relationOfKind = ranks
    rows = Self.sorted(collector.rows, nodeOrder: order, relations: ranks)
  }

  /// Numbers the relations of the kinds in the order in which edges are written.
  private static func relations(of kinds: [EventKind]) -> [Int32] {
    let names = kinds.map {
      [$0.act?.rawValue ?? "", $0.mode ?? "", $0.status.statusClass.rawValue]
    }
    let distinct = Set(names).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($0.element, Int32($0.offset)) })
    return names.map { places[$0] ?? 0 }
  }

  private static func sorted(
    _ rows: [Row], nodeOrder: [Int], relations: [Int32]
  ) -> [Row] {
    var places = Array(repeating: Int32(0), count: nodeOrder.count)
    for (new, old) in nodeOrder.enumerated() { places[old] = Int32(new) }
    var rows = rows
    for index in rows.indices {
      rows[index].source = places[Int(rows[index].source)]
      if rows[index].target >= 0 { rows[index].target = places[Int(rows[index].target)] }
    }
    rows.sort { left, right in
      if left.source != right.source { return left.source < right.source }
      if left.target != right.target { return left.target < right.target }
      let (first, second) = (relations[Int(left.kind)], relations[Int(right.kind)])
      if first != second { return first < second }
      return left.day != right.day ? left.day < right.day : left.event < right.event
    }
    return rows
  }
}

/// Takes events and keeps a row of each, with actors and kinds numbered as they come.
private struct RowCollector {
  var rows: [StoreGraph.Row] = []
  var actors: [StoredActor] = []
  var kinds: [EventKind] = []
  var untyped = 0
  private var actorPlaces: [Int: Int32] = [:]
  private var kindPlaces: [Int: Int32] = [:]

  mutating func add(_ relation: Relation) {
    guard relation.kind.act != nil, relation.kind.type != nil else {
      untyped += 1
      return
    }
    rows.append(
      StoreGraph.Row(
        source: place(of: relation.actor), target: relation.recipient.map { place(of: $0) } ?? -1,
        kind: place(of: relation.kind),
        day: relation.day.map { Int32(clamping: $0.rawValue) } ?? .min,
        event: Int64(relation.id), reports: Int32(clamping: relation.reports),
        publishers: Int32(clamping: relation.publishers)))
  }

  private mutating func place(of actor: StoredActor) -> Int32 {
    if let known = actorPlaces[actor.id] { return known }
    actors.append(actor)
    actorPlaces[actor.id] = Int32(actors.count - 1)
    return Int32(actors.count - 1)
  }

  private mutating func place(of kind: EventKind) -> Int32 {
    if let known = kindPlaces[kind.id] { return known }
    kinds.append(kind)
    kindPlaces[kind.id] = Int32(kinds.count - 1)
    return Int32(kinds.count - 1)
  }
}
