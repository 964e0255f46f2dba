/// Turns UTF-8 offsets into a text to Unicode scalar offsets, the ones that leave the program.
///
/// A count of scalars is kept for every 64 bytes; what lies between is counted.
/// - Complexity: O(n) to build, O(1) a look-up; an ASCII text keeps nothing.
package struct ScalarOffsets: Sendable {
  private static let step = 64

  private let bytes: [UInt8]
  private let counts: [Int]

  /// The number of scalars of the text.
  package let scalarCount: Int

  /// The offsets of a text.
  package init(_ text: String) {
    let utf8 = text.utf8
    let continuations = utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 1 : 0) }
    scalarCount = utf8.count - continuations
    guard continuations > 0 else {
      bytes = []
      counts = []
      return
    }
    bytes = Array(utf8)
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var scalars = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.step == 0 { counts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    self.counts = counts
  }

  /// The scalar offset of a UTF-8 offset; what lies outside the text is moved to its nearer end,
  /// and an offset inside a scalar counts that scalar as passed.
  package func scalarOffset(ofUTF8 offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    guard !bytes.isEmpty else { return min(offset, scalarCount) }
    guard offset < bytes.count else { return scalarCount }
    let block = offset / Self.step
    var scalars = counts[block]
    for index in block * Self.step..<offset where bytes[index] & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }

  /// The scalar offsets of a range of UTF-8 offsets.
  package func scalarRange(ofUTF8 range: Range<Int>) -> Range<Int> {
    scalarOffset(ofUTF8: range.lowerBound)..<scalarOffset(ofUTF8: range.upperBound)
  }
}
