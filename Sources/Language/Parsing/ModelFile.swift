package import DataFiles

/// A model as it lies in `Data/<language>/`: a text header and tables of numbers.
///
/// Layout, little-endian: eight bytes `KAWATLM1`; three lengths (UInt32: header bytes, slots, bytes
/// of entries); the header (UTF-8 lines `key value …`); the known-words table (UInt64s, their number
/// in the header); the slots (UInt32s); the entries. See ``Weights`` for the last two.
package struct ModelFile: Sendable {
  /// The header's lines: `kind`, `language`, `styles`, `relations`, `known`.
  package var header: [String: [String]]
  /// The tags that words are known with; see ``KnownWords``.
  package var known: [UInt64]
  /// The weights.
  package var weights: Weights

  /// A model of these parts.
  package init(header: [String: [String]], known: [UInt64], weights: Weights) {
    self.header = header
    self.known = known
    self.weights = weights
  }

  private static let magic = Array("KAWATLM1".utf8)

  /// The model's bytes; the same model gives the same bytes.
  package var bytes: [UInt8] {
    var header = header
    header["known"] = [String(known.count)]
    let lines = header.sorted { $0.key < $1.key }.map {
      "\($0.key) \($0.value.joined(separator: " "))"
    }
    let text = Array(lines.joined(separator: "\n").utf8)
    var out = Self.magic
    for length in [text.count, weights.slots.count, weights.entries.count] {
      Self.append(UInt32(length), to: &out)
    }
    out += text
    for value in known { Self.append(value, to: &out) }
    for slot in weights.slots { Self.append(slot, to: &out) }
    return out + weights.entries
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to out: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { out.append(contentsOf: $0) }
  }

  /// Reads a model of the data directory.
  ///
  /// - Throws: ``DataError`` when it is missing, cut short, or not of this kind.
  package init(_ path: String, kind: String, data: DataDirectory) throws(DataError) {
    self = try data.withBytes(of: path) { bytes throws(DataError) in
      try ModelFile(bytes, path: path)
    }
    guard header["kind"] == [kind] else {
      throw .malformed(path: path, line: 0, problem: "not a \(kind) model")
    }
  }

  /// Reads a model from its bytes and checks that every row lies inside the tables.
  package init(_ bytes: UnsafeRawBufferPointer, path: String) throws(DataError) {
    let damaged = DataError.malformed(path: path, line: 0, problem: "a damaged model")
    guard bytes.count >= 20, bytes.prefix(8).elementsEqual(Self.magic) else { throw damaged }
    let lengths = (0..<3).map {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self)))
    }
    guard 20 + lengths[0] <= bytes.count else { throw damaged }
    header = Self.header(UnsafeRawBufferPointer(rebasing: bytes[20..<20 + lengths[0]]))
    guard let knownCount = header["known"]?.first.flatMap({ Int($0) }), knownCount >= 0,
      knownCount < bytes.count,
      bytes.count == 20 + lengths[0] + 8 * knownCount + 4 * lengths[1] + lengths[2]
    else { throw damaged }
    var place = 20 + lengths[0]
    known = Self.numbers(bytes, from: place, count: knownCount)
    place += 8 * knownCount
    let slots: [UInt32] = Self.numbers(bytes, from: place, count: lengths[1])
    weights = Weights(slots: slots, entries: Array(bytes[(place + 4 * lengths[1])...]))
    guard weights.isSound, known.isEmpty || known.contains(0) else { throw damaged }
  }

  private static func header(_ bytes: UnsafeRawBufferPointer) -> [String: [String]] {
    var header: [String: [String]] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      if let key = parts.first { header[key] = Array(parts.dropFirst()) }
    }
    return header
  }

  private static func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, from place: Int, count: Int
  ) -> [Number] {
    let size = MemoryLayout<Number>.size
    return [Number](unsafeUninitializedCapacity: count) { out, filled in
      let source = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * size])
      UnsafeMutableRawBufferPointer(out).copyMemory(from: source)
      filled = count
      #if _endian(big)
        for index in 0..<count { out[index] = Number(littleEndian: out[index]) }
      #endif
    }
  }
}

extension Weights {
  /// Whether every row ends inside the entries and a search always ends: for what files hold.
  package var isSound: Bool {
    guard !slots.isEmpty else { return entries.isEmpty }
    guard entries.count % 2 == 0 else { return false }
    guard entries.isEmpty || entries[entries.count - 2] >= 128 else { return false }
    var free = 0
    let rows = UInt32(entries.count / 2)
    for slot in slots {
      if slot == 0 {
        free += 1
      } else if slot & 0x1f_ffff > rows || slot & 0x1f_ffff == 0 {
        return false
      }
    }
    return free > 0
  }
}
