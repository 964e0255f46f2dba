import Foundation
import Graph
import Ontology
import Store

/// Fetches the sentences that events rest on, many at a time.
struct SentenceReader {
  /// What is known of an event's telling: its newest sentence, all contexts, how many articles.
  struct Told {
    var evidence: Graph.Evidence
    var contexts: [String]
    var articles: Int
  }

  private let store: EventStore
  private let hasReports: Bool
  private let hasTexts: Bool

  /// Looks whether there is anything to fetch at all.
  init(_ store: EventStore) throws {
    self.store = store
    let found = try store.rows(
      SelectStatement(
        "SELECT EXISTS (SELECT 1 FROM eventReport), EXISTS (SELECT 1 FROM eventSentence)"))
    hasReports = found.first?.first == 1
    hasTexts = found.first?.last == 1
  }

  /// The telling of each event that has any.
  func evidence(of events: [Int64]) throws -> [Int64: Told] {
    guard hasReports || hasTexts, !events.isEmpty else { return [:] }
    let list = events.map(String.init).joined(separator: ",")
    var found: [Int64: Told] = [:]
    if hasTexts { try addTexts(list, to: &found) }
    if hasReports { try addReports(list, to: &found) }
    return found
  }

  private func addTexts(_ list: String, to found: inout [Int64: Told]) throws {
    let select = SelectStatement(
      """
      SELECT x.event, n.text FROM eventSentence AS x CROSS JOIN sentence AS n ON n.id = x.sentence \
      WHERE x.event IN (\(list)) ORDER BY x.event, n.id
      """)
    try store.rows(select) { row in
      let evidence = Graph.Evidence(text: row.text(1))
      found[Int64(row.integer(0))] = Told(evidence: evidence, contexts: [], articles: 0)
      return true
    }
  }

  private func addReports(_ list: String, to found: inout [Int64: Told]) throws {
    let select = SelectStatement(
      """
      SELECT x.event, n.text, c.key, n.number, c.publisher, c.url, c.language, c.published, \
      p.contexts FROM eventReport AS x CROSS JOIN report AS p ON p.id = x.report \
      CROSS JOIN sentence AS n ON n.id = p.sentence LEFT JOIN article AS c ON c.id = n.article \
      WHERE x.event IN (\(list)) ORDER BY x.event, c.published, p.id
      """)
    try store.rows(select) { row in
      let event = Int64(row.integer(0))
      let evidence = Graph.Evidence(
        text: row.text(1), article: row.text(2), sentence: row.integer(3), publisher: row.text(4),
        url: row.text(5), language: row.text(6),
        published: row.isNull(7) ? nil : Day(rawValue: row.integer(7)))
      var told = found[event] ?? Told(evidence: evidence, contexts: [], articles: 0)
      if told.articles == 0 || told.evidence.article != evidence.article { told.articles += 1 }
      told.evidence = evidence
      for context in contexts(row.text(8)) where !told.contexts.contains(context) {
        told.contexts.append(context)
      }
      found[event] = told
      return true
    }
  }

  private func contexts(_ json: String) -> [String] {
    guard json != "[]" else { return [] }
    return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }
}
