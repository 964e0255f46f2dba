import Foundation
import TestSupport
import Testing

@Suite struct `Killed at any moment` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the program and kills it after so many seconds.
  private func start(_ arguments: [String], killAfter seconds: Double) throws {
    let process = Process()
    process.executableURL = ProgramRun.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private func events(_ graph: String) throws -> String {
    let run = try ProgramRun(["check", "--graph", graph, "--format", "csv"])
    #expect(run.status == 0, "\(run.complaint)")
    return run.output.split(separator: "\n").first { $0.hasPrefix("events,") }.map(String.init)
      ?? ""
  }

  @Test func `an import leaves a graph in order, and goes on to the same end`() throws {
    let file = folder.path("t.tsv")
    var table = "date\tactor\trelation\trecipient\n"
    for row in 0..<30_000 {
      let actors = ["USA", "PRK", "RUS", "IDN", "Komite \(row % 97)"]
      table += "20\(10 + row % 15)-03-0\(1 + row % 9)\t\(actors[row % 5])\t112\t"
      table += actors[(row / 5 + row) % 5] + "\n"
    }
    try Data(table.utf8).write(to: URL(fileURLWithPath: file))
    let clock = ContinuousClock.now
    let whole = folder.path("whole.db")
    #expect(try ProgramRun(["import", "tsv", file, "--graph", whole]).status == 0)
    let time = ContinuousClock.now - clock
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    let wanted = try events(whole)
    for round in 0..<20 {
      let graph = folder.path("\(round).db")
      for _ in 0..<2 {
        try start(
          ["import", "tsv", file, "--graph", graph], killAfter: .random(in: 0...seconds))
        if FileManager.default.fileExists(atPath: graph) {
          #expect(try ProgramRun(["check", "--repair", "--graph", graph]).status == 0)
        }
      }
      #expect(try ProgramRun(["import", "tsv", file, "--graph", graph]).status == 0)
      #expect(try events(graph) == wanted)
    }
  }
}
