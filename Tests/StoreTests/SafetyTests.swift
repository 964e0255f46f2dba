import DataFiles
import Foundation
import Ontology
import Store
import Synchronization
import TestSupport
import Testing

@Suite struct `Nothing is lost` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("g.db") }

  private func table(rows: Int) throws -> String {
    let file = folder.path("t\(rows).tsv")
    try Data(Samples.table(rows: rows).utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  private func load(
    _ file: String, into store: EventStore, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(.tsv)
    options.batch = 500
    change(&options)
    return try store.importFile(
      file, options, ontology: Samples.ontology(), data: .embedded)
  }

  @Test func `a full disk stops an import, which goes on when there is room`() throws {
    let file = try table(rows: 20_000)
    do {
      let small = try EventStore.open(path: path, mode: .write, pageLimit: 150)
      #expect(throws: StoreError.full(path: path)) { try load(file, into: small) }
    }
    let store = try EventStore.open(path: path, mode: .write)
    #expect(try store.check().problems.isEmpty)
    let report = try load(file, into: store)
    #expect(report.resumedAfter != nil)
    #expect(try store.relations(RelationFilter()).count == 20_000)
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `a full disk leaves no half of an article`() throws {
    let store = try EventStore.open(path: path, mode: .write, pageLimit: 110)
    let ontology = try Samples.ontology()
    var added = 0
    #expect(throws: StoreError.full(path: path)) {
      for number in 0..<10_000 {
        let report = Samples.report("a\(number)", ["USA"], ["PRK"], day: nil)
        try store.add(Samples.coded("a\(number)", [report]), ontology: ontology)
        added += 1
      }
    }
    #expect(added > 0)
    #expect(try store.check().articles == added)
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `a graph opened for reading refuses to be written`() throws {
    _ = try EventStore.open(path: path, mode: .write)
    let store = try EventStore.open(path: path, mode: .read)
    let article = Samples.coded("a1", [])
    #expect(throws: StoreError.readOnly(path: path)) {
      try store.add(article, ontology: Samples.ontology())
    }
  }

  @Test func `damaged pages are told`() throws {
    do {
      let store = try EventStore.open(path: path, mode: .write)
      _ = try load(try table(rows: 5000), into: store)
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for page in 20..<60 where (page + 1) * 4096 <= bytes.count {
      bytes.replaceSubrange(
        page * 4096..<page * 4096 + 512, with: Data(repeating: 0x5A, count: 512))
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    do {
      let store = try EventStore.open(path: path, mode: .read)
      #expect(try !store.check().problems.isEmpty)
    } catch {
      guard case .damaged = error else { throw error }
      #expect("\(error)".contains("is damaged"))
    }
  }

  @Test func `a second writer waits, and then says so`() throws {
    let first = try EventStore.open(path: path, mode: .write)
    let second = try EventStore.open(path: path, mode: .write, busySeconds: 0.2)
    let refusals = Mutex<[StoreError]>([])
    let file = try table(rows: 10)
    let article = Samples.coded("a1", [])
    let ontology = try Samples.ontology()
    _ = try load(file, into: first) { options in
      options.resolve = { _ in
        // Within the first writer's transaction.
        guard refusals.withLock({ $0.isEmpty }) else { return nil }
        do {
          try second.add(article, ontology: ontology)
        } catch {
          refusals.withLock { list in
            if let refusal = error as? StoreError { list.append(refusal) }
          }
        }
        return nil
      }
    }
    #expect(refusals.withLock { $0 } == [.busy(path: path)])
    #expect(try second.add(article, ontology: ontology) == .added)
    #expect(try first.check().problems.isEmpty)
  }

  @Test(arguments: [ImportOptions.Bulk.always, .never])
  func `a reader during a load sees whole batches`(bulk: ImportOptions.Bulk) throws {
    let store = try EventStore.open(path: path, mode: .write)
    let reader = try EventStore.open(path: path, mode: .read)
    let counts = Mutex<[Int]>([])
    let file = try table(rows: 5000)
    _ = try load(file, into: store) { options in
      options.bulk = bulk
      options.progress = { progress in
        let filter = RelationFilter(actors: [ActorKey(rawValue: "USA")], limit: 10)
        let rows = try? reader.rows(SelectStatement("SELECT count(*) FROM event"))
        guard case .integer(let count)? = rows?.first?.first,
          let found = try? reader.relations(filter).count, found == 10
        else { return counts.withLock { $0.append(-1) } }
        counts.withLock { $0.append(Int(count)) }
      }
    }
    let seen = counts.withLock { $0 }
    #expect(seen.allSatisfy { $0 > 0 && $0 % 500 == 0 })
    #expect(seen.last == 5000)
    #expect(seen.first == 500)
  }

  @Test func `an import that its caller ends goes on later`() throws {
    let store = try EventStore.open(path: path, mode: .write)
    let file = try table(rows: 5000)
    let batches = Mutex(0)
    _ = try load(file, into: store) { options in
      options.isCancelled = {
        batches.withLock {
          $0 += 1; return $0 > 3
        }
      }
    }
    let half = try store.check()
    #expect(half.problems.isEmpty)
    #expect(half.events == 1500)
    #expect(try load(file, into: store).events == 3500)
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `a backup is the graph of one moment, and never written over`() throws {
    let store = try EventStore.open(path: path, mode: .write)
    _ = try load(try table(rows: 2000), into: store)
    let copy = folder.path("copy.db")
    try store.backup(to: copy)
    #expect(try EventStore.open(path: copy, mode: .read).check().events == 2000)
    #expect(throws: StoreError.self) { try store.backup(to: copy) }
  }

  @Test func `grouping can be switched off and on again`() throws {
    let store = try EventStore.open(path: path, mode: .write)
    let ontology = try Samples.ontology()
    for (id, day) in [("a1", "2024-06-17"), ("a2", "2024-06-18"), ("a3", "2024-06-30")] {
      let report = Samples.report(id, ["USA"], ["PRK", "RUS"], day: day)
      try store.add(Samples.coded(id, publisher: id, [report]), ontology: ontology)
    }
    #expect(try store.relations(RelationFilter()).map(\.publishers) == [1, 1, 2, 2])
    try store.regroup(false)
    #expect(try store.relations(RelationFilter()).map(\.reports) == [1, 1, 1, 1, 1, 1])
    #expect(try store.check().problems.isEmpty)
    try store.regroup(true)
    #expect(try store.relations(RelationFilter()).map(\.reports) == [1, 1, 2, 2])
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `wrong sums are found and put right`() throws {
    let store = try EventStore.open(path: path, mode: .write)
    _ = try load(try table(rows: 500), into: store)
    try ScratchDatabase(path: path).execute(
      "UPDATE dayTotal SET events = events + 1 WHERE day = (SELECT min(day) FROM dayTotal)")
    #expect(
      try store.check().problems == ["sums: 1 rows of dayTotal are wrong, missing or too many"])
    let repaired = try store.check(repairs: true)
    #expect(repaired.problems.isEmpty)
    #expect(repaired.repairs.count == 1)
    #expect(try store.check().problems.isEmpty)
  }
}
