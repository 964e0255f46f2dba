import Graph
import Ontology
import Store

/// Gathers from a store what a report page tells.
struct ReportReading {
  let store: EventStore
  let filter: RelationFilter
  let names: ExportNames
  let verbs: RelationLabels
  let level: Graph.Level

  /// The facts of the events that match.
  ///
  /// - Parameter newest: how many relations are told with their sentences.
  func facts(_ whole: StoreGraph, newest: Int) throws -> ReportFacts {
    let ego = filter.actors.first ?? ActorKey(rawValue: "")
    let sides = Sides(ego: ego, keys: filter.actors, level: level)
    var ties: [TieKey: [Graph.Edge]] = [:]
    try whole.forEachEdge(spells: false) { edge in
      let (actor, recipient) = (whole.nodes[edge.source].key, whole.nodes[edge.target].key)
      guard let (partner, direction) = sides.partner(actor, recipient, edge) else { return }
      ties[TieKey(partner: partner, direction: direction), default: []].append(edge)
    }
    let rows = whole.rows
    return ReportFacts(
      name: names.node(ego).name, events: rows.count,
      reports: rows.reduce(0) { $0 + Int($1.reports) },
      ties: ties.map { tie($0.key, $0.value) }.sorted(by: Self.isStronger),
      partners: partners(whole, sides), tallies: tallies(whole),
      newest: newest == 0 ? [] : try told(newest))
  }

  private struct TieKey: Hashable {
    let partner: ActorKey
    let direction: ReportFacts.Direction
  }

  /// Which side of a relation is the actor of the page, and who is the other.
  struct Sides {
    let ego: ActorKey
    let keys: [ActorKey]
    let level: Graph.Level

    func isEgo(_ key: ActorKey) -> Bool { keys.contains { $0.includes(key) } }

    /// The partner and the way; within the actor itself its own parts are partners.
    func partner(
      _ actor: ActorKey, _ recipient: ActorKey, _ edge: Graph.Edge
    ) -> (ActorKey, ReportFacts.Direction)? {
      let partner = other(actor, recipient)
      if edge.isReciprocal { return (partner, .mutual) }
      return (partner, isEgo(actor) ? .outgoing : .incoming)
    }

    /// The side that is not the actor of the page.
    func other(_ actor: ActorKey, _ recipient: ActorKey) -> ActorKey {
      let isInside = isEgo(actor) && isEgo(recipient)
      return isInside ? recipient : level.key(of: isEgo(actor) ? recipient : actor)
    }
  }

  private func tie(_ key: TieKey, _ edges: [Graph.Edge]) -> ReportFacts.Tie {
    var byVerb: [String: (reports: Int, edge: Graph.Edge)] = [:]
    for edge in edges {
      let known = byVerb[verbs.verb(edge)]
      byVerb[verbs.verb(edge)] = ((known?.reports ?? 0) + edge.reports, known?.edge ?? edge)
    }
    let ranked = byVerb.sorted { left, right in
      left.value.reports != right.value.reports
        ? left.value.reports > right.value.reports : left.key < right.key
    }
    let edge = ranked[0].value.edge
    return ReportFacts.Tie(
      partner: names.node(key.partner).name, direction: key.direction, verb: ranked[0].key,
      verbReports: ranked[0].value.reports,
      details: ranked.map { "\($0.key) (\($0.value.reports))" }.joined(separator: ", "),
      reports: edges.reduce(0) { $0 + $1.reports }, quad: verbs.quadClass(edge),
      status: edge.status)
  }

  private static func isStronger(_ left: ReportFacts.Tie, _ right: ReportFacts.Tie) -> Bool {
    if left.reports != right.reports { return left.reports > right.reports }
    if left.partner != right.partner { return left.partner < right.partner }
    return left.direction.rawValue < right.direction.rawValue
  }

  private func partners(_ whole: StoreGraph, _ sides: Sides) -> [ReportFacts.Partner] {
    var found: [ActorKey: ReportFacts.Partner] = [:]
    for row in whole.rows where row.target >= 0 {
      let kind = whole.kinds[Int(row.kind)]
      guard let act = kind.act else { continue }
      let key = sides.other(whole.nodes[Int(row.source)].key, whole.nodes[Int(row.target)].key)
      var partner =
        found[key]
        ?? ReportFacts.Partner(
          name: names.node(key).name, events: [0, 0, 0, 0], score: 0, last: nil)
      partner.events[verbs.ontology.quadClass(of: act).rawValue - 1] += 1
      partner.score += kind.score
      if let day = row.knownDay { partner.last = max(partner.last ?? day, day) }
      found[key] = partner
    }
    let ranked = found.values.map { partner in
      var partner = partner
      partner.score /= Double(max(1, partner.events.reduce(0, +)))
      return partner
    }
    return Array(
      ranked.sorted {
        let (left, right) = ($0.events.reduce(0, +), $1.events.reduce(0, +))
        return left != right ? left > right : $0.name < $1.name
      }.prefix(15))
  }

  private func tallies(_ whole: StoreGraph) -> [ReportFacts.Tally] {
    whole.rows.compactMap { row in
      guard let day = row.knownDay, let act = whole.kinds[Int(row.kind)].act else { return nil }
      return ReportFacts.Tally(day: day, quad: verbs.ontology.quadClass(of: act), events: 1)
    }
  }

  // MARK: Sentences

  private func told(_ limit: Int) throws -> [ReportFacts.Told] {
    var filter = filter
    filter.limit = limit
    return try store.relations(filter).compactMap { relation in
      guard let act = relation.kind.act else { return nil }
      let evidence = try store.evidence(of: relation.id).last
      let modes = relation.kind.mode.map { [$0] } ?? []
      return ReportFacts.Told(
        day: relation.day, actor: relation.actor.name(in: verbs.language),
        verb: verbs.ontology.relation(
          act, modes: modes, status: relation.kind.status, in: verbs.language),
        recipient: relation.recipient?.name(in: verbs.language) ?? "",
        quad: verbs.ontology.quadClass(of: act), status: relation.kind.status,
        reports: relation.reports, evidence: source(evidence), sentence: sentence(evidence))
    }
  }

  private func source(_ evidence: Evidence?) -> Graph.Evidence {
    Graph.Evidence(
      article: evidence?.article?.id ?? "", publisher: evidence?.article?.publisher ?? "",
      url: evidence?.article?.url ?? "", language: evidence?.article?.language ?? "",
      published: evidence?.article?.published)
  }

  private func sentence(_ evidence: Evidence?) -> MarkedSentence {
    guard let evidence else { return MarkedSentence("") }
    let start = evidence.sentence.range.lowerBound
    func marks(
      _ spans: [TextSpan], _ part: MarkedSentence.Part
    ) -> [(range: Range<Int>, part: MarkedSentence.Part)] {
      spans.map { ($0.range.lowerBound - start..<$0.range.upperBound - start, part) }
    }
    let report = evidence.report
    return MarkedSentence(
      evidence.sentence.text,
      marks: marks(report?.trigger ?? [], .trigger)
        + marks(report?.actors.map(\.mention) ?? [], .actor)
        + marks(report?.recipients.map(\.mention) ?? [], .recipient))
  }
}
