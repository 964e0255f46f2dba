package import Foundation

/// Compares text with a golden file beside the test; `GOLDEN=record` writes it and fails.
///
/// - Returns: nil when they agree, else what to look at.
package func differenceFromGolden(
  _ text: String, _ name: String, file: String = #filePath
) -> String? {
  let golden = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
    try? FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: golden, atomically: true, encoding: .utf8)
    return "recorded \(name); read the diff and run again"
  }
  guard let wanted = try? String(contentsOf: golden, encoding: .utf8) else {
    return "no golden file \(name); record it with GOLDEN=record"
  }
  return text == wanted ? nil : "differs from \(name); record with GOLDEN=record and read the diff"
}

/// The folder beside the project that holds shared gold data, when it is there.
package func sharedFolder(_ path: String, file: String = #filePath) -> URL? {
  let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
    .appendingPathComponent(path)
  return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
}
