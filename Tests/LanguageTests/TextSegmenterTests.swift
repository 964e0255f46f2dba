import DataFiles
import Language
import Testing

@Suite struct `Cutting text into sentences and words` {
  private func words(_ text: String, _ language: String = "id") throws -> [[String]] {
    try TextSegmenter(language, data: .embedded).sentences(in: text)
      .map { $0.tokens.flatMap(\.words) }
  }

  @Test func `a bracketed date can be found again`() throws {
    let found = try words("Ia tiba pada Selasa (18/6/2024). Rapat selesai.")
    #expect(
      found == [
        ["Ia", "tiba", "pada", "Selasa", "(", "18/6/2024", ")", "."], ["Rapat", "selesai", "."],
      ])
  }

  @Test(arguments: [
    ("rumahnya", ["rumah", "nya"]), ("hanya", ["hanya"]), ("Apakah", ["Apa", "kah"]),
    ("inilah", ["ini", "lah"]), ("sekolah", ["sekolah"]), ("ataupun", ["atau", "pun"]),
  ])
  func `clitics are words of their own unless the word is whole`(
    token: String, parts: [String]
  ) throws {
    #expect(try words(token) == [parts])
  }

  @Test(arguments: [
    ("don't", ["do", "n't"]), ("Israel’s", ["Israel", "’s"]), ("cannot", ["can", "not"]),
    ("gonna", ["gon", "na"]),
  ])
  func `English contractions are cut as in the treebank`(token: String, parts: [String]) throws {
    #expect(try words(token, "en") == [parts])
  }
}
