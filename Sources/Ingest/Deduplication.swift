/// A number that stands for a text: 64 bits of FNV-1a over its words, so that white space and line
/// ends do not tell two copies of an article apart.
package struct TextHash: Hashable, Sendable {
  /// The number.
  package let rawValue: UInt64

  /// The hash of a text.
  package init(_ text: some StringProtocol) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var pendingSpace = false
    for byte in text.utf8 {
      let isSpace = byte == 32 || (9...13).contains(byte)
      if isSpace {
        pendingSpace = true
        continue
      }
      if pendingSpace { hash = (hash ^ 32) &* 0x100_0000_01b3 }
      pendingSpace = false
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    rawValue = hash
  }

  /// Eight digits for identifiers.
  package var short: String {
    let digits = String(UInt32(truncatingIfNeeded: rawValue ^ (rawValue >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
