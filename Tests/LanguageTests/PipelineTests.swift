import DataFiles
import Language
import Testing
import Training

@Suite struct `From text to trees` {
  /// The shipped models, loaded once.
  private static let pipelines = [
    "id": try? LanguagePipeline("id", data: .embedded),
    "en": try? LanguagePipeline("en", data: .embedded),
  ]

  private static func pipeline(_ language: String) throws -> LanguagePipeline {
    try #require(pipelines[language] ?? nil)
  }

  @Test(arguments: [
    ("AS menuduh Korea Utara.", "nsubj", "AS", "menuduh"),
    ("Rusia dituduh oleh Ukraina.", "nsubj:pass", "Rusia", "dituduh"),
    ("Rusia dituduh oleh Ukraina.", "obl:agent", "Ukraina", "dituduh"),
    ("Presiden Prancis mengunjungi Mesir pada Senin.", "obj", "Mesir", "mengunjungi"),
  ])
  func `an Indonesian sentence`(text: String, relation: String, child: String, head: String) throws
  {
    try Self.expect(text, "id", relation, child, head)
  }

  @Test(arguments: [
    ("The United States accused Russia.", "obj", "Russia", "accused"),
    ("Two soldiers were killed by rebels.", "obl:agent", "rebels", "killed"),
    ("Israel attacked the camp on Monday.", "nsubj", "Israel", "attacked"),
  ])
  func `an English sentence`(text: String, relation: String, child: String, head: String) throws {
    try Self.expect(text, "en", relation, child, head)
  }

  private static func expect(
    _ text: String, _ language: String, _ relation: String, _ child: String, _ head: String
  ) throws {
    let pipeline = try Self.pipeline(language)
    let sentence = try #require(pipeline.sentences(in: text).first)
    let word = try #require(sentence.words.first { $0.form == child })
    #expect(word.deprel == relation)
    #expect(word.head > 0 && sentence.words[word.head - 1].form == head)
  }

  @Test(arguments: [
    ("Rusia Tuding Ukraina Serang Jembatan Krimea", "nsubj", "Rusia", "Tuding"),
    ("Korut Tembakkan Rudal ke Laut Jepang", "obj", "Rudal", "Tembakkan"),
    ("KORUT TEMBAKKAN RUDAL KE LAUT JEPANG", "nsubj", "KORUT", "TEMBAKKAN"),
  ])
  func `a headline in capitals`(text: String, relation: String, child: String, head: String) throws
  {
    try Self.expect(text, "id", relation, child, head)
  }

  @Test(arguments: [
    "Ia tiba pada Selasa (18/6/2024) di Moskow.", "Ia tiba pada Selasa ( 18 / 6 ) di Moskow.",
  ])
  func `a date in brackets hangs on the word before it`(text: String) throws {
    let words = try #require(try Self.pipeline("id").sentences(in: text).first).words
    let open = try #require(words.firstIndex { $0.form == "(" })
    #expect(words[open].deprel == "punct")
    #expect(words[open].head == open + 2)
    #expect(words[open + 1].deprel == "parataxis")
    #expect(words[open + 1].head == open)
    let place = try #require(words.first { $0.form == "Moskow" })
    #expect(place.head > 0 && place.head <= open, "the rest of the sentence does not see the date")
  }

  @Test(arguments: ["(1/2)", "(1/2) (3/4)", "a (1/2)", "a (1/2", "a (", "a (1/2) (3/4) b"])
  func `dates in odd places leave trees`(text: String) throws {
    let sentences = try Self.pipeline("id").sentences(in: text)
    let areTrees = sentences.allSatisfy { $0.isTree }
    #expect(areTrees)
  }

  @Test func `every sentence is a tree and its spans lead back to the text`() throws {
    let text = """
      JAKARTA – Menteri Luar Negeri bertemu utusan PBB (18/6/2024), “Kami menolak,” katanya… 👩‍👩‍👧
      Bukunya dibawa ke-\u{200B}luar; e\u{301}tat d'urgence!!! ((()))
      """
    let bytes = Array(text.utf8)
    for sentence in try Self.pipeline("id").sentences(in: text) {
      #expect(sentence.isTree)
      for word in sentence.words {
        #expect(String(decoding: bytes[word.span], as: UTF8.self) == word.form)
      }
    }
  }

  @Test(arguments: ["id", "en"], 0..<40)
  func `any text gives trees`(language: String, seed: UInt64) throws {
    var random = SmallRandom(seed: seed)
    let bytes = (0..<random.below(400)).map { _ in
      random.below(3) == 0 ? UInt8(random.below(256)) : UInt8(32 + random.below(90))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let sentences = try Self.pipeline(language).sentences(in: text)
    let areTrees = sentences.allSatisfy { $0.isTree }
    #expect(areTrees)
  }

  @Test func `a sentence of 10,000 words is cut, and says so`() throws {
    let text = String(repeating: "kata ", count: 10_000)
    let sentences = try Self.pipeline("id").sentences(in: text)
    #expect(sentences.flatMap(\.words).count == 10_000)
    #expect(sentences.first?.comments == [LanguagePipeline.cutComment])
    let areTrees = sentences.allSatisfy { $0.isTree }
    #expect(areTrees)
  }

  @Test func `a drawing sets every word in below its head`() throws {
    let sentences = try Self.pipeline("id").sentences(in: "AS menuduh Rusia.")
    let lines = try #require(sentences.first).drawing.split(separator: "\n")
    #expect(lines.first == "AS menuduh Rusia.")
    #expect(lines.dropFirst().first == "  root: menuduh [tuduh VERB Prefix=MeN|Voice=Act]")
    #expect(lines.contains { $0.hasPrefix("    nsubj: AS [") })
  }
}
