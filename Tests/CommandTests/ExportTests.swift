import Foundation
import TestSupport
import Testing

@Suite struct `kawat export` {
  let graph: SampleGraph

  init() throws {
    graph = try SampleGraph()
  }

  private func export(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["export"] + arguments, in: graph.folder.url)
  }

  @Test(arguments: [
    "dot", "graphml", "gexf", "json", "cytoscape", "csv", "plover", "gdelt", "icews", "nquads",
    "ntriples",
  ])
  func `writes every format, the same on every run`(format: String) throws {
    let run = try export(format)
    #expect(run.status == 0)
    #expect(run.complaint.isEmpty)
    #expect(differenceFromGolden(run.output, "export.\(format)") == nil)
    #expect(try export(format).output == run.output)
  }

  @Test func `writes plover records as they were coded`() throws {
    let lines = try export("plover").output.split(separator: "\n")
    let records = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(records.compactMap { $0?["id"] as? String } == ["seoul/0/0", "moscow/0/0"])
  }

  @Test(arguments: [
    (["--actor", "Russia"], 1), (["--partner", "DPRK"], 2), (["--relation", "accuses"], 1),
    (["--status", "planned"], 1), (["--since", "2024-06-18"], 1), (["--until", "2024-06-17"], 1),
    (["--language", "id"], 2), (["--top", "1"], 1), (["--level", "actor"], 2),
  ])
  func `chooses events as relations does`(options: [String], edges: Int) throws {
    let run = try ProgramRun(["export", "dot"] + options, in: graph.folder.url)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").filter { $0.contains(" -> ") }.count == edges)
  }

  @Test func `says how many relations it leaves out`() throws {
    let run = try export("dot", "--top", "1")
    #expect(run.complaint == "kawat: the 1 strongest relations, and 1 more (--top 0: all)\n")
  }

  @Test(arguments: [("country", "\"Russia\""), ("sector", "\"RUS/GOV\"")])
  func `tells actors apart as finely as asked`(level: String, label: String) throws {
    #expect(try export("dot", "--level", level).output.contains(label))
  }

  @Test func `leaves out of a coarse drawing whom no dictionary knows, and says so`() throws {
    let lines = [
      "date\tactor\trelation\trecipient", "2024-06-18\tRussia\tsupports\tDPRK",
      "2024-06-18\tpihak ketiga\tsupports\tDPRK",
    ]
    let table = graph.folder.path("table.tsv")
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: table, atomically: true, encoding: .utf8)
    let imported = try ProgramRun(
      ["import", "tsv", table, "--graph", "other.db"], in: graph.folder.url)
    #expect(imported.status == 0, "\(imported.complaint)")
    let run = try export("dot", "--graph", "other.db")
    #expect(run.complaint.hasPrefix("kawat: 1 relations of actors that no dictionary knows"))
    #expect(!run.output.contains("pihak ketiga"))
    #expect(
      try export("dot", "--graph", "other.db", "--level", "actor").output.contains("pihak ketiga"))
  }

  @Test(arguments: [("region", "Eastern Asia"), ("bloc", "CSTO")])
  func `sets actors in boxes`(kind: String, box: String) throws {
    let run = try export("dot", "--cluster", kind)
    #expect(run.output.contains("subgraph cluster_"))
    #expect(run.output.contains("label=\"\(box)\""))
  }

  @Test(arguments: [
    (["dot", "--min-reports", "9"], Int32(1), "kawat: no such relations"),
    (["dot", "--actor", "Russiia"], 2, "kawat: no actor is called \"Russiia\""),
    (["gdelt", "--top", "3"], 2, "kawat: gdelt writes single events: no --top, no --level"),
    (["json", "--render", "svg"], 2, "kawat: --render is for the format dot"),
    (["dot", "--links-key", "links"], 2, "kawat: --links-key is for the format json"),
    (["dot", "-o", "nowhere/graph.dot"], 2, "kawat: cannot write nowhere/graph.dot"),
    (["xls"], 2, "kawat: The value 'xls' is invalid for '<format>'"),
    (["dot", "--graph", "missing.db"], 2, "kawat: "),
  ])
  func `says what is wrong`(arguments: [String], status: Int32, problem: String) throws {
    let run = try ProgramRun(["export"] + arguments, in: graph.folder.url)
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix(problem), "\(run.complaint)")
  }

  @Test func `writes a file that appears only when it is whole`() throws {
    let run = try export("dot", "-o", "graph.dot")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let written = try String(
      contentsOf: graph.folder.url.appendingPathComponent("graph.dot"), encoding: .utf8)
    #expect(try written == export("dot").output)
    #expect(!FileManager.default.fileExists(atPath: graph.folder.path("graph.dot.part")))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot"),
      "Graphviz is not installed; see .ci/readers"),
    arguments: [("svg", "<?xml"), ("png", "PNG"), ("pdf", "%PDF")])
  func `lets Graphviz draw`(kind: String, magic: String) throws {
    let run = try export("dot", "--render", kind, "-o", "drawing")
    #expect(run.status == 0, "\(run.complaint)")
    let drawn = try Data(contentsOf: graph.folder.url.appendingPathComponent("drawing"))
    #expect(String(decoding: drawn.prefix(8), as: UTF8.self).contains(magic))
  }

  @Test func `says how to install Graphviz when it is missing`() throws {
    let run = try ProgramRun(
      ["export", "dot", "--render", "svg"], in: graph.folder.url,
      environment: ["PATH": graph.folder.url.path])
    #expect(run.status == 2)
    #expect(run.complaint.contains("apt-get install graphviz"))
  }

  @Test func `exports plover and imports it as the same graph`() throws {
    let round = try roundTrip("plover")
    #expect(round.before.count == 2)
    #expect(round.before == round.after)
  }

  @Test(arguments: ["gdelt", "icews"])
  func `exports a layout and imports it with the same dyads, types and dates`(
    format: String
  ) throws {
    let round = try roundTrip(format, columns: ["date", "actor_key", "recipient_key", "type"])
    #expect(round.before.count == 2)
    #expect(round.before == round.after)
  }

  /// The relations before an export and after its import into another graph, as chosen columns.
  private func roundTrip(
    _ format: String,
    columns: [String] = [
      "date", "actor_key", "relation", "recipient_key", "act", "type", "mode", "status", "score",
      "sentence",
    ]
  ) throws -> (before: [[String]], after: [[String]]) {
    let file = graph.folder.path("events.\(format)")
    #expect(try export(format, "-o", file).status == 0)
    let imported = try ProgramRun(
      ["import", format, file, "--graph", "copy.db"], in: graph.folder.url)
    #expect(imported.status == 0, "\(imported.complaint)")
    return (
      try relations("kawat.db", columns), try relations("copy.db", columns)
    )
  }

  private func relations(_ file: String, _ columns: [String]) throws -> [[String]] {
    let run = try ProgramRun(
      ["relations", "--graph", file, "--format", "jsonl"], in: graph.folder.url)
    return try run.output.split(separator: "\n").map { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return columns.map { "\(row?[$0] ?? "none")" }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
