import DataFiles
import Ontology
import Testing

@Suite struct `The ontology` {
  let ontology: Ontology

  init() throws {
    ontology = try Ontology(.embedded)
  }

  @Test func `has a verb in both languages for every type and mode`() {
    for type in EventType.allCases {
      for mode in [nil] + ontology.modes[type, default: []].map(Optional.some) {
        for language in ["en", "id"] {
          let modes = mode.map { [$0] } ?? []
          let verb = ontology.relation(type, modes: modes, status: .happened, in: language)
          #expect(verb != type.rawValue.lowercased(), "\(type) \(mode ?? "") in \(language)")
        }
      }
    }
  }

  @Test(arguments: [
    (EventType.support, "", Status.happened, "supports", "mendukung"),
    (.consult, "visit", .planned, "plans to visit", "berencana mengunjungi"),
    (.assault, "", .denied, "denies attacking", "membantah menyerang"),
    (.aid, "", .alleged, "allegedly sends aid to", "diduga membantu"),
  ])
  func `reads a relation with its status`(
    act: EventType, mode: String, status: Status, english: String, indonesian: String
  ) {
    let modes = mode.isEmpty ? [] : [mode]
    #expect(ontology.relation(act, modes: modes, status: status, in: "en") == english)
    #expect(ontology.relation(act, modes: modes, status: status, in: "id") == indonesian)
  }

  @Test func `maps a future visit to AGREE and keeps a future attack`() {
    #expect(ontology.type(of: .consult, status: .planned) == .agree)
    #expect(ontology.type(of: .assault, status: .planned) == .assault)
  }

  @Test func `knows the Goldstein score and the type of a CAMEO code`() throws {
    let accuse = try #require(ontology.cameo["112"])
    #expect(accuse.type == .accuse)
    #expect(accuse.goldsteinScore == -2.0)
    #expect(ontology.cameo["010"]?.type == nil)
  }
}

@Suite struct `A day` {
  @Test(arguments: [
    ("1970-01-01", 0), ("2024-02-29", 19_782), ("1969-12-31", -1), ("2000-03-01", 11_017),
  ])
  func `counts from 1970 and reads back`(text: String, number: Int) throws {
    let day = try #require(Day(text))
    #expect(day.rawValue == number)
    #expect(day.description == text)
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-1-1", "yesterday", "", "2024-06-18x"])
  func `refuses what is no date`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `knows its weekday`() {
    #expect(Day("2024-06-18")?.weekday == 1)
  }
}

@Suite struct `An actor key` {
  @Test func `takes in everything below it and nothing beside it`() {
    let russia = ActorKey(rawValue: "RUS")
    #expect(russia.includes(ActorKey(rawValue: "RUS/GOV/vladimir-putin")))
    #expect(!russia.includes(ActorKey(rawValue: "RUSX")))
    #expect(russia.descendants.contains("RUS/GOV/vladimir-putin"))
    #expect(!russia.descendants.contains("RUS0"))
  }

  @Test func `has a code, sectors and a slug`() {
    let key = ActorKey(rawValue: "PRK/GOV/MIL/kim-jong-un")
    #expect(key.code == "PRK")
    #expect(key.sectors == ["GOV", "MIL"])
    #expect(key.slug == "kim-jong-un")
  }
}
