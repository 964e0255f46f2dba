import Foundation

/// A stream of bytes to be imported: a file or standard input, plain, gzip or zip.
///
/// In: a path, `-` for standard input. Out: unpacked bytes. ``LineReader`` reads lines from it.
final class ByteInput {
  private let handle: FileHandle
  private let path: String
  private var inflate: Inflate?
  private var held: [UInt8] = []
  private var heldNext = 0
  private var packing = Packing.plain
  /// The file's size as it lies there, packed or not; nil for standard input.
  let fileSize: Int?
  /// How much of the file has been read.
  private(set) var bytesRead = 0

  private enum Packing { case plain, gzip, zip }

  init(path: String) throws(StoreError) {
    self.path = path == "-" ? "standard input" : path
    if path == "-" {
      handle = .standardInput
      fileSize = nil
    } else {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard exists, !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
        let problem = isFolder.boolValue ? "is a folder" : "no such file, or not readable"
        throw .unreadable(path: path, problem: problem)
      }
      self.handle = handle
      fileSize = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    }
    held = try more()
    try findPacking()
  }

  deinit { try? handle.close() }

  /// Whether the bytes are packed, so that the size of the file says little.
  var isPacked: Bool { packing != .plain }

  /// Reads into `output`; 0 at the end.
  func read(into output: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    guard packing != .plain else { return try readPlain(into: output) }
    do {
      while true {
        let count = try inflate?.read(into: output) ?? 0
        if count > 0 { return count }
        guard try openNextMember() else { return 0 }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unreadable(path: path, problem: "the packed data is damaged or cut off")
    }
  }

  private func readPlain(into output: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    if heldNext == held.count {
      held = try more()
      heldNext = 0
    }
    let count = min(output.count, held.count - heldNext)
    held.withUnsafeBytes { bytes in
      output.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[heldNext..<heldNext + count]))
    }
    heldNext += count
    return count
  }

  private func more() throws(StoreError) -> [UInt8] {
    do {
      let piece = try handle.read(upToCount: 1 << 20).map { [UInt8]($0) } ?? []
      bytesRead += piece.count
      return piece
    } catch {
      throw .unreadable(path: path, problem: "cannot be read")
    }
  }

  // MARK: Packed input

  private func findPacking() throws(StoreError) {
    if held.starts(with: [0x1F, 0x8B]) { packing = .gzip }
    if held.starts(with: [0x50, 0x4B, 3, 4]) { packing = .zip }
    guard packing != .plain else { return }
    guard try openNextMember() else {
      throw .unreadable(path: path, problem: "the packed file holds nothing")
    }
  }

  /// The next byte of the packed file; nil at its end.
  private func byte() throws(StoreError) -> UInt8? {
    if heldNext == held.count {
      held = try more()
      heldNext = 0
      if held.isEmpty { return nil }
    }
    heldNext += 1
    return held[heldNext - 1]
  }

  private func bytes(_ count: Int) throws(StoreError) -> [UInt8] {
    var found: [UInt8] = []
    for _ in 0..<count {
      guard let next = try byte() else {
        throw .unreadable(path: path, problem: "the packed data is cut off")
      }
      found.append(next)
    }
    return found
  }

  /// Goes on to the next gzip member or zip entry; false when there is none.
  private func openNextMember() throws(StoreError) -> Bool {
    if var ended = inflate {
      held = ended.rest() + held[heldNext...]
      heldNext = 0
      inflate = nil
      if packing == .gzip { _ = try bytes(8) }
    }
    let found = packing == .gzip ? try openGzip() : try openZip()
    guard found else { return false }
    inflate = Inflate { [unowned self] in
      let piece = Array(held[heldNext...])
      heldNext = held.count
      return piece.isEmpty ? try more() : piece
    }
    return true
  }

  /// Reads a gzip header (RFC 1952).
  private func openGzip() throws(StoreError) -> Bool {
    guard let first = try byte() else { return false }
    let header = try bytes(9)
    // Some writers pad the file with zeros.
    guard first == 0x1F, header[0] == 0x8B else { return false }
    let flags = header[2]
    if flags & 4 != 0 {
      let size = try bytes(2)
      _ = try bytes(Int(size[0]) | Int(size[1]) << 8)
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      while let next = try byte(), next != 0 {}
    }
    if flags & 2 != 0 { _ = try bytes(2) }
    return true
  }

  /// Reads a zip entry's local header, up to the first entry with contents.
  private func openZip() throws(StoreError) -> Bool {
    while let first = try byte() {
      // After an entry whose sizes were not known in advance stands a descriptor of 12 to 24 bytes.
      guard first == 0x50 else { continue }
      guard try byte() == 0x4B else { continue }
      let kind = try bytes(2)
      guard kind == [3, 4] else {
        if kind == [1, 2] || kind == [5, 6] { return false }
        continue
      }
      let header = try bytes(26)
      func number(_ at: Int) -> Int { Int(header[at]) | Int(header[at + 1]) << 8 }
      _ = try bytes(number(22) + number(24))
      let method = number(4)
      let size = number(14) | number(16) << 16
      let isEmpty = size == 0 && number(2) & 8 == 0
      if isEmpty { continue }
      guard method == 8 else {
        throw .unreadable(path: path, problem: "zip method \(method) is not known; unpack it first")
      }
      return true
    }
    return false
  }
}
