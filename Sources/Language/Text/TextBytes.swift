/// A text's UTF-8 bytes with a few zeros behind them, so that looking ahead needs no check.
struct TextBytes {
  private let storage: [UInt8]
  /// The number of bytes of the text.
  let count: Int

  /// The bytes of a text, or of its first part of at most `longest` bytes.
  init(_ text: String, longest: Int = .max) {
    var bytes = Array(text.utf8.prefix(longest))
    if bytes.count == longest {
      while let last = bytes.last, last >= 0x80 { bytes.removeLast() }
    }
    count = bytes.count
    bytes.append(contentsOf: [0, 0, 0, 0])
    storage = bytes
  }

  /// The byte at `index`, which may be up to three behind the end.
  subscript(index: Int) -> UInt8 {
    @inline(__always) get { storage[index] }
  }

  /// The text of a range that starts and ends between scalars.
  func text(_ range: Range<Int>) -> String {
    String(decoding: storage[range], as: UTF8.self)
  }

  /// The scalar that starts at `index` and its length in bytes.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(storage[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(storage[index + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(storage[index + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(storage[index + 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// The kind of the scalar that starts at `index` and its length in bytes.
  @inline(__always)
  func kind(at index: Int) -> (kind: ScalarKind, length: Int) {
    let byte = storage[index]
    if byte < 0x80 { return (ScalarKind(ascii: byte), 1) }
    let (value, length) = scalar(at: index)
    return (ScalarKind(value), length)
  }

  /// The scalar before `index`; zero at the start.
  func scalar(before index: Int) -> UInt32 {
    guard index > 0 else { return 0 }
    var start = index - 1
    while start > 0, storage[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }
}
