import Coding
import DataFiles
import Foundation
import Ingest
import Ontology
import Store
import Testing

@Suite struct `Ingesting into a graph` {
  let ontology: Ontology
  let coder: EventCoder
  let store: EventStore

  init() throws {
    ontology = try Ontology(.embedded)
    coder = try EventCoder(ontology: ontology, data: .embedded)
    store = try EventStore.inMemory()
  }

  private func ingest(
    _ lines: [String], strict: Bool = false
  ) async throws -> (report: IngestReport, problems: [IngestError]) {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let reader = ArticleReader([.bytes(bytes, named: "a.jsonl")])
    var problems: [IngestError] = []
    let report = try await Ingester(store: store, coder: coder, ontology: ontology)
      .ingest(ArticleQueue(reader)) { problem in
        problems.append(problem)
        if strict { throw problem }
      }
    return (report, problems)
  }

  private func articles() throws -> [[SQLValue]] {
    try store.rows(SelectStatement("SELECT key, text FROM article ORDER BY key"))
  }

  private static let lines = (0..<70).map { number in
    "{\"id\":\"\(100 + number)\",\"text\":\"Rusia mendukung Korut \(number) kali.\"}"
  }

  @Test func `a second time changes nothing`() async throws {
    let first = try await ingest(Self.lines).report
    let before = try articles()
    let second = try await ingest(Self.lines).report
    #expect(first.new == 70)
    #expect(second.known == 70)
    #expect(second.new + second.replaced + second.reports == 0)
    #expect(try articles() == before)
  }

  @Test func `keeps the order of the input`() async throws {
    _ = try await ingest(Self.lines)
    let keys = try store.rows(SelectStatement("SELECT key FROM article ORDER BY id"))
    let wanted: [[SQLValue]] = (0..<70).map { [.text("\(100 + $0)")] }
    #expect(keys == wanted)
  }

  @Test func `passes over the same text from the same address, and replaces a corrected one`()
    async throws
  {
    let url = "\"url\":\"https://example.org/a\""
    let one = try await ingest(["{\"id\":\"a\",\"text\":\"Satu.\",\(url)}"]).report
    let same = try await ingest(["{\"id\":\"b\",\"text\":\"Satu.\",\(url)}"]).report
    let corrected = try await ingest(["{\"id\":\"a\",\"text\":\"Satu, dua.\",\(url)}"]).report
    #expect(one.new == 1 && same.known == 1 && corrected.replaced == 1)
    let wanted: [[SQLValue]] = [["a", "Satu, dua."]]
    #expect(try articles() == wanted)
  }

  @Test func `keeps what came before a problem that stops it`() async throws {
    await #expect(throws: IngestError.self) {
      _ = try await ingest(Array(Self.lines.prefix(40)) + ["broken"] + Self.lines, strict: true)
    }
    #expect(try articles().count == 40)
    let rest = try await ingest(Self.lines + ["broken"])
    #expect(rest.report.known == 40)
    #expect(rest.report.new == 30)
    #expect(rest.report.skipped == 1)
    #expect(rest.problems.count == 1)
  }
}
