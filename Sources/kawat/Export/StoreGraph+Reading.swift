import Graph
import Ontology
import Store

extension StoreGraph {
  /// How many edges or events wait for their sentences at a time.
  private static let batch = 500

  /// Gives every relation to `body`; the evidence is a sentence of its newest event.
  func forEachEdge(spells: Bool, _ body: (Graph.Edge) throws -> Void) throws {
    let sentences = try SentenceReader(store)
    var waiting: [(edge: Graph.Edge, newest: Int64)] = []
    func release() throws {
      let found = try sentences.evidence(of: waiting.map(\.newest))
      for (edge, newest) in waiting {
        var edge = edge
        edge.evidence = found[newest]?.evidence.text ?? ""
        edge.url = found[newest]?.evidence.url ?? ""
        try body(edge)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = rows[start...].firstIndex { !isSameEdge($0, rows[start]) } ?? rows.endIndex
      if rows[start].target >= 0 {
        waiting.append((edge(of: rows[start..<end], spells: spells), rows[end - 1].event))
        if waiting.count >= Self.batch { try release() }
      }
      start = end
    }
    try release()
  }

  private func isSameEdge(_ left: Row, _ right: Row) -> Bool {
    left.source == right.source && left.target == right.target
      && relationOfKind[Int(left.kind)] == relationOfKind[Int(right.kind)]
  }

  /// The edge of rows that share one relation.
  private func edge(of rows: ArraySlice<Row>, spells: Bool) -> Graph.Edge {
    let first = rows[rows.startIndex]
    let kind = kinds[Int(first.kind)]
    var edge = Graph.Edge(
      source: Int(first.source), target: Int(first.target), act: kind.act ?? .consult,
      mode: kind.mode ?? "", status: kind.status.statusClass, events: rows.count, reports: 0)
    var days: [ClosedRange<Day>] = []
    for row in rows {
      edge.reports += Int(row.reports)
      edge.score += kinds[Int(row.kind)].score
      if kinds[Int(row.kind)].isReciprocal { edge.reciprocal += 1 }
      guard let day = row.knownDay else { continue }
      if edge.first == nil { edge.first = day }
      edge.last = day
      if spells { days.append(day...day) }
    }
    edge.score /= Double(rows.count)
    edge.spells = Graph.Edge.union(days)
    return edge
  }

  /// Gives every event with two actors to `body`, from the oldest to the newest.
  func forEachEvent(_ body: (Graph.Event) throws -> Void) throws {
    let sentences = try SentenceReader(store)
    let ordered = rows.filter { $0.target >= 0 }.sorted {
      $0.day != $1.day ? $0.day < $1.day : $0.event < $1.event
    }
    for start in stride(from: 0, to: ordered.count, by: Self.batch) {
      let part = ordered[start..<min(start + Self.batch, ordered.count)]
      let found = try sentences.evidence(of: part.map(\.event))
      for row in part {
        if let event = event(row, found[row.event]) { try body(event) }
      }
    }
  }

  private func event(_ row: Row, _ told: SentenceReader.Told?) -> Graph.Event? {
    let kind = kinds[Int(row.kind)]
    guard let act = kind.act, let type = kind.type else { return nil }
    return Graph.Event(
      id: String(row.event), source: Int(row.source), target: Int(row.target),
      day: row.knownDay, type: type, act: act, modes: kind.mode.map { [$0] } ?? [],
      contexts: told?.contexts ?? [], status: kind.status, cameo: kind.code, score: kind.score,
      reciprocal: kind.isReciprocal, reports: Int(row.reports), publishers: Int(row.publishers),
      articles: max(1, told?.articles ?? 1), evidence: told?.evidence ?? Graph.Evidence())
  }

  /// Gives every report under one of the events to `body`, in the order in which they came in.
  func forEachReport(_ body: (Report) throws -> Void) throws {
    let wanted = isWhole ? nil : try reportKeys()
    try store.reports { evidence in
      if let report = evidence.report, wanted?.contains(report.id) ?? true { try body(report) }
      return true
    }
  }

  private func reportKeys() throws -> Set<String> {
    let events = Set(rows.map(\.event))
    var keys: Set<String> = []
    let select = SelectStatement(
      "SELECT x.event, p.key FROM eventReport AS x JOIN report AS p ON p.id = x.report")
    try store.rows(select) { row in
      if events.contains(Int64(row.integer(0))) { keys.insert(row.text(1)) }
      return true
    }
    return keys
  }
}
