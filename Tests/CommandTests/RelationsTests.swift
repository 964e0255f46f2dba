import Foundation
import TestSupport
import Testing

@Suite struct `kawat relations` {
  let graph: SampleGraph

  init() throws {
    graph = try SampleGraph()
  }

  private func relations(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["relations"] + arguments, in: graph.folder.url)
  }

  @Test(arguments: ["table", "json", "jsonl", "csv", "tsv"])
  func `writes every format`(format: String) throws {
    let run = try relations("--format", format)
    #expect(run.status == 0)
    #expect(run.complaint.isEmpty)
    #expect(differenceFromGolden(run.output, "relations.\(format)") == nil)
  }

  @Test func `is plain TSV in a pipe`() throws {
    #expect(try relations().output == relations("--format", "tsv").output)
  }

  @Test(arguments: [
    "Russia", "Rusia", "rusia", "RUS", "RUS/GOV",
  ])
  func `takes an actor by name in both languages or by key`(name: String) throws {
    let run = try relations("--actor", name)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.contains("plans to visit"))
  }

  @Test func `reads relations in Indonesian`() throws {
    let run = try relations("--lang", "id")
    #expect(run.output.contains("\tAS\tUSA\tmenuduh\tKorut\t"))
    #expect(run.output.contains("berencana mengunjungi"))
  }

  @Test(arguments: [
    (["--relation", "accuses"], "menuduh"), (["--relation", "mengunjungi"], "mengunjungi"),
    (["--relation", "CONSULT"], "mengunjungi"), (["--status", "planned"], "mengunjungi"),
    (["--since", "2024-06-18"], "menuduh"), (["--until", "2024-06-17"], "mengunjungi"),
    (["--with", "US"], "menuduh"), (["--limit", "1"], "menuduh"),
    (["--actor", "DPRK", "--with", "Russia", "--direction", "incoming"], "mengunjungi"),
  ])
  func `chooses events`(options: [String], word: String) throws {
    let run = try ProgramRun(["relations"] + options, in: graph.folder.url)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains(word) == true)
  }

  @Test func `ends with 1 when nothing is found`() throws {
    let run = try relations("--actor", "France")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    (["--actor", "Russiia"], "kawat: no actor is called \"Russiia\"; did you mean"),
    (["--relation", "suports"], "kawat: no relation is called \"suports\"; did you mean supports"),
    (["--since", "kemarin"], "kawat: The value 'kemarin' is invalid for '--since <YYYY-MM-DD>'"),
    (["--since", "2024-02-01", "--until", "2024-01-01"], "kawat: --until 2024-01-01 lies before"),
    (["--min-confidence", "7"], "kawat: --min-confidence is a number from 0 to 1"),
    (["--format", "xml"], "kawat: The value 'xml' is invalid for '--format <format>'"),
  ])
  func `says what is wrong with an option`(options: [String], problem: String) throws {
    let run = try ProgramRun(["relations"] + options, in: graph.folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix(problem), "\(run.complaint)")
  }

  @Test func `cuts the sentence to the terminal's width`() throws {
    let run = try ProgramRun(
      ["relations", "--format", "table"], in: graph.folder.url, environment: ["COLUMNS": "100"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains { $0.hasSuffix("…") })
  }

  @Test func `counts a closed pipe as success`() throws {
    let script = "set -o pipefail; '\(ProgramRun.program.path)' relations | head -c 1"
    let run = try ProgramRun(
      executable: URL(fileURLWithPath: "/bin/bash"), ["-c", script], input: Data(),
      in: graph.folder.url, environment: [:])
    #expect(run.status == 0)
    #expect(run.complaint.isEmpty)
  }
}

@Suite struct `kawat show` {
  let graph: SampleGraph

  init() throws {
    graph = try SampleGraph()
  }

  @Test(arguments: ["1", "seoul/0/0"])
  func `shows an event by its number or a report's id`(name: String) throws {
    let run = try ProgramRun(["show", name, "--format", "table"], in: graph.folder.url)
    #expect(run.status == 0)
    #expect(differenceFromGolden(run.output, "show.txt") == nil)
  }

  @Test func `writes rows for programs`() throws {
    let run = try ProgramRun(["show", "2", "--format", "jsonl"], in: graph.folder.url)
    #expect(differenceFromGolden(run.output, "show.jsonl") == nil)
  }

  @Test(arguments: ["99", "nothing/0/0"])
  func `ends with 1 when there is no such event`(name: String) throws {
    let run = try ProgramRun(["show", name], in: graph.folder.url)
    #expect(run.status == 1)
    #expect(run.complaint.hasPrefix("kawat: no event "))
  }
}
