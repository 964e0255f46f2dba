import Foundation
import TestSupport
import Testing

@Suite struct `kawat actors` {
  @Test func `resolve is a filter of JSON lines`() throws {
    let run = try ProgramRun(
      ["actors", "resolve", "--format", "jsonl"],
      input: """
        {"id":"1","text":"Presiden Rusia","date":"2024-06-18","language":"id"}
        {"id":"2","text":"a demand","language":"en"}

        """)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0)
    #expect(lines.count == 2)
    #expect(lines.first?.contains("\"key\":\"RUS/GOV/vladimir-putin\"") == true)
    #expect(lines.last?.contains("\"code\":null") == true)
  }

  @Test func `resolve says which line is no phrase, and goes on`() throws {
    let run = try ProgramRun(
      ["actors", "resolve", "--format", "jsonl"],
      input: "not json\n{\"id\":\"1\",\"text\":\"Kenya\"}\n")
    #expect(run.complaint.contains("line 1"))
    #expect(run.output.contains("KEN"))
  }

  @Test func `search finds a misspelt name and fails for nobody`() throws {
    let found = try ProgramRun(["actors", "search", "Lavrof", "--format", "tsv"])
    #expect(found.status == 0)
    #expect(found.output.contains("RUS/GOV/sergey-lavrov"))
    let nobody = try ProgramRun(["actors", "search", "Qwxzqwxz"])
    #expect(nobody.status == 1)
  }

  @Test func `show lists names and dated roles`() throws {
    let run = try ProgramRun(["actors", "show", "Vladimir Putin", "--format", "tsv"])
    #expect(run.output.contains("head_of_state\tGOV\t2012-05-07"))
  }

  @Test func `a dictionary of one's own that is not there is one clear line`() throws {
    let run = try ProgramRun(["actors", "search", "Kenya", "--actors", "/nowhere/own.tsv"])
    #expect(run.status == 2)
    #expect(run.complaint.split(separator: "\n").count == 1)
    #expect(run.complaint.contains("/nowhere/own.tsv"))
  }

  @Test func `a dictionary of one's own counts when articles are coded`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("actors-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try
      "key\tkind\tnames_en\tnames_id\tsource\nPER/REB/zyx-front\tarmed\tZyx Front\tZyx Front\town\n"
      .write(to: folder.appendingPathComponent("own.tsv"), atomically: true, encoding: .utf8)
    let run = try ProgramRun(
      ["code", "--actors", "own.tsv"],
      input: #"{"id":"a1","text":"Kenya accused Zyx Front of murder.","language":"en"}"# + "\n",
      in: folder)
    #expect(run.output.contains("PER/REB/zyx-front"))
  }

  @Test func `missing needs a graph`() throws {
    let run = try ProgramRun(["actors", "missing", "--graph", "nothing.db"])
    #expect(run.status == 2)
    #expect(run.complaint.contains("nothing.db"))
  }
}
