import Foundation

/// A line cut at its tabs, without copies.
final class Fields {
  private let bounds: UnsafeMutablePointer<Int>
  private let capacity = 256
  private var line = UnsafeRawBufferPointer(start: nil, count: 0)
  /// How many fields the line has; 256 at most.
  private(set) var count = 0

  init() {
    bounds = .allocate(capacity: capacity + 1)
    bounds.initialize(repeating: 0, count: capacity + 1)
  }

  deinit { bounds.deallocate() }

  /// Cuts a line; the fields are valid as long as the line is.
  func split(_ line: UnsafeRawBufferPointer) {
    self.line = line
    count = 0
    bounds[0] = 0
    guard let base = line.baseAddress else {
      count = 1
      bounds[1] = 1
      return
    }
    var start = 0
    while count < capacity - 1, let tab = memchr(base + start, 9, line.count - start) {
      start = base.distance(to: tab) + 1
      count += 1
      bounds[count] = start
    }
    count += 1
    bounds[count] = line.count + 1
  }

  /// The field at `index`, empty beyond the last.
  subscript(_ index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: line[bounds[index]..<bounds[index + 1] - 1])
  }

  /// Neighbouring fields with the tabs between them.
  func range(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    guard range.upperBound <= count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      rebasing: line[bounds[range.lowerBound]..<bounds[range.upperBound] - 1])
  }

  /// The field as text; what is not UTF-8 is read as Latin 1.
  func text(_ index: Int) -> String { Self.text(self[index]) }

  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// A whole number in digits; nil for anything else.
  static func int(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}
