import ArgumentParser
import Foundation

/// What Graphviz can draw.
enum Drawing: String, CaseIterable, ExpressibleByArgument {
  case svg, png, pdf
}

/// Calls Graphviz: `dot` for what a layered drawing can hold, `sfdp` above.
struct Graphviz {
  /// From so many edges on `sfdp` draws.
  static let manyEdges = 300

  let drawing: Drawing
  let edges: Int

  /// The program that draws.
  var program: String { edges < Self.manyEdges ? "dot" : "sfdp" }

  /// The drawing of a file in DOT, as bytes.
  ///
  /// - Throws: ``CommandFailure/failed(_:)`` when Graphviz is not installed or fails.
  func draw(_ dot: URL) throws -> Data {
    guard let path = Self.path(of: program) else {
      throw CommandFailure.failed(
        "Graphviz (\(program)) is not installed; on Debian or Ubuntu: apt-get install graphviz; "
          + "on macOS: brew install graphviz; or export without --render")
    }
    let folder = dot.deletingLastPathComponent()
    let result = folder.appendingPathComponent("drawing")
    let errors = folder.appendingPathComponent("errors")
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-T\(drawing.rawValue)", "-o", result.path, dot.path]
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let drawn = try? Data(contentsOf: result) else {
      let told = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
      let line = told.split(separator: "\n").first.map(String.init) ?? "no message"
      throw CommandFailure.failed("\(program) failed: \(line)")
    }
    return drawn
  }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
