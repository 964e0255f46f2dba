import Foundation

/// The bytes of a file, of standard input or of memory: line by line, or all at once.
final class ByteSource {
  private static let chunk = 1 << 16

  /// The path, for messages and identifiers.
  let path: String
  private let descriptor: Int32?
  private let isOurs: Bool
  private var buffer: [UInt8]
  private var start = 0
  private var isAtEnd: Bool
  private var failure: IngestError?
  /// The number of the line that was read last, from 1.
  private(set) var line = 0

  private init(path: String, descriptor: Int32?, isOurs: Bool, buffer: [UInt8]) {
    self.path = path
    self.descriptor = descriptor
    self.isOurs = isOurs
    self.buffer = buffer
    isAtEnd = descriptor == nil
  }

  /// Bytes in memory.
  convenience init(_ bytes: [UInt8], path: String) {
    self.init(path: path, descriptor: nil, isOurs: false, buffer: bytes)
  }

  /// A file.
  convenience init(file path: String) throws(IngestError) {
    let descriptor = Foundation.open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    self.init(path: path, descriptor: descriptor, isOurs: true, buffer: [])
  }

  /// Standard input, called `stdin`.
  static func standardInput() -> ByteSource {
    ByteSource(path: "stdin", descriptor: STDIN_FILENO, isOurs: false, buffer: [])
  }

  deinit {
    if let descriptor, isOurs { close(descriptor) }
  }

  /// The file's name without folder and ending.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.split(separator: ".").first ?? name
    return stem.isEmpty ? "article" : String(stem)
  }

  /// The first bytes, which stay to be read.
  func beginning() -> ArraySlice<UInt8> {
    if buffer.isEmpty { fill() }
    return buffer[start...].prefix(1024)
  }

  /// The next line without its end, at the end nil.
  ///
  /// - Throws: ``IngestError/unreadable(path:reason:)`` when reading breaks off.
  func nextLine() throws(IngestError) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        line += 1
        return Self.withoutReturn(buffer[start..<end])
      }
      let unfinished = buffer.count - start
      guard !isAtEnd else { return try lastLine() }
      fill()
      searched = start + unfinished
    }
  }

  /// All bytes that are left.
  ///
  /// - Throws: ``IngestError/unreadable(path:reason:)`` when reading breaks off.
  func rest() throws(IngestError) -> ArraySlice<UInt8> {
    while !isAtEnd { fill() }
    if let failure { throw failure }
    defer { start = buffer.count }
    return buffer[start...]
  }

  /// All bytes that are left as text without a byte order mark.
  ///
  /// - Throws: ``IngestError/notUTF8(path:line:)`` among others.
  func text() throws(IngestError) -> String {
    let bytes = try rest()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(path: path, line: 0)
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private func lastLine() throws(IngestError) -> ArraySlice<UInt8>? {
    if let failure {
      self.failure = nil
      start = buffer.count
      throw failure
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    line += 1
    return Self.withoutReturn(buffer[start...])
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private func fill() {
    guard let descriptor, !isAtEnd else { return }
    buffer.removeFirst(start)
    start = 0
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = buffer.withUnsafeMutableBytes { bytes in
      read(descriptor, bytes.baseAddress?.advanced(by: old), Self.chunk)
    }
    buffer.removeLast(Self.chunk - max(count, 0))
    guard count <= 0, !(count < 0 && errno == EINTR) else { return }
    isAtEnd = true
    if count < 0 {
      failure = .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
