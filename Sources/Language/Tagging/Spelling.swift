/// What the models see of a word's spelling: hashes of the whole and of its ends.
///
/// Letters are lowered (Latin 1 among them) and digits are all one but in ``exact`` and ``shape``.
package struct Spelling: Sendable {
  /// The word, lowered, digits as 0.
  package var word: UInt64 = 0
  /// The word as it stands.
  package var exact: UInt64 = 0
  /// Its last bytes, lowered.
  package var suffix1: UInt64 = 0, suffix2: UInt64 = 0, suffix3: UInt64 = 0, suffix4: UInt64 = 0
  /// Its first bytes, lowered.
  package var prefix2: UInt64 = 0, prefix3: UInt64 = 0, prefix4: UInt64 = 0
  /// Capitals, small letters, digits and signs in runs of three at most.
  package var shape: UInt64 = 0
  /// 1 for a word with a capital first letter, 0 for one without.
  package var capital: UInt64 = 0

  /// The spelling of nothing: what stands before a sentence and behind it.
  package init() {}

  /// The spelling of a form.
  package init(_ form: String) {
    var form = form
    self = form.withUTF8 { Spelling(bytes: $0) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    var whole = HashedBytes()
    var lowered = HashedBytes()
    var runs = HashedBytes()
    var last: UInt8 = 0
    var run = 0
    var previous: UInt8 = 0
    for byte in bytes {
      let low = Self.lowered(byte, after: previous)
      previous = byte
      whole.add(byte)
      lowered.add(Self.isDigit(byte) ? UInt8(ascii: "0") : low)
      let kind = Self.kind(byte)
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 3 { runs.add(kind) }
    }
    word = lowered.value
    exact = whole.value
    shape = runs.value
    capital = bytes.first.map { $0 >= 65 && $0 <= 90 ? 1 : 0 } ?? 0
    takeEnds(bytes)
  }

  private mutating func takeEnds(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    suffix1 = Self.packed(bytes, count - 1, 1)
    suffix2 = Self.packed(bytes, count - 2, 2)
    suffix3 = Self.packed(bytes, count - 3, 3)
    suffix4 = Self.packed(bytes, count - 4, 4)
    prefix2 = Self.packed(bytes, 0, 2)
    prefix3 = Self.packed(bytes, 0, 3)
    prefix4 = Self.packed(bytes, 0, 4)
  }

  /// Up to `length` bytes from `start` on in one number; a shorter word gives all of its bytes.
  private static func packed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int
  ) -> UInt64 {
    let from = max(0, start)
    let end = min(bytes.count, max(0, start) + length)
    var value: UInt64 = UInt64(length)
    for place in from..<max(from, end) {
      let before = place > 0 ? bytes[place - 1] : 0
      value = value << 8 | UInt64(lowered(bytes[place], after: before))
    }
    return value
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if byte >= 65 && byte <= 90 { return byte + 32 }
    return previous == 0xc3 && byte >= 0x80 && byte <= 0x9e ? byte + 32 : byte
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  @inline(__always)
  private static func kind(_ byte: UInt8) -> UInt8 {
    if byte >= 128 { return UInt8(ascii: "u") }
    if byte >= 65 && byte <= 90 { return UInt8(ascii: "X") }
    if byte >= 97 && byte <= 122 { return UInt8(ascii: "x") }
    return isDigit(byte) ? UInt8(ascii: "d") : byte
  }
}

/// A running hash of bytes (FNV-1a, 64 bits).
package struct HashedBytes {
  /// The hash of the bytes so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no bytes.
  package init() {}

  /// Takes one byte more.
  @inline(__always)
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
