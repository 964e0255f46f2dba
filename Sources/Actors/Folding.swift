import Foundation

/// How text is made comparable: small letters without marks, cut at spaces, hyphens and the like.
///
/// "Kim Jong-un" → kim·jong·un, "U.S." → us, "Sana'a" → sanaa, "Israel's" → israel. The same cut is
/// made in the tables' names and in the words of a sentence, so that the two always meet.
struct Folding: Sendable {
  /// How a piece was written.
  enum Shape: UInt8, Comparable, Sendable {
    /// No capital, or no letter at all.
    case small
    /// A capital at the start, or somewhere.
    case capital
    /// Two or more letters, all capitals.
    case allCapitals

    static func < (left: Shape, right: Shape) -> Bool { left.rawValue < right.rawValue }
  }

  /// Up to four ASCII letters for each scalar below U+0250 and in U+1E00–1EFF; 0 for none.
  private let latin: [UInt32]

  private static let extended = 0x1E00
  private static let first = 0x250

  init() {
    var table = [UInt32](repeating: 0, count: Self.first + 0x100)
    for scalar in Array(0xC0..<Self.first) + Array(Self.extended..<Self.extended + 0x100) {
      guard let unicode = Unicode.Scalar(UInt32(scalar)) else { continue }
      let base = Self.special[unicode] ?? Self.base(of: unicode)
      let slot = scalar < Self.first ? scalar : scalar - Self.extended + Self.first
      table[slot] = base.utf8.prefix(4).enumerated().reduce(0) { packed, letter in
        packed | UInt32(letter.element) << (8 * UInt32(letter.offset))
      }
    }
    latin = table
  }

  /// Letters that Unicode does not take apart.
  private static let special: [Unicode.Scalar: String] = [
    "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "e", "Ə": "e", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "ħ": "h", "Ħ": "h", "ŋ": "ng",
  ]

  private static func base(of scalar: Unicode.Scalar) -> String {
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let letter = parts.first, letter.isASCII, letter.properties.isAlphabetic else {
      return ""
    }
    return letter.properties.lowercaseMapping
  }

  /// The pieces of a text, in order: `body` gets each piece's bytes and how it was written.
  ///
  /// O(bytes); nothing is allocated but the one buffer that is handed in.
  func pieces(of text: String, buffer: inout [UInt8], _ body: ([UInt8], Shape) -> Void) {
    var state = PieceState()
    buffer.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        take(UInt8(truncatingIfNeeded: scalar.value), &state, &buffer, body)
      } else {
        take(scalar, &state, &buffer, body)
      }
    }
    close(&state, &buffer, body)
  }

  private struct PieceState {
    var capitals = 0
    var letters = 0
    var afterApostrophe = -1
    var dots = 0
  }

  private func take(
    _ byte: UInt8, _ state: inout PieceState, _ buffer: inout [UInt8],
    _ body: ([UInt8], Shape) -> Void
  ) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39:
      splitAfterDot(&state, &buffer, body)
      state.letters += byte >= 0x61 ? 1 : 0
      buffer.append(byte)
    case 0x41...0x5A:
      splitAfterDot(&state, &buffer, body)
      state.letters += 1
      state.capitals += 1
      buffer.append(byte | 0x20)
    case 0x27, 0x60: state.afterApostrophe = buffer.count
    case 0x2E: state.dots += 1
    default: close(&state, &buffer, body)
    }
  }

  private func take(
    _ scalar: Unicode.Scalar, _ state: inout PieceState, _ buffer: inout [UInt8],
    _ body: ([UInt8], Shape) -> Void
  ) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BB, 0x02BC, 0x00B4: state.afterApostrophe = buffer.count
    case 0x2010...0x2015, 0x00A0, 0x2026, 0x201C...0x201E, 0x00AB, 0x00BB:
      close(&state, &buffer, body)
    default:
      splitAfterDot(&state, &buffer, body)
      state.letters += 1
      state.capitals += scalar.properties.isUppercase ? 1 : 0
      append(scalar, &buffer)
    }
  }

  private func append(_ scalar: Unicode.Scalar, _ buffer: inout [UInt8]) {
    let value = Int(scalar.value)
    var packed: UInt32 = 0
    if value < Self.first {
      packed = latin[value]
    } else if (Self.extended..<Self.extended + 0x100).contains(value) {
      packed = latin[value - Self.extended + Self.first]
    }
    guard packed != 0 else {
      // Marks of their own say nothing; other scripts are kept as they are.
      if !(0x300..<0x370).contains(value) {
        buffer.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      return
    }
    while packed != 0 {
      buffer.append(UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
  }

  /// "St.Petersburg" is cut at its dot; the single letters of "U.S." are not.
  private func splitAfterDot(
    _ state: inout PieceState, _ buffer: inout [UInt8], _ body: ([UInt8], Shape) -> Void
  ) {
    guard state.dots > 0 else { return }
    if buffer.count > state.dots { close(&state, &buffer, body) }
  }

  private func close(
    _ state: inout PieceState, _ buffer: inout [UInt8], _ body: ([UInt8], Shape) -> Void
  ) {
    defer { state = PieceState() }
    let tail = buffer.count - state.afterApostrophe
    if state.afterApostrophe >= 0, tail == 0 || (tail == 1 && buffer.last == UInt8(ascii: "s")) {
      buffer.removeLast(tail)
    }
    guard !buffer.isEmpty else { return }
    let all = state.capitals == state.letters && state.letters >= 2
    body(buffer, all ? .allCapitals : state.capitals > 0 ? .capital : .small)
    buffer.removeAll(keepingCapacity: true)
  }
}
