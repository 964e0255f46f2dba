import Foundation

/// Programs of others that read exports back.
enum Reader {
  /// What a program left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The interpreter whose packages `.ci/readers` installs, else the machine's own.
  static var python: String? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let installed = root.appendingPathComponent(".build/readers/bin/python").path
    if FileManager.default.isExecutableFile(atPath: installed) { return installed }
    return path(of: "python3")
  }

  /// Where a program lies, nil when it is not installed.
  static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether Python has a package.
  static func hasPython(package: String) -> Bool {
    guard let python else { return false }
    return (try? run(python, ["-c", "import \(package)"], input: ""))?.status == 0
  }

  /// Runs a program with `input` in a file that takes the place of `@` among the arguments.
  static func run(_ program: String, _ arguments: [String], input: String) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kawat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("input")
    try Data(input.utf8).write(to: file)
    let output = folder.appendingPathComponent("output")
    let errors = folder.appendingPathComponent("errors")
    for place in [output, errors] { try Data().write(to: place) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path(of: program) ?? program)
    process.arguments = arguments.map { $0 == "@" ? file.path : $0 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Runs a Python script with the path of `input` as its first argument.
  static func python(_ script: String, input: String) throws -> Outcome {
    try run(python ?? "python3", ["-c", script, "@"], input: input)
  }
}
