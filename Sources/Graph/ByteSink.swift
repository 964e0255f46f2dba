package import Ontology

/// Where formats write: bytes are gathered and handed on in large pieces.
public struct ByteSink {
  private var buffer: [UInt8] = []
  private let limit: Int
  private let output: (UnsafeRawBufferPointer) throws -> Void

  /// A sink that hands its bytes to `output`, about `capacity` bytes at a time.
  public init(
    capacity: Int = 1 << 16, output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    limit = capacity
    self.output = output
    buffer.reserveCapacity(capacity + capacity / 4)
  }

  /// Hands on what has gathered, when it is enough to be worth it; called after each record.
  package mutating func endRecord() throws {
    if buffer.count >= limit { try flush() }
  }

  /// Hands on all that has gathered; called at the end.
  public mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try buffer.withUnsafeBytes { try output($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Bytes that somebody else made.
  public mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Text as it is.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { buffer.append(contentsOf: $0) }
  }

  /// Bytes as they are.
  package mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
  }

  /// One byte.
  package mutating func append(_ byte: UInt8) {
    buffer.append(byte)
  }

  /// A number in decimal digits.
  package mutating func append(_ number: Int) {
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = buffer.count
    repeat {
      buffer.append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
    buffer[start...].reverse()
  }

  /// A number with one decimal and a decimal point, whatever the locale.
  package mutating func append(tenthsOf number: Double) {
    let tenths = Int((number * 10).rounded())
    if tenths < 0 { buffer.append(UInt8(ascii: "-")) }
    append(abs(tenths) / 10)
    buffer.append(UInt8(ascii: "."))
    buffer.append(UInt8(48 + abs(tenths) % 10))
  }

  /// A day as `2024-06-18`.
  package mutating func append(_ day: Day) {
    let (year, month, dayOfMonth) = day.components
    if year < 0 { buffer.append(UInt8(ascii: "-")) }
    append(year.magnitude, width: 4)
    buffer.append(UInt8(ascii: "-"))
    append(month.magnitude, width: 2)
    buffer.append(UInt8(ascii: "-"))
    append(dayOfMonth.magnitude, width: 2)
  }

  private mutating func append(_ number: UInt, width: Int) {
    var divisor: UInt = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      buffer.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }

  /// Text in which `escape` replaces what its format cannot hold.
  package mutating func append(_ text: String, _ escape: TextEscape) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        if escape.isPlain(bytes[index]) {
          index += 1
          continue
        }
        let (length, replacement) = escape.replacement(at: index, of: bytes)
        if let replacement {
          buffer.append(contentsOf: bytes[start..<index])
          buffer.append(contentsOf: replacement)
          start = index + length
        }
        index += length
      }
      buffer.append(contentsOf: bytes[start...])
    }
  }
}
