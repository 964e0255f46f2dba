import DataFiles
import Foundation
import Ontology
import Store
import TestSupport
import Testing

@Suite struct `Questions to a graph` {
  let store: EventStore

  /// Eight events between five actors; the last has no day.
  init() throws {
    let folder = try TemporaryFolder()
    let table = """
      date\tactor\trelation\trecipient\treciprocal
      2024-01-01\tUSA\tACCUSE\tPRK\t
      2024-01-15\tPRK\tREJECT\tUSA\t
      2024-03-02\tUSA\tACCUSE\tPRK\t
      2024-03-03\tUSA/GOV\tCONSULT\tKOR\t1
      2024-03-04\tKOR\tAID\tIDN\t
      2024-05-05\tIDN\tSUPPORT\tPSE\t
      2024-05-06\tRUS\tSUPPORT\tPRK\t
      \tRUS\tAID\tPRK\t

      """
    try Data(table.utf8).write(to: folder.url.appendingPathComponent("t.tsv"))
    store = try EventStore.inMemory()
    _ = try store.importFile(
      folder.path("t.tsv"), ImportOptions(.tsv), ontology: Samples.ontology(), data: .embedded)
  }

  private func key(_ key: String) -> ActorKey { ActorKey(rawValue: key) }

  @Test(arguments: [
    ("USA", RelationFilter.Direction.both, [4, 3, 2, 1]),
    ("USA", .outgoing, [4, 3, 1]),
    ("USA", .incoming, [4, 2]),
    ("KOR", .outgoing, [5, 4]),
    ("PRK", .both, [7, 3, 2, 1, 8]),
    ("XXX", .both, []),
  ])
  func `relations are newest first, those without a day last`(
    actor: String, direction: RelationFilter.Direction, events: [Int]
  ) throws {
    var filter = RelationFilter(actors: [key(actor)])
    filter.direction = direction
    #expect(try store.relations(filter).map(\.id) == events)
    filter.limit = 2
    #expect(try store.relations(filter).map(\.id) == Array(events.prefix(2)))
  }

  @Test func `filters restrict by what is done, when and with whom`() throws {
    var filter = RelationFilter()
    filter.acts = [.accuse]
    #expect(try store.relations(filter).map(\.id) == [3, 1])
    filter.since = Day("2024-02-01")
    #expect(try store.relations(filter).map(\.id) == [3])
    let dyad = RelationFilter(actors: [key("PRK")], partners: [key("RUS")])
    #expect(try store.relations(dyad).map(\.id) == [7, 8])
    var all = RelationFilter()
    all.limit = 3
    #expect(try store.relations(all).map(\.id) == [7, 6, 5])
    all.limit = nil
    #expect(try store.relations(all).count == 8)
  }

  @Test func `a timeline has every month, with count, mean score and share`() throws {
    let filter = RelationFilter(actors: [key("USA")], partners: [key("PRK")])
    let months = try store.timeline(filter, by: .month)
    #expect(months.map(\.start.description) == ["2024-01-01", "2024-02-01", "2024-03-01"])
    #expect(months.map(\.events) == [2, 0, 1])
    #expect(months[0].meanScore == -2.5)
    #expect(months[1].meanScore == nil)
    #expect(months[2].share == 1.0 / 3)
    var both = filter
    both.direction = .both
    both.since = Day("2023-12-30")
    both.until = Day("2024-01-20")
    #expect(try store.timeline(both, by: .week).map(\.events) == [0, 1, 0, 1])
  }

  @Test func `sums and events give the same timeline`() throws {
    var bySums = RelationFilter(actors: [key("USA")], partners: [key("PRK")])
    bySums.direction = .outgoing
    var byEvents = bySums
    byEvents.minConfidence = 0
    byEvents.statuses = [.happened]
    #expect(try store.timeline(bySums, by: .year) == store.timeline(byEvents, by: .year))
  }

  @Test func `partners are counted by actor or by code`() throws {
    let filter = RelationFilter(actors: [key("KOR")])
    let each = try store.partners(filter, count: 5)
    #expect(each.map(\.actor.key.rawValue) == ["USA/GOV", "IDN"])
    #expect(each.map(\.outgoing) == [0, 1])
    let prk = try store.partners(RelationFilter(actors: [key("PRK")]), count: 1, rollsUp: true)
    #expect(prk.map(\.actor.key.rawValue) == ["USA"])
    #expect(prk.map(\.events) == [3])
  }

  @Test func `neighbours and paths stay within the window`() throws {
    let window = TimeWindow(since: Day("2024-03-01"), until: Day("2024-12-31"))
    let near = try store.neighbours(of: [key("KOR")], steps: 2, in: window)
    #expect(Set(near.values) == [0, 1, 2])
    #expect(near.count == 4)
    let path = try store.path(from: [key("USA")], to: [key("PSE")], in: window)
    #expect(path.map(\.key.rawValue) == ["USA/GOV", "KOR", "IDN", "PSE"])
    let early = TimeWindow(until: Day("2024-03-01"))
    #expect(try store.path(from: [key("USA")], to: [key("PSE")], in: early).isEmpty)
  }

  @Test func `actors are ranked by degree and by PageRank`() throws {
    let degrees = try store.degrees(count: 2)
    #expect(degrees.map(\.actor.key.rawValue) == ["PRK", "USA"])
    #expect(degrees.map(\.degree) == [4, 3])
    let ranks = try store.pageRanks(count: 10)
    #expect(abs(ranks.compactMap(\.pageRank).reduce(0, +) - 1) < 1e-6)
    #expect(ranks.count == 7)
  }

  @Test func `the aggregate holds every dyad, a reciprocal one both ways`() throws {
    var edges: [String] = []
    try store.aggregate { edge in
      let actor = try store.actor(numbered: edge.actor)?.key.rawValue ?? ""
      let recipient = try store.actor(numbered: edge.recipient)?.key.rawValue ?? ""
      edges.append("\(actor) \(edge.act?.rawValue ?? "-") \(recipient) \(edge.events)")
      return true
    }
    #expect(edges.contains("USA ACCUSE PRK 2"))
    #expect(edges.contains("USA/GOV CONSULT KOR 1"))
    #expect(edges.contains("KOR CONSULT USA/GOV 1"))
    var frequent = 0
    try store.aggregate(minEvents: 2) { edge in
      frequent += edge.events
      return true
    }
    #expect(frequent == 2)
  }

  @Test func `statements read within limits, and change nothing`() throws {
    #expect(try store.rows(SelectStatement("SELECT ? + 1", [41])) == [[42]])
    for sql in [
      "DELETE FROM event", "PRAGMA user_version = 3", "ATTACH 'x' AS y", "", "SELECT 1; SELECT 2",
    ] {
      #expect(throws: StoreError.self) { try store.rows(SelectStatement(sql)) }
    }
    let all = SelectStatement("SELECT id FROM event")
    #expect(try store.rows(all, limits: ReadLimits(rows: 3)).count == 3)
    let endless = SelectStatement(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
    #expect(throws: StoreError.outOfTime(seconds: 0.05)) {
      try store.rows(endless, limits: ReadLimits(seconds: 0.05))
    }
    #expect(throws: StoreError.cancelled) {
      try store.rows(endless, limits: ReadLimits(isCancelled: { true }))
    }
  }
}
