/// Unpacks DEFLATE (RFC 1951) as a stream, without another library.
///
/// Input comes from `refill`, output is taken piece by piece; the last 32 KiB stay for references.
struct Inflate {
  /// The stream is not DEFLATE, or it ends too early.
  struct Damaged: Error {}

  private enum State {
    case header
    case stored(left: Int)
    case coded
    case copying(length: Int, distance: Int)
    case done
  }

  private var bits: UInt64 = 0
  private var bitCount = 0
  private var input: [UInt8] = []
  private var next = 0
  private let refill: () throws -> [UInt8]
  private var window = [UInt8](repeating: 0, count: 32_768)
  private var written = 0
  private var state = State.header
  private var isLast = false
  private var literals = HuffmanTable.fixedLiterals
  private var distances = HuffmanTable.fixedDistances

  /// - Parameter refill: the next piece of packed bytes, empty at the end.
  init(refill: @escaping () throws -> [UInt8]) { self.refill = refill }

  /// Unpacks into `output`.
  ///
  /// - Returns: how many bytes were written; 0 at the end of the stream.
  mutating func read(into output: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = 0
    while count < output.count {
      switch state {
      case .done: return count
      case .header: try readHeader()
      case .stored(let left): try copyStored(left, to: output, &count)
      case .copying(let length, let distance): copy(length, distance, to: output, &count)
      case .coded: try decode(to: output, &count)
      }
    }
    return count
  }

  /// The bytes of packed input after the stream's end that were read ahead.
  mutating func rest() -> [UInt8] {
    var rest: [UInt8] = []
    _ = take(bitCount % 8)
    while bitCount >= 8 { rest.append(UInt8(take(8))) }
    return rest + input[next...]
  }

  // MARK: Bits

  private mutating func need(_ count: Int) throws {
    while bitCount < count {
      if next == input.count {
        input = try refill()
        next = 0
        guard !input.isEmpty else { throw Damaged() }
      }
      bits |= UInt64(input[next]) << UInt64(bitCount)
      next += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) -> Int {
    let value = Int(bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  private mutating func read(_ count: Int) throws -> Int {
    try need(count)
    return take(count)
  }

  private mutating func symbol(_ table: HuffmanTable) throws -> Int {
    // Near the stream's end there may be fewer bits than the longest code has.
    while true {
      if let (symbol, length) = table.symbol(for: bits, available: bitCount) {
        _ = take(length)
        return symbol
      }
      guard bitCount < 15 else { throw Damaged() }
      try need(bitCount + 1)
    }
  }

  // MARK: Blocks

  private mutating func readHeader() throws {
    guard !isLast else {
      state = .done
      return
    }
    isLast = try read(1) == 1
    switch try read(2) {
    case 0:
      _ = take(bitCount % 8)
      let length = try read(16)
      guard try read(16) == length ^ 0xFFFF else { throw Damaged() }
      state = .stored(left: length)
    case 1:
      (literals, distances) = (.fixedLiterals, .fixedDistances)
      state = .coded
    case 2:
      try readTables()
      state = .coded
    default: throw Damaged()
    }
  }

  private mutating func readTables() throws {
    let literalCount = try read(5) + 257
    let distanceCount = try read(5) + 1
    let lengthCount = try read(4) + 4
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for place in order.prefix(lengthCount) { codeLengths[place] = UInt8(try read(3)) }
    let table = HuffmanTable(lengths: codeLengths)
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(table)
      switch symbol {
      case 0...15: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw Damaged() }
        lengths += repeatElement(last, count: 3 + (try read(2)))
      case 17: lengths += repeatElement(0, count: 3 + (try read(3)))
      default: lengths += repeatElement(0, count: 11 + (try read(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw Damaged() }
    literals = HuffmanTable(lengths: Array(lengths[..<literalCount]))
    distances = HuffmanTable(lengths: Array(lengths[literalCount...]))
  }

  // MARK: Output

  private mutating func put(
    _ byte: UInt8, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
  ) {
    output[count] = byte
    count += 1
    window[written & 32_767] = byte
    written += 1
  }

  private mutating func copyStored(
    _ left: Int, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
  ) throws {
    var left = left
    while left > 0, count < output.count {
      put(UInt8(try read(8)), to: output, &count)
      left -= 1
    }
    state = left == 0 ? .header : .stored(left: left)
  }

  private mutating func copy(
    _ length: Int, _ distance: Int, to output: UnsafeMutableRawBufferPointer, _ count: inout Int
  ) {
    var left = length
    while left > 0, count < output.count {
      put(window[(written - distance) & 32_767], to: output, &count)
      left -= 1
    }
    state = left == 0 ? .coded : .copying(length: left, distance: distance)
  }

  private mutating func decode(
    to output: UnsafeMutableRawBufferPointer, _ count: inout Int
  ) throws {
    while count < output.count {
      let symbol = try symbol(literals)
      if symbol < 256 {
        put(UInt8(symbol), to: output, &count)
      } else if symbol == 256 {
        state = .header
        return
      } else {
        let (length, distance) = try reference(symbol - 257)
        copy(length, distance, to: output, &count)
        if case .copying = state { return }
      }
    }
  }

  private mutating func reference(_ code: Int) throws -> (length: Int, distance: Int) {
    guard code < Self.lengthBases.count else { throw Damaged() }
    let length = Self.lengthBases[code] + (try read(Self.lengthBits[code]))
    let distanceCode = try symbol(distances)
    guard distanceCode < Self.distanceBases.count else { throw Damaged() }
    let distance = Self.distanceBases[distanceCode] + (try read(Self.distanceBits[distanceCode]))
    guard distance <= written, distance <= 32_768 else { throw Damaged() }
    return (length, distance)
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}

/// A prefix code as a table over the next fifteen bits: symbol and length in one number.
struct HuffmanTable {
  private let entries: [UInt16]
  private let width: Int

  /// The canonical code with these lengths, 0 for symbols that do not occur.
  init(lengths: [UInt8]) {
    let width = max(1, Int(lengths.max() ?? 1))
    var entries = [UInt16](repeating: 0, count: 1 << width)
    var code = 0
    for length in 1...width {
      for (symbol, its) in lengths.enumerated() where Int(its) == length {
        let reversed = Self.reversed(code, length)
        for place in stride(from: reversed, to: 1 << width, by: 1 << length) {
          entries[place] = UInt16(symbol << 4 | length)
        }
        code += 1
      }
      code <<= 1
    }
    self.entries = entries
    self.width = width
  }

  /// The symbol that the bits begin with; nil when there are too few, or when there is no such code.
  func symbol(for bits: UInt64, available: Int) -> (symbol: Int, length: Int)? {
    let entry = entries[Int(bits & (1 << UInt64(width) - 1))]
    let length = Int(entry & 15)
    return length > 0 && length <= available ? (Int(entry >> 4), length) : nil
  }

  private static func reversed(_ code: Int, _ length: Int) -> Int {
    var (code, reversed) = (code, 0)
    for _ in 0..<length {
      reversed = reversed << 1 | code & 1
      code >>= 1
    }
    return reversed
  }

  static var fixedLiterals: HuffmanTable {
    HuffmanTable(
      lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  }

  static var fixedDistances: HuffmanTable {
    HuffmanTable(lengths: [UInt8](repeating: 5, count: 30))
  }
}
