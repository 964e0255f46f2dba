import Actors
import Ontology
import Testing

@Suite struct `Within an article` {
  @Test(arguments: [
    ("Rusia dan Ukraina berunding. Kedua negara sepakat.", ["RUS", "UKR"], "Kedua negara"),
    ("Presiden Rusia Vladimir Putin tiba. Ia berpidato.", ["RUS/GOV/vladimir-putin"], "Ia"),
    ("Kenya menutup perbatasan. Negara itu menuntut ganti rugi.", ["KEN"], "Negara itu"),
    ("Chad membuka kedutaan. Pemerintah berjanji membayar.", ["TCD/GOV"], "Pemerintah"),
  ])
  func `pointing words are resolved`(text: String, wanted: [String], words: String) throws {
    let keys = try Loaded.shared.get().keys(text, "id")
    let found = keys.filter { $0.hasSuffix("=\(words)") }.map {
      String($0.dropLast(words.count + 1))
    }
    #expect(Set(found) == Set(wanted), "\(keys)")
  }

  @Test func `a short name means the full one before it`() throws {
    let keys = try Loaded.shared.get().keys(
      "Juru bicara Departemen Luar Negeri AS Xaver Quintana berbicara. Quintana membantah.", "id")
    #expect(keys.last == "USA/GOV/xaver-quintana=Quintana", "\(keys)")
  }

  @Test func `where two stand equal there is no guess`() throws {
    let found = try Loaded.shared.get().mentions(
      "Rusia, China, dan India bertemu. Kedua negara sepakat.", "id", on: nil
    ).map(\.1)
    let pointing = found.filter { $0.name == "Kedua negara" }
    #expect(!pointing.isEmpty)
    #expect(pointing.allSatisfy { $0.key == nil && $0.reason.contains("no guess") })
  }

  @Test func `the reason names the candidate and the distance`() throws {
    let found = try Loaded.shared.get().mentions(
      "Presiden Rusia Vladimir Putin tiba. Ia berpidato.", "id", on: Day("2024-06-18")
    ).map(\.1)
    #expect(found.last { $0.key != nil }?.reason.contains("Ia → Vladimir Putin, 1 back") == true)
  }
}
