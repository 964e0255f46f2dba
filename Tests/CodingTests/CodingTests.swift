import Coding
import DataFiles
import Ontology
import Testing

/// A coder made once for a suite, with a short way to ask it.
struct Bench {
  let coder: EventCoder

  init() throws {
    coder = try EventCoder(ontology: Ontology(.embedded), data: .embedded)
  }

  /// `ACTOR act RECIPIENT status` for every report of a sentence.
  func events(_ text: String, _ language: String = "id") -> [String] {
    let article = Article(id: "a", language: language, published: Day("2024-06-18"), text: text)
    return coder.code(article).reports.map { report in
      let actors = report.actors.map { $0.key?.code ?? "?" }.joined(separator: "+")
      let recipients = report.recipients.map { $0.key?.code ?? "?" }.joined(separator: "+")
      return "\(actors) \(report.act.rawValue) \(recipients) \(report.status.rawValue)"
    }
  }
}

@Suite struct `Coding Indonesian sentences` {
  let bench: Bench

  init() throws {
    bench = try Bench()
  }

  @Test(arguments: [
    ("Rusia menuduh Ukraina melanggar perjanjian.", "RUS ACCUSE UKR happened"),
    ("Amerika Serikat mengecam Iran.", "USA ACCUSE IRN happened"),
    ("Presiden Jerman mendukung Ukraina.", "DEU SUPPORT UKR happened"),
  ])
  func `the subject of an active verb acts on its object`(text: String, event: String) {
    #expect(bench.events(text).contains(event))
  }

  @Test func `the agent of a passive acts on its subject`() {
    #expect(bench.events("Iran dikecam oleh Amerika Serikat.").contains("USA ACCUSE IRN happened"))
  }

  @Test func `a sentence without an act gives nothing`() {
    #expect(bench.events("Harga beras di pasar naik sejak awal bulan.").isEmpty)
  }
}

@Suite struct `Reports` {
  @Test func `lead back to the article by Unicode scalars`() throws {
    let text = "🙂 Kemarin cerah.\nRusia menuduh Ukraina melanggar perjanjian."
    let coder = try EventCoder(ontology: Ontology(.embedded), data: .embedded)
    let coded = coder.code(Article(id: "a", language: "id", text: text))
    let scalars = Array(text.unicodeScalars)
    func words(at span: TextSpan) -> String {
      String(String.UnicodeScalarView(scalars[span.range]))
    }
    let report = try #require(coded.reports.first)
    #expect(words(at: report.text) == report.text.text)
    for participant in report.actors + report.recipients {
      #expect(words(at: participant.mention) == participant.mention.text)
    }
    for trigger in report.trigger { #expect(words(at: trigger) == trigger.text) }
  }

  @Test func `are the same on every run`() throws {
    let coder = try EventCoder(ontology: Ontology(.embedded), data: .embedded)
    let article = Article(
      id: "a", language: "id", text: "Rusia dan China mengecam sanksi Amerika Serikat.")
    #expect(coder.code(article).reports == coder.code(article).reports)
  }
}
