/// A set of words with a small number each, looked up by bytes without building a `String`.
struct WordTable: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var values: [UInt8] = []
  private var bytes: [UInt8] = []

  /// - Complexity: O(total length).
  init(_ words: [(word: String, value: UInt8)]) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (word, value) in words {
      insert(Array(word.utf8), value)
    }
  }

  private mutating func insert(_ word: [UInt8], _ value: UInt8) {
    var slot = Int(truncatingIfNeeded: word.reduce(Self.seed, Self.mix)) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(values.count)
    values.append(value)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// ASCII capitals made small.
  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The number of the word that stands at `range`, or nil; with `folding`, ASCII capitals of the
  /// text count as small letters.
  func value(of text: TextBytes, _ range: Range<Int>, folding: Bool) -> UInt8? {
    var hash = Self.seed
    for index in range {
      hash = Self.mix(hash, folding ? Self.lowered(text[index]) : text[index])
    }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      if matches(word, text, range, folding: folding) { return values[word] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(
    _ word: Int, _ text: TextBytes, _ range: Range<Int>, folding: Bool
  ) -> Bool {
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == range.count else { return false }
    for offset in 0..<range.count {
      let byte = text[range.lowerBound + offset]
      if bytes[start + offset] != (folding ? Self.lowered(byte) : byte) { return false }
    }
    return true
  }
}
