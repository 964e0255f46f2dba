import Foundation
import Store

/// Kills an import at random moments, and looks at what it leaves.
///
/// Each kill must leave a file that opens, passes the check, and from which the same import goes on
/// to the same events as one that was never killed.
struct KillBenchmark {
  let kawat: String
  let file: String
  let count: Int

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kawat-kills-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = folder.appendingPathComponent("whole.db").path
    let clock = Clock()
    guard try start(whole) == 0 else { return print("kills\t0\tthe import does not run") }
    let seconds = clock.wallSeconds
    let wanted = try events(whole)
    var survived = 0
    for round in 0..<count {
      let graph = folder.appendingPathComponent("\(round).db").path
      let isSurvived = try survives(graph, within: seconds, wanted: wanted)
      survived += isSurvived ? 1 : 0
      if !isSurvived { FileHandle.standardError.write(Data("kill \(round) failed\n".utf8)) }
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: graph + end) }
    }
    print("kills survived\t\(survived)\tof \(count)")
  }

  private func survives(_ graph: String, within seconds: Double, wanted: Int) throws -> Bool {
    // Up to three kills of one graph, so that what goes on after a kill is killed as well.
    for _ in 0..<Int.random(in: 1...3) {
      _ = try start(graph, killAfter: .random(in: 0...seconds))
      guard FileManager.default.fileExists(atPath: graph) else { continue }
      guard try isInOrder(graph) else { return false }
    }
    guard try start(graph) == 0, try isInOrder(graph) else { return false }
    return try events(graph) == wanted
  }

  private func isInOrder(_ graph: String) throws -> Bool {
    do {
      let store = try EventStore.open(path: graph, mode: .write)
      return try store.check().problems.isEmpty
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      return false
    }
  }

  private func events(_ graph: String) throws -> Int {
    try EventStore.open(path: graph, mode: .read).check().events
  }

  private func start(_ graph: String, killAfter seconds: Double? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: kawat)
    process.arguments = ["import", "tsv", file, "--graph", graph, "--quiet"]
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
