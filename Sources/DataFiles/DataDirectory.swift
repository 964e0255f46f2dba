import Embedded
import Foundation

/// Where the program's data comes from: what is embedded in the binary, or a folder in its place.
///
/// In: the path of a file below `Data/` (`"ontology/types.tsv"`), or `"Migrations/…"`. Out: its
/// bytes, or its rows as a ``DataTable``. Read ``DataTable`` next.
public struct DataDirectory: Sendable {
  private let folder: URL?

  private init(folder: URL?) {
    self.folder = folder
  }

  /// The data that the binary carries.
  public static let embedded = DataDirectory(folder: nil)

  /// The folder given by `--data` or by `KAWAT_DATA`, else what is embedded.
  ///
  /// - Throws: ``DataError/missing(path:)`` when a folder is named that is not there.
  public static func locate(explicit: String? = nil) throws(DataError) -> DataDirectory {
    let named = explicit ?? ProcessInfo.processInfo.environment["KAWAT_DATA"] ?? ""
    guard !named.isEmpty else { return .embedded }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: named, isDirectory: &isFolder), isFolder.boolValue
    else { throw .missing(path: named) }
    return DataDirectory(folder: URL(fileURLWithPath: named, isDirectory: true))
  }

  /// The paths of all embedded files, in the order in which they are listed.
  package static var embeddedPaths: [String] {
    (0..<embedded_count()).map { String(cString: embedded_path($0)) }
  }

  /// Whether a file is there at all.
  package func contains(_ path: String) -> Bool {
    if let folder {
      return FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }
    return embeddedIndex(of: path) != nil
  }

  /// Gives a file's bytes to `body` without copying what is embedded.
  ///
  /// - Throws: ``DataError/missing(path:)``, or what `body` throws.
  package func withBytes<Result>(
    of path: String, _ body: (UnsafeRawBufferPointer) throws(DataError) -> Result
  ) throws(DataError) -> Result {
    guard let folder, !path.hasPrefix("Migrations/") else {
      return try body(embeddedBytes(of: path))
    }
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
      throw .missing(path: path)
    }
    let outcome = data.withUnsafeBytes { bytes in
      Swift.Result { () throws(DataError) in try body(bytes) }
    }
    return try outcome.get()
  }

  private func embeddedIndex(of path: String) -> Int? {
    (0..<embedded_count()).first { String(cString: embedded_path($0)) == path }
  }

  private func embeddedBytes(of path: String) throws(DataError) -> UnsafeRawBufferPointer {
    guard let index = embeddedIndex(of: path) else { throw .missing(path: path) }
    var length = 0
    let start = embedded_bytes(index, &length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// A whole file as text.
  ///
  /// - Throws: ``DataError/missing(path:)``; ``DataError/malformed(path:line:problem:)`` when it is
  ///   not UTF-8.
  package func text(_ path: String) throws(DataError) -> String {
    try withBytes(of: path) { bytes throws(DataError) in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .malformed(path: path, line: 0, problem: "not UTF-8")
      }
      return text
    }
  }

  /// A tab-separated table, its header row checked against `columns`.
  package func table(_ path: String, columns: [String]) throws(DataError) -> DataTable {
    try DataTable(path: path, text: text(path), columns: columns)
  }
}
