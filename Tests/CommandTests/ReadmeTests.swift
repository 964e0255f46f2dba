import Foundation
import TestSupport
import Testing

/// The README as the tests read it: its lines, and the examples among them.
private struct Readme {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let file = folder.appendingPathComponent("README.md")

  /// A command of a ```console block, and where the output that it shows stands.
  struct Example {
    let command: String
    var shown: Range<Int>
  }

  var lines: [String]

  init() throws {
    lines = try String(contentsOf: Self.file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The examples in order: lines that begin with "$ ", each with the lines up to the next one.
  var examples: [Example] {
    var examples: [Example] = []
    var isInside = false
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        let next = number + 1
        examples.append(Example(command: String(line.dropFirst(2)), shown: next..<next))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].shown =
          examples[examples.count - 1].shown.lowerBound..<number + 1
      }
    }
    return examples
  }

  /// Runs all examples one after the other in one folder; a terminal of 110 columns is assumed.
  func outputs() throws -> [[String]] {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Data"),
      withDestinationURL: Self.folder.appendingPathComponent("Data"))
    let program = ProgramRun.program.deletingLastPathComponent().path
    return try examples.map { example in
      let run = try ProgramRun(
        executable: URL(fileURLWithPath: "/bin/bash"), ["-c", example.command], input: Data(),
        in: folder.url,
        environment: [
          "PATH": "\(program):/usr/local/bin:/usr/bin:/bin", "COLUMNS": "110",
          "KAWAT_FORMAT": "table",
        ])
      let text = (run.output + run.complaint).components(separatedBy: "\n")
      return text.last == "" ? text.dropLast() : text
    }
  }
}

@Suite struct `The README` {
  @Test func `shows what its commands print`() throws {
    var readme = try Readme()
    let examples = readme.examples
    let outputs = try readme.outputs()
    #expect(examples.count >= 5)
    let isRecording = ProcessInfo.processInfo.environment["GOLDEN"] == "record"
    for (example, output) in zip(examples, outputs).reversed() {
      if isRecording {
        readme.lines.replaceSubrange(example.shown, with: output)
      } else {
        #expect(Array(readme.lines[example.shown]) == output, "\(example.command)")
      }
    }
    if isRecording {
      try readme.lines.joined(separator: "\n").write(
        to: Readme.file, atomically: true, encoding: .utf8)
      Issue.record("recorded README.md; read the diff and run again")
    }
  }

  @Test func `names every command of the program`() throws {
    let readme = try Readme().lines.joined(separator: "\n")
    for command in try ProgramRun.commands() {
      #expect(readme.contains("kawat \(command)"), "kawat \(command)")
    }
  }

  @Test func `has at most 200 lines`() throws {
    #expect(try Readme().lines.count <= 200)
  }
}
