import Graph
import Ontology

extension Sample {
  /// A page about Russia with more partners than a drawing holds, in all colours and lines.
  static func facts(names: [String] = partnerNames) -> ReportFacts {
    let ties = names.enumerated().flatMap { number, name in
      directions(number).enumerated().map { place, direction in
        tie(name, direction, number: number * 2 + place, count: names.count)
      }
    }
    let tallies = (0..<180).map { number in
      ReportFacts.Tally(
        day: Day(rawValue: 19_000 + number * number % 1400),
        quad: QuadClass(rawValue: number % 7 % 4 + 1) ?? .verbalConflict, events: 1 + number % 3)
    }
    let partners = names.enumerated().map { number, name in
      ReportFacts.Partner(
        name: name, events: [40 / (number + 1), 9 / (number + 1), number, number / 2],
        score: 5 - Double(number), last: Day(rawValue: 20_000 - number * 30))
    }
    return ReportFacts(
      name: names.first.map { $0 == "DPRK" ? "Russia" : $0 } ?? "Russia", events: 342,
      reports: 511, ties: ties, partners: partners, tallies: tallies, newest: told(names))
  }

  static let partnerNames = [
    "DPRK", "Ukraine", "US", "China", "Indonesia", "European Union", "Belarus", "Iran",
    "United Nations Security Council", "Türkiye", "Saint Vincent and the Grenadines",
  ]

  private static let verbs: [(EventType, String, StatusClass)] = [
    (.support, "supports", .actual), (.assault, "attacks", .alleged),
    (.consult, "plans to visit", .intended), (.accuse, "accuses", .actual),
    (.sanction, "imposes martial law on", .denied), (.aid, "sends aid to", .actual),
    (.mobilize, "attacks with unconventional weapons", .hypothetical),
  ]

  private static func directions(_ number: Int) -> [ReportFacts.Direction] {
    number % 4 == 3 ? [.mutual] : number % 3 == 2 ? [.incoming] : [.outgoing, .incoming]
  }

  private static func tie(
    _ name: String, _ direction: ReportFacts.Direction, number: Int, count: Int
  ) -> ReportFacts.Tie {
    let (act, verb, status) = verbs[number % verbs.count]
    let reports = 1 + (count * 2 - number) * (count * 2 - number)
    let quad: QuadClass =
      switch act {
      case .support, .consult: .verbalCooperation
      case .aid: .materialCooperation
      case .accuse: .verbalConflict
      default: .materialConflict
      }
    return ReportFacts.Tie(
      partner: name, direction: direction, verb: verb, verbReports: reports,
      details: "\(verb) (\(reports))", reports: reports, quad: quad, status: status)
  }

  private static func told(_ names: [String]) -> [ReportFacts.Told] {
    names.enumerated().map { number, name in
      let text = "Rusia berjanji akan membantu \(name) dengan sangat cepat, kata juru bicara."
      let length = name.unicodeScalars.count
      return ReportFacts.Told(
        day: number == 2 ? nil : Day(rawValue: 20_000 - number), actor: "Russia",
        verb: "promises to send aid to", recipient: name, quad: .materialCooperation,
        status: number % 2 == 0 ? .promised : .happened, reports: 1 + number % 3,
        evidence: Graph.Evidence(
          article: "a\(number)", publisher: number == 3 ? "" : "Bisnis.com",
          url: number == 1 ? "javascript:alert(1)" : "https://example.org/?a=1&b=\(number)",
          language: "id", published: Day(rawValue: 20_000)),
        sentence: MarkedSentence(
          text,
          marks: [
            (9 + 6..<28, .trigger), (0..<5, .actor), (29..<29 + length, .recipient),
          ]))
    }
  }
}
