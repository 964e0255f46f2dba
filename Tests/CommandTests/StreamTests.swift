import Foundation
import TestSupport
import Testing

/// A program that is talked to while it runs.
private final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ arguments: [String], in folder: URL) throws {
    process.executableURL = ProgramRun.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func say(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  /// What the program has written, once there is something.
  func hear() -> String {
    String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  }

  func interrupt() {
    process.interrupt()
    process.waitUntilExit()
  }

  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

@Suite struct `Streams` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `kawat code answers each line while the input stays open`() throws {
    let filter = try Conversation(["code"], in: folder.url)
    for id in ["a", "b"] {
      try filter.say("{\"id\":\"\(id)\",\"text\":\"Rusia menuduh Ukraina.\",\"language\":\"id\"}")
      let answer = filter.hear()
      #expect(answer.hasPrefix("{\"id\":\"\(id)/0/0\",\"article\":\"\(id)\""))
    }
    #expect(try filter.end() == 0)
  }

  @Test func `an interrupted ingest can be run again`() throws {
    let lines = (0..<100).map {
      "{\"id\":\"\($0)\",\"text\":\"Rusia menuduh Ukraina \($0) kali.\"}"
    }
    let first = try Conversation(["ingest", "-"], in: folder.url)
    for line in lines { try first.say(line) }
    let deadline = ContinuousClock.now + .seconds(60)
    while try count() < 32, ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.05) }
    first.interrupt()
    let kept = try count()
    #expect(kept >= 32 && kept < 100)
    let again = try ProgramRun(
      ["ingest"], input: lines.joined(separator: "\n"), in: folder.url)
    #expect(again.status == 0)
    #expect(try count() == 100)
  }

  /// The articles in the graph so far.
  private func count() throws -> Int {
    try SampleGraph.articles(in: folder.path("kawat.db"))
  }
}
