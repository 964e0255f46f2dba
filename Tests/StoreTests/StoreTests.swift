import Ontology
import Store
import Testing

@Suite struct `Adding articles` {
  @Test func `an article comes back as its relations and their evidence`() throws {
    let store = try EventStore.inMemory()
    let report = Samples.report("a1", ["USA"], ["PRK/GOV/kim-jong-un"])
    #expect(try store.add(Samples.coded("a1", [report]), ontology: Samples.ontology()) == .added)
    let relations = try store.relations(RelationFilter(actors: [ActorKey(rawValue: "PRK")]))
    let relation = try #require(relations.first)
    #expect(relations.count == 1)
    #expect(relation.actor.nameEn == "US")
    #expect(relation.actor.nameId == "AS")
    #expect(relation.recipient?.key.rawValue == "PRK/GOV/kim-jong-un")
    #expect(relation.kind.act == .accuse)
    #expect(relation.kind.score == -3.5)
    #expect(relation.day?.description == "2024-06-17")
    let evidence = try #require(try store.evidence(of: relation.id).first)
    #expect(evidence.report == report)
    #expect(evidence.article?.publisher == "Bisnis")
    #expect(try store.events(ofReport: "a1/0/0") == [relation.id])
  }

  @Test func `the same article again changes nothing, another text replaces it`() throws {
    let store = try EventStore.inMemory()
    let ontology = try Samples.ontology()
    let first = Samples.coded("a1", [Samples.report("a1", ["USA"], ["PRK"])])
    try store.add(first, ontology: ontology)
    #expect(try store.add(first, ontology: ontology) == .unchanged)
    #expect(try store.contains(first.article))
    let second = Samples.coded(
      "a1", text: "Something else.", [Samples.report("a1", ["RUS"], ["PRK"])])
    #expect(try store.add(second, ontology: ontology) == .replaced)
    #expect(try store.relations(RelationFilter()).map(\.actor.key.rawValue) == ["RUS"])
    #expect(try store.removeArticle("a1"))
    #expect(try store.relations(RelationFilter()).isEmpty)
    #expect(try store.removeArticle("a1") == false)
  }
}

@Suite struct `Grouping reports into events` {
  @Test(arguments: [
    ("2024-06-17", EventType.accuse, Status.ongoing, 1),
    ("2024-06-18", .accuse, .happened, 1),
    ("2024-06-19", .accuse, .happened, 2),
    ("2024-06-17", .reject, .happened, 2),
    ("2024-06-17", .accuse, .alleged, 2),
  ])
  func `a second report is the same event only within a day, act and status class`(
    day: String, act: EventType, status: Status, events: Int
  ) throws {
    let store = try EventStore.inMemory()
    let ontology = try Samples.ontology()
    try store.add(Samples.coded("a1", [Samples.report("a1", ["USA"], ["PRK"])]), ontology: ontology)
    let second = Samples.report("a2", ["USA"], ["PRK"], act, status: status, day: day)
    try store.add(Samples.coded("a2", publisher: "Tempo", [second]), ontology: ontology)
    let relations = try store.relations(RelationFilter())
    #expect(relations.count == events)
    #expect(relations.map(\.reports).reduce(0, +) == 2)
    #expect(relations.map(\.publishers).max() == 3 - events)
  }

  @Test func `a reciprocal act told from either side is one event`() throws {
    let store = try EventStore.inMemory()
    let ontology = try Samples.ontology()
    for (id, one, other) in [("a1", "USA", "PRK"), ("a2", "PRK", "USA")] {
      let report = Samples.report(id, [one], [other], .consult, reciprocal: true)
      try store.add(Samples.coded(id, [report]), ontology: ontology)
    }
    #expect(try store.relations(RelationFilter()).map(\.reports) == [2])
    var outgoing = RelationFilter(actors: [ActorKey(rawValue: "PRK")])
    outgoing.direction = .outgoing
    #expect(try store.relations(outgoing).count == 1)
  }

  @Test func `compound actors make one event for each dyad`() throws {
    let store = try EventStore.inMemory()
    let report = Samples.report("a1", ["CHN", "RUS"], ["USA", "KOR"])
    try store.add(Samples.coded("a1", [report]), ontology: Samples.ontology())
    #expect(try store.relations(RelationFilter()).count == 4)
  }
}
