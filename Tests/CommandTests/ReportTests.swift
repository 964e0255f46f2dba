import Foundation
import TestSupport
import Testing

@Suite struct `kawat report` {
  let graph: SampleGraph

  init() throws {
    graph = try SampleGraph()
  }

  private func report(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["report"] + arguments, in: graph.folder.url)
  }

  @Test(arguments: ["en", "id"])
  func `writes a page about an actor, the same on every run`(language: String) throws {
    let run = try report("--actor", "DPRK", "--lang", language)
    #expect(run.status == 0)
    #expect(run.complaint.isEmpty)
    #expect(differenceFromGolden(run.output, "report-\(language).html") == nil)
    #expect(try report("--actor", "DPRK", "--lang", language).output == run.output)
  }

  @Test func `marks the words of the sentence`() throws {
    let page = try report("--actor", "US").output
    #expect(page.contains("<mark class=\"trigger\">menuduh</mark>"))
    #expect(page.contains("<mark class=\"recipient\">Korut</mark>"))
  }

  @Test func `writes a file on request`() throws {
    #expect(try report("--actor", "US", "-o", "us.html").status == 0)
    let page = try String(contentsOfFile: graph.folder.path("us.html"), encoding: .utf8)
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test(arguments: [
    ([], Int32(2), "kawat: a report is about one actor: give --actor once"),
    (["--actor", "US", "--since", "2030-01-01"], 1, "kawat: no such relations"),
    (["--actor", "US", "--limit", "-1"], 2, "kawat: "),
  ])
  func `says what is wrong`(options: [String], status: Int32, problem: String) throws {
    let run = try ProgramRun(["report"] + options, in: graph.folder.url)
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix(problem), "\(run.complaint)")
  }
}
