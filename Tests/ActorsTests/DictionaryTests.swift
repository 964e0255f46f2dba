import Actors
import DataFiles
import Foundation
import Ontology
import Testing

@Suite struct `The dictionary of actors` {
  @Test(arguments: [
    ("Lavrof", "RUS/GOV/sergey-lavrov"), ("korea utarra", "PRK"), ("hizbulah", "LBN/REB/hezbollah"),
    ("Amerika Serikat", "USA"), ("Zelenski", "UKR/GOV/volodymyr-zelensky"),
  ])
  func `is searched with misspelt letters`(text: String, wanted: String) throws {
    let found = try Loaded.shared.get().dictionary.search(text, labels: "en", limit: 5)
    #expect(found.map(\.key).contains(wanted), "\(found.map(\.key))")
  }

  @Test func `shows roles over time`() throws {
    let facts = try Loaded.shared.get().dictionary.facts(of: "RUS/GOV/vladimir-putin")
    #expect(facts.contains { $0.fact == "role" && $0.start == "2012-05-07" && $0.end.isEmpty })
    #expect(facts.allSatisfy { $0.fact != "role" || !$0.source.isEmpty })
  }

  @Test func `lets the reader's own rows win`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("own-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = """
      key\tkind\tnames_en\tnames_id\tsource
      PER/NGO/hamas\tngo\tHamas\tHamas\town
      code\tslug\tname\taliases\trole\tsector\tstart\tend\tsource
      PER\txaver-quintana\tXaver Quintana\t\tminister.foreign\tGOV\t2020-01-01\t\town

      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    let data = DataDirectory.embedded
    let dictionary = try ActorDictionary(data: data, ontology: Ontology(data), own: file)
    let resolver = try PhraseResolver(dictionary: dictionary, data: data)
    let hamas = resolver.resolve("Hamas", language: "en", on: nil)
    #expect(hamas?.key?.rawValue == "PER/NGO/hamas")
    let person = resolver.resolve("Xaver Quintana", language: "en", on: Day("2021-01-01"))
    #expect(person?.key?.rawValue == "PER/GOV/xaver-quintana")
  }

  @Test func `names the line of a broken row of the reader's own`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("own-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try "key\tkind\tnames_en\tnames_id\tsource\nQQQ/NGO/x\tngo\tX\tX\town\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let data = DataDirectory.embedded
    let ontology = try Ontology(data)
    #expect {
      try ActorDictionary(data: data, ontology: ontology, own: file)
    } throws: { error in
      "\(error)".contains(":2: unknown code QQQ")
    }
  }
}

/// Offices that one person holds at a time.
private let soleOffices: Set<String> = [
  "head_of_state", "head_of_government", "minister.foreign", "minister.defence",
]
/// Two governments at a time: Yemen's is disputed, those of Bosnia's are its parts.
private let divided: Set<String> = ["YEM/minister.foreign", "BIH/head_of_government"]

@Suite struct `Persons with dated roles` {
  /// Roles by code and office, each with its bearer, in order of the first day.
  private func offices() throws -> [String: [(name: String, role: HeldRole)]] {
    var offices: [String: [(name: String, role: HeldRole)]] = [:]
    for person in try Loaded.shared.get().dictionary.persons {
      for role in person.roles where soleOffices.contains(role.role) {
        offices[person.code + "/" + role.role, default: []].append((person.slug, role))
      }
    }
    return offices.mapValues { $0.sorted { $0.role.days.lowerBound < $1.role.days.lowerBound } }
  }

  /// A day that the table gives to the year or the month, or with `~`, may be a year off.
  private func slack(_ one: HeldRole, _ other: HeldRole) -> Int {
    let isLoose = [one.end, other.start].contains { $0.hasPrefix("~") || $0.utf8.count < 10 }
    return isLoose ? 366 : 1
  }

  @Test func `never give one office to two persons on one day`() throws {
    for (office, held) in try offices() where !divided.contains(office) {
      for (position, one) in held.enumerated() {
        for other in held[(position + 1)...] where other.name != one.name {
          let overlap =
            min(one.role.days.upperBound, other.role.days.upperBound).rawValue
            - other.role.days.lowerBound.rawValue
          if overlap > slack(one.role, other.role) {
            Issue.record("\(office): \(one.name) and \(other.name) overlap by \(overlap) days")
          }
        }
      }
    }
  }

  @Test func `leave no long gap in the chief offices of great states`() throws {
    let states = [
      "USA", "RUS", "CHN", "FRA", "DEU", "IDN", "JPN", "TUR", "IRN", "KOR", "PRK", "ISR",
    ]
    let offices = try offices()
    let first = try #require(Day("1992-01-01"))
    for state in states {
      let held = (offices["\(state)/head_of_state"] ?? [])
      let heads =
        ["JPN", "ISR", "DEU"].contains(state) ? offices["\(state)/head_of_government"] ?? [] : held
      var covered = first
      for holder in heads where holder.role.days.upperBound > first {
        let gap = holder.role.days.lowerBound.rawValue - covered.rawValue
        if gap > 100 { Issue.record("\(state): \(gap) days before \(holder.name)") }
        covered = max(covered, holder.role.days.upperBound)
      }
      #expect(covered >= (Day("2025-06-01") ?? covered), "\(state)")
    }
  }

  @Test func `have one name under one slug`() throws {
    var names: [String: String] = [:]
    for person in try Loaded.shared.get().dictionary.persons {
      let key = person.code + "/" + person.slug
      #expect(names[key] == nil || names[key] == person.name)
      names[key] = person.name
      #expect(!person.roles.isEmpty, "\(key) holds no role")
    }
  }
}
