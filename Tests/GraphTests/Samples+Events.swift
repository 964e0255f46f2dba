import Graph
import Ontology

extension Sample {
  /// The diplomacy graph with single events and their reports.
  static func events() -> Graph {
    var graph = diplomacy()
    let day = Day(year: 2024, month: 6, day: 18)
    let evidence = Graph.Evidence(
      text: "Rusia mendukung \"Korut\".", article: "a1", sentence: 3, publisher: "Bisnis.com",
      url: "https://example.org/a?b=1&c=2", language: "id", published: day)
    graph.events = [
      Graph.Event(
        id: "1", source: 1, target: 0, day: day, type: .support, act: .support,
        contexts: ["diplomatic"], cameo: "051", score: 5, reports: 2, publishers: 2,
        evidence: evidence),
      Graph.Event(
        id: "2", source: 1, target: 0, day: day?.advanced(by: 30), type: .agree, act: .consult,
        modes: ["visit"], status: .planned, cameo: "042", score: 2.5, reciprocal: true,
        evidence: evidence),
      Graph.Event(
        id: "3", source: 2, target: 1, day: nil, type: .assault, act: .assault, modes: ["drone"],
        status: .alleged, score: -9, evidence: evidence),
    ]
    graph.reports = [report()]
    return graph
  }

  /// One event between each actor of the hostile ring and the next.
  static func hostileEvents(names: [String] = hostileNames) -> Graph {
    var graph = hostile(names: names)
    graph.events = graph.edges.enumerated().map { number, edge in
      Graph.Event(
        id: "event \(number)<&>", source: edge.source, target: edge.target,
        day: Day(year: 2024, month: 2, day: 29), type: .accuse, act: .accuse,
        evidence: Graph.Evidence(
          text: edge.evidence, article: names[number], publisher: names[number], url: edge.url))
    }
    return graph
  }

  private static func report() -> Report {
    func side(_ key: String, _ name: String, _ range: Range<Int>) -> Participant {
      Participant(
        key: ActorKey(rawValue: key), sectors: [], name: name,
        mention: TextSpan(text: name, range: range))
    }
    return Report(
      id: "a1/3/0", article: "a1", sentence: 3,
      text: TextSpan(text: "Rusia mendukung \"Korut\".", range: 100..<124), language: "id",
      date: Day(year: 2024, month: 6, day: 18), dateIsFromText: false,
      actors: [side("RUS", "Russia", 100..<105)], recipients: [side("PRK", "DPRK", 117..<122)],
      type: .support, act: .support, modes: [], contexts: ["diplomatic"], cameo: "051",
      status: .happened, attributedTo: [], reciprocal: false,
      trigger: [TextSpan(text: "mendukung", range: 106..<115)], confidence: 0.9,
      rule: "id/verb: dukung")
  }
}
