import DataFiles

/// A table of a few thousand words that is looked up by its first columns, read without cutting it
/// up: the file's bytes stay as they are, and a hash table says where each line is.
///
/// The grammar is that of ``DataTable``.
struct FactTable: Sendable {
  private let bytes: [UInt8]
  /// The upper 40 bits of a key's hash, below them where its line begins; 0 is empty.
  private let slots: [UInt64]

  private static let placeBits: UInt64 = 24

  /// Reads a table whose first `keys` columns are the key; a later line with the same key is void.
  ///
  /// - Throws: ``DataError`` when it is missing, its header differs or a line lacks fields.
  init(
    _ path: String, columns: [String], keys: Int, data: DataDirectory
  ) throws(DataError) {
    bytes = try data.withBytes(of: path) { Array($0) }
    guard bytes.count < 1 << Self.placeBits else {
      throw .malformed(path: path, line: 0, problem: "larger than 16 MB")
    }
    slots = try Self.index(bytes, path: path, columns: columns, keys: keys)
  }

  private static func index(
    _ bytes: [UInt8], path: String, columns: [String], keys: Int
  ) throws(DataError) -> [UInt64] {
    var found: [(hash: UInt64, place: Int)] = []
    var number = 0
    var start = 0
    var hasHeader = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      number += 1
      if let first = line.first, first != UInt8(ascii: "#") {
        if !hasHeader {
          guard line.elementsEqual(columns.joined(separator: "\t").utf8) else {
            let problem = "expected the header \(columns.joined(separator: " ⇥ "))"
            throw .malformed(path: path, line: number, problem: problem)
          }
          hasHeader = true
        } else {
          let tabs = line.count { $0 == UInt8(ascii: "\t") }
          guard tabs == columns.count - 1 else {
            let problem = "expected \(columns.count) fields, found \(tabs + 1)"
            throw .malformed(path: path, line: number, problem: problem)
          }
          found.append((hash(of: line, fields: keys), start))
        }
      }
      start = end + 1
    }
    return table(found)
  }

  private static func table(_ found: [(hash: UInt64, place: Int)]) -> [UInt64] {
    var slots = [UInt64](repeating: 0, count: found.count * 2 + 1)
    for (hash, place) in found {
      var slot = home(hash, slots.count)
      while slots[slot] != 0, slots[slot] >> placeBits != hash >> placeBits {
        slot = slot + 1 == slots.count ? 0 : slot + 1
      }
      if slots[slot] == 0 { slots[slot] = (hash & ~(1 << placeBits - 1)) | UInt64(place) }
    }
    return slots
  }

  private static func home(_ hash: UInt64, _ count: Int) -> Int {
    Int((UInt64(UInt32(truncatingIfNeeded: hash >> 20)) &* UInt64(count)) >> 32)
  }

  /// The hash of a line's first fields, a tab behind each.
  private static func hash(of line: ArraySlice<UInt8>, fields: Int) -> UInt64 {
    var key = HashedBytes()
    var left = fields
    for byte in line where left > 0 {
      key.add(byte)
      if byte == UInt8(ascii: "\t") { left -= 1 }
    }
    return key.value
  }

  /// Where the line of a key begins; nil when there is none. The key's hash takes its fields with a
  /// tab behind each.
  @inline(__always)
  func line(_ key: HashedBytes) -> Int? {
    var slot = Self.home(key.value, slots.count)
    while slots[slot] != 0 {
      if slots[slot] >> Self.placeBits == key.value >> Self.placeBits {
        return Int(slots[slot] & (1 << Self.placeBits - 1))
      }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return nil
  }

  /// A field of the line that begins at `line`.
  func field(_ number: Int, ofLine line: Int) -> String {
    var start = line
    for _ in 0..<number {
      start = (bytes[start...].firstIndex(of: UInt8(ascii: "\t")) ?? start) + 1
    }
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n") }
    return String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self)
  }
}
