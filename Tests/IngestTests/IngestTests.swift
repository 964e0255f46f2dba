import Foundation
import Ingest
import Ontology
import TestSupport
import Testing

/// Everything that a reader gives for bytes under a file's name.
private func read(_ text: String, as name: String) -> [Result<Article, IngestError>] {
  read(Array(text.utf8), as: name)
}

private func read(_ bytes: [UInt8], as name: String) -> [Result<Article, IngestError>] {
  var reader = ArticleReader([.bytes(bytes, named: name)])
  var outcomes: [Result<Article, IngestError>] = []
  while let outcome = reader.next() { outcomes.append(outcome) }
  return outcomes
}

@Suite struct `Reading a text file` {
  @Test func `takes the block of named lines above the blank line`() throws {
    let text = """
      title: Putin ke Pyongyang
      published: 2024-06-18
      publisher: Kawat samples
      language: id

      Satu.
      Dua.
      """
    let article = try #require(read(text, as: "news/a.txt").first).get()
    #expect(article.id.hasPrefix("a-"))
    #expect(article.title == "Putin ke Pyongyang")
    #expect(article.published == Day("2024-06-18"))
    #expect(article.publisher == "Kawat samples")
    #expect(article.language == "id")
    #expect(article.text == "Satu.\nDua.")
  }

  @Test(arguments: ["Satu.\n\nDua.", "title: A\nTeks tanpa baris kosong.", "Catatan: satu\n\nDua"])
  func `takes the whole file when it does not begin with such a block`(text: String) throws {
    #expect(try #require(read(text, as: "a.txt").first).get().text == text)
  }

  @Test func `drops a byte order mark`() throws {
    #expect(try #require(read("\u{FEFF}Satu.", as: "a.txt").first).get().text == "Satu.")
  }

  @Test(arguments: [
    ("", IngestError.emptyArticle(path: "a.txt", line: 0)),
    (" \n\n", .emptyArticle(path: "a.txt", line: 0)),
    ("title: A\n\n", .emptyArticle(path: "a.txt", line: 0)),
    (
      "published: kemarin\n\nSatu.",
      .malformed(path: "a.txt", line: 0, problem: "published is not a date: kemarin")
    ),
  ])
  func `says what is wrong`(text: String, problem: IngestError) {
    #expect(read(text, as: "a.txt") == [.failure(problem)])
  }

  @Test func `refuses bytes that are not UTF-8`() {
    let outcomes = read([0x41, 0xFF, 0x42], as: "a.txt")
    #expect(outcomes == [.failure(.notUTF8(path: "a.txt", line: 0))])
  }
}

@Suite struct `Reading JSON lines` {
  @Test func `takes every member and passes over blank lines`() throws {
    let line =
      #"{"id":"a1","text":"Satu.","language":"id-ID","published":"2024-06-18T08:00:00Z","#
      + #""title":"T","publisher":"P","url":"https://example.org/a","other":1}"#
    let outcomes = read("\n\(line)\r\n\n", as: "a.jsonl")
    let article = Article(
      id: "a1", language: "id", title: "T", publisher: "P", url: "https://example.org/a",
      published: Day("2024-06-18"), text: "Satu.")
    #expect(outcomes == [.success(article)])
  }

  @Test(arguments: [
    ("{broken", "not a JSON object"), ("[1]", "not a JSON object"), ("\"a\"", "not a JSON object"),
    (#"{"id":"a","text":5}"#, "the member \"text\" is not a string"),
    (#"{"id":"a","text":"b","published":"x"}"#, "published is not a date: x"),
  ])
  func `gives a broken line's number and goes on`(line: String, problem: String) throws {
    let outcomes = read(
      "{\"id\":\"a\",\"text\":\"Satu.\"}\n\(line)\n{\"text\":\"Tiga.\"}", as: "b.jsonl")
    #expect(outcomes.count == 3)
    #expect(
      outcomes[1] == .failure(.malformed(path: "b.jsonl", line: 2, problem: problem)))
    #expect(try outcomes[2].get().text == "Tiga.")
  }

  @Test func `gives the number of a line that is not UTF-8`() {
    let bytes = Array("{\"text\":\"Satu.\"}\n{\"text\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    #expect(read(bytes, as: "a.jsonl").last == .failure(.notUTF8(path: "a.jsonl", line: 2)))
  }

  @Test func `takes a line that is longer than what is read at once`() throws {
    let long = String(repeating: "kata ", count: 50_000)
    let outcomes = read("{\"text\":\"\(long)\"}\n{\"text\":\"Dua.\"}\n", as: "a.jsonl")
    #expect(try outcomes.map { try $0.get().text.count } == [250_000, 4])
  }
}

@Suite struct `Reading a table` {
  @Test(arguments: [",", ";", "\t"])
  func `finds the divider and the columns by name`(divider: String) throws {
    let rows = [
      ["judul", "tanggal", "isi"], ["A", "2024-06-18", "\"Satu\(divider) \"\"dua\"\".\nTiga.\""],
    ]
    let text = rows.map { $0.joined(separator: divider) }.joined(separator: "\r\n")
    let article = try #require(read(text, as: "t.csv").first).get()
    #expect(article.title == "A")
    #expect(article.published == Day("2024-06-18"))
    #expect(article.text == "Satu\(divider) \"dua\".\nTiga.")
  }

  @Test func `reports a row of another length and goes on`() throws {
    let outcomes = read("id,text\na,Satu.\nb\nc,Tiga.\n", as: "t.csv")
    let problem = IngestError.malformed(
      path: "t.csv", line: 3, problem: "expected 2 fields, found 1")
    #expect(outcomes[1] == .failure(problem))
    #expect(try outcomes[2].get().id == "c")
  }

  @Test func `refuses a table without a column of text`() {
    let problem = "no column \"text\" in the header row: id, name"
    #expect(
      read("id,name\n1,a\n2,b\n", as: "t.csv")
        == [.failure(.malformed(path: "t.csv", line: 1, problem: problem))])
  }
}

@Suite struct `The identifier of an article` {
  private func id(_ text: String, as name: String) throws -> String {
    try #require(read(text, as: name).first).get().id
  }

  @Test func `is the one that is given`() throws {
    #expect(try id("{\"id\":7,\"text\":\"Satu.\"}", as: "a.jsonl") == "7")
    #expect(try id("id: x1\n\nSatu.", as: "a.txt") == "x1")
  }

  @Test func `is the same wherever the file lies, and another for another text`() throws {
    #expect(try id("Satu.", as: "x/a.txt") == id("Satu.", as: "y/a.txt"))
    #expect(try id("Satu.", as: "a.txt") == id("Satu.\r\n", as: "a.txt"))
    #expect(try id("Satu.", as: "a.txt") != id("Dua.", as: "a.txt"))
  }

  @Test func `is that of the address where there is one`() throws {
    let first = try id("url: https://example.org/a\n\nSatu.", as: "a.txt")
    let second = try id("url: https://example.org/a\n\nSatu, diperbaiki.", as: "b.txt")
    #expect(first == second)
    #expect(first.hasPrefix("example.org-"))
  }
}

@Suite struct `Reading folders and several inputs` {
  @Test func `takes the files of a folder by name and leaves hidden and foreign ones`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("Dua.", to: "b.txt")
    _ = try folder.write("Satu.", to: "a.txt")
    _ = try folder.write("x", to: ".hidden.txt")
    _ = try folder.write("x", to: "picture.png")
    var reader = ArticleReader(try ArticleInput.inputs(at: folder.url.path))
    #expect(try reader.next()?.get().text == "Satu.")
    #expect(try reader.next()?.get().text == "Dua.")
    #expect(reader.next() == nil)
  }

  @Test func `says that a path is missing or that a folder holds no articles`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IngestError.missing(path: folder.path("no.txt"))) {
      try ArticleInput.inputs(at: folder.path("no.txt"))
    }
    #expect(throws: IngestError.noArticles(folder: folder.url.path)) {
      try ArticleInput.inputs(at: folder.url.path)
    }
  }

  @Test func `names the inputs that gave no article and fills in the defaults`() throws {
    let inputs: [ArticleInput] = [
      .bytes(Array("Satu.".utf8), named: "a.txt"), .bytes([], named: "b.txt"),
    ]
    let defaults = ArticleDefaults(publisher: "P", published: Day("2024-06-18"), language: "id")
    var reader = ArticleReader(inputs, defaults: defaults)
    let article = try #require(try reader.next()?.get())
    #expect(article.publisher == "P")
    #expect(article.published == Day("2024-06-18"))
    #expect(article.language == "id")
    while reader.next() != nil {}
    #expect(reader.barren == ["b.txt"])
  }
}
