package import Foundation

/// One run of the built program: what it was given, what it said, how it ended.
package struct ProgramRun: Sendable {
  /// What went to standard output.
  package let output: String
  /// What went to standard error.
  package let complaint: String
  /// The exit status.
  package let status: Int32

  /// The program that was built beside the tests.
  package static var program: URL {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(fileURLWithPath: tests ?? CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("kawat")
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: the words after `kawat`.
  ///   - input: what it reads on standard input.
  ///   - folder: where it runs.
  ///   - environment: variables beside those of the tests; `KAWAT_GRAPH` and `KAWAT_DATA` of the
  ///     tests' own environment are not handed on.
  package init(
    _ arguments: [String], input: String = "", in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: Self.program, arguments, input: Data(input.utf8), in: folder,
      environment: environment)
  }

  /// Runs any program to its end.
  package init(
    executable: URL, _ arguments: [String], input: Data, in folder: URL?,
    environment: [String: String]
  ) throws {
    let scratch = try TemporaryFolder()
    let inputFile = scratch.url.appendingPathComponent("in")
    let outputFile = scratch.url.appendingPathComponent("out")
    let complaintFile = scratch.url.appendingPathComponent("err")
    try input.write(to: inputFile)
    for file in [outputFile, complaintFile] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? scratch.url
    let ours: Set = ["KAWAT_GRAPH", "KAWAT_DATA", "KAWAT_FORMAT", "COLUMNS"]
    process.environment = ProcessInfo.processInfo.environment
      .filter { !ours.contains($0.key) }
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: complaintFile)
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    complaint = String(decoding: try Data(contentsOf: complaintFile), as: UTF8.self)
    status = process.terminationStatus
  }
}

/// A folder that is there as long as the value is.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let url: URL

  /// A new, empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("kawat-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file into the folder and returns its path.
  package func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
    return path(name)
  }
}
