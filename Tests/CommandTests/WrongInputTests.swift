import Foundation
import GRDBSQLite
import TestSupport
import Testing

/// Runs statements on a file as another program would.
private func sqlite(_ path: String, _ sql: String, keepOpen body: () throws -> Void = {}) throws {
  var handle: OpaquePointer?
  defer { sqlite3_close(handle) }
  try #require(sqlite3_open(path, &handle) == SQLITE_OK)
  try #require(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
  try body()
}

@Suite struct `Wrong input` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Expects an error: status 2, one line, nothing on standard output.
  private func expectError(
    _ arguments: [String], input: String = "", _ complaint: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try ProgramRun(arguments, input: input, in: folder.url)
    #expect(run.status == 2, sourceLocation: location)
    #expect(run.output.isEmpty, sourceLocation: location)
    #expect(run.complaint == "kawat: \(complaint)\n", sourceLocation: location)
  }

  @Test(arguments: ["ingest", "code"])
  func `is a missing file`(command: String) throws {
    try expectError([command, "no.txt"], "no.txt: no such file or folder")
  }

  @Test(arguments: ["ingest", "code"])
  func `is a folder without articles`(command: String) throws {
    let run = try ProgramRun([command, "."], in: folder.url)
    #expect(run.status == 2)
    #expect(run.complaint.hasPrefix("kawat: .: no articles here; files that end in "))
    #expect(!FileManager.default.fileExists(atPath: folder.path("kawat.db")))
  }

  @Test func `is a file that is not UTF-8`() throws {
    try Data([0x41, 0xFF]).write(to: folder.url.appendingPathComponent("a.txt"))
    try expectError(["ingest", "a.txt"], "a.txt: not UTF-8")
  }

  @Test func `is an empty article`() throws {
    _ = try folder.write("title: Kosong\n\n", to: "a.txt")
    try expectError(["ingest", "a.txt"], "a.txt: an article without text")
  }

  @Test func `is standard input without an article`() throws {
    try expectError(["ingest"], "stdin: an article without text")
  }

  @Test(arguments: [["relations"], ["ingest", "a.txt"], ["show", "1"]])
  func `is a graph file that is none`(command: [String]) throws {
    _ = try folder.write("Rusia mendukung Korut.", to: "a.txt")
    let text = try folder.write(String(repeating: "no database ", count: 100), to: "kawat.db")
    try expectError(
      command, "kawat.db is not a graph of kawat; name another file with --graph")
    #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("no database"))
  }

  @Test func `is the database of another program`() throws {
    try sqlite(folder.path("kawat.db"), "CREATE TABLE other (id INTEGER)")
    try expectError(
      ["relations"], "kawat.db is not a graph of kawat; name another file with --graph")
  }

  @Test(arguments: [["relations"], ["ingest", "a.txt"]])
  func `is a graph that a later version has written`(command: [String]) throws {
    let graph = try SampleGraph()
    _ = try graph.folder.write("Rusia mendukung Korut.", to: "a.txt")
    try sqlite(graph.path, "INSERT INTO grdb_migrations VALUES ('V9999__later')")
    let run = try ProgramRun(command, in: graph.folder.url)
    #expect(run.status == 2)
    #expect(
      run.complaint
        == "kawat: kawat.db was written by a later version of kawat; upgrade the program\n")
  }

  @Test func `is a graph that is not there`() throws {
    try expectError(
      ["relations"],
      "no graph at kawat.db; make one with kawat ingest, or name another with --graph")
  }

  @Test func `is a graph that another program goes on writing, once the waiting is over`() throws {
    let graph = try SampleGraph()
    _ = try graph.folder.write("Rusia mendukung Korut.", to: "a.txt")
    try sqlite(graph.path, "BEGIN IMMEDIATE") {
      let started = ContinuousClock.now
      let run = try ProgramRun(["ingest", "--wait", "1", "a.txt"], in: graph.folder.url)
      #expect(run.status == 2)
      #expect(
        run.complaint
          == "kawat: another program is writing kawat.db; wait for it to end and run again\n")
      #expect(ContinuousClock.now - started >= .seconds(1))
    }
    #expect(try ProgramRun(["ingest", "a.txt"], in: graph.folder.url).status == 0)
  }

  @Test func `is a folder of data that is not there`() throws {
    try expectError(
      ["code", "--data", "nowhere"], input: "{\"id\":\"a\",\"text\":\"b\"}\n",
      "data file nowhere is missing; give the folder that holds it with --data or KAWAT_DATA")
  }

  /// Whether a small file system can be mounted here, in a name space of its own.
  private static let canMount: Bool = {
    let run = try? ProgramRun(
      executable: URL(fileURLWithPath: "/usr/bin/env"),
      ["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], input: Data(), in: nil,
      environment: [:])
    return run?.status == 0
  }()

  @Test(
    .enabled(if: canMount, "skipped: no small file system can be mounted here"),
    arguments: ["64k", "1m"])
  func `is a full disk under the graph`(size: String) throws {
    let article = String(repeating: "Rusia mendukung Korut di Kaesong. ", count: 500)
    let lines = (0..<100).map { "{\"id\":\"\($0)\",\"text\":\"\(article)\"}" }
    _ = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let script = """
      mount -t tmpfs -o size=\(size) tmpfs /mnt && \
      '\(ProgramRun.program.path)' ingest --graph /mnt/kawat.db a.jsonl
      """
    let run = try ProgramRun(
      executable: URL(fileURLWithPath: "/usr/bin/env"),
      ["unshare", "-Urm", "bash", "-c", script], input: Data(), in: folder.url, environment: [:])
    #expect(run.status == 2)
    #expect(
      run.complaint
        == "kawat: the disk is full; /mnt/kawat.db is as it was before; make room and run again\n")
  }

  @Test func `is a full disk under the output`() throws {
    let graph = try SampleGraph()
    let run = try ProgramRun(
      executable: URL(fileURLWithPath: "/bin/bash"),
      ["-c", "'\(ProgramRun.program.path)' relations > /dev/full"], input: Data(),
      in: graph.folder.url, environment: [:])
    #expect(run.status == 2)
    #expect(run.complaint == "kawat: cannot write the output: No space left on device\n")
  }
}

@Suite struct `A broken line among articles` {
  private static let lines = """
    {"id":"a","text":"Rusia mendukung Korut."}
    {"id":"b","text":
    {"id":"c","text":"AS menuduh Korut."}

    """

  @Test(arguments: ["ingest", "code"])
  func `is reported with its number and counted, and the rest goes in`(command: String) throws {
    let run = try ProgramRun([command], input: Self.lines)
    #expect(run.status != 2)
    #expect(
      run.complaint == "kawat: stdin:2: not a JSON object\nkawat: 1 article skipped\n")
  }

  @Test(arguments: ["ingest", "code"])
  func `stops a strict command`(command: String) throws {
    let run = try ProgramRun([command, "--strict"], input: Self.lines)
    #expect(run.status == 2)
    #expect(run.complaint == "kawat: stdin:2: not a JSON object\n")
  }
}
