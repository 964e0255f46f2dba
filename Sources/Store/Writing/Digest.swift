/// A fast 64-bit digest of bytes, the same however they are cut into pieces.
///
/// It tells files and articles apart; it is no defence against forgery.
struct Digest {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var pending: UInt64 = 0
  private var pendingBytes: UInt64 = 0
  /// How many bytes have been added.
  private(set) var count = 0

  init() {}

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var index = 0
    while pendingBytes != 0, index < bytes.count {
      add(byte: bytes[index])
      index += 1
    }
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < bytes.count {
      add(byte: bytes[index])
      index += 1
    }
  }

  /// Adds a text, and that it ends here.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    withUnsafeBytes(of: UInt8(0xFF)) { add($0) }
  }

  private mutating func add(byte: UInt8) {
    pending |= UInt64(byte) << (8 * pendingBytes)
    pendingBytes += 1
    guard pendingBytes == 8 else { return }
    mix(pending)
    pending = 0
    pendingBytes = 0
  }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    state = product.high ^ product.low &+ 0xA076_1D64_78BD_642F
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    var rest = self
    rest.mix(pending)
    rest.mix(UInt64(count))
    let digits = String(rest.state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
