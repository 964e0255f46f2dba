import Foundation
import Graph

/// Where an export goes: standard output, or a file that appears only when it is whole.
struct ExportOutput {
  let path: String?

  /// Gives `body` a sink.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed, full or cannot be made.
  func write(_ body: (inout ByteSink) throws -> Void) throws {
    guard let path, path != "-" else {
      let output = StandardOutput()
      var sink = ByteSink { try output.write($0) }
      try body(&sink)
      try sink.flush()
      try output.flush()
      return
    }
    let part = path + ".part"
    guard FileManager.default.createFile(atPath: part, contents: nil),
      let file = FileHandle(forWritingAtPath: part)
    else { throw CommandFailure.failed("cannot write \(path)") }
    do {
      var sink = ByteSink { try file.write(contentsOf: Data($0)) }
      try body(&sink)
      try sink.flush()
      try file.close()
      guard rename(part, path) == 0 else { throw CommandFailure.failed("cannot write \(path)") }
    } catch {
      unlink(part)
      throw error
    }
  }
}
