/// What a Unicode scalar is to the tokenizer.
///
/// The ranges are those of the Unicode blocks; letters without case count as lower case.
enum ScalarKind: UInt8 {
  case space, lineEnd, lower, upper, digit
  /// Brackets and quotes by their direction; `quote` has none.
  case open, close, quote
  /// Other punctuation; `symbol` is a mark that stands for a thing (€, ☺).
  case punctuation, symbol
  /// Goes with what stands before it: combining marks, joiners, variation selectors.
  case mark

  @inline(__always)
  init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: self = .lower
    case 0x41...0x5A: self = .upper
    case 0x30...0x39: self = .digit
    case 0x0A...0x0D: self = .lineEnd
    case 0x00...0x20, 0x7F: self = .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): self = .close
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): self = .quote
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      self = .symbol
    default: self = .punctuation
    }
  }

  init(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: self = ScalarKind(ascii: UInt8(scalar))
    case 0x80..<0x250: self = Self.latin(scalar)
    case 0x300..<0x370: self = .mark
    case 0x370..<0x530: self = Self.greekOrCyrillic(scalar)
    case 0x2000..<0x2070: self = Self.generalPunctuation(scalar)
    case 0x20A0..<0x20D0, 0x2100..<0x2C00: self = .symbol
    case 0x20D0..<0x2100, 0x1AB0..<0x1B00, 0x1DC0..<0x1E00, 0xFE00..<0xFE10, 0xFE20..<0xFE30:
      self = .mark
    case 0x3000, 0x1680, 0xFEFF: self = .space
    case 0x3001..<0x3004, 0x30FB, 0xFF01..<0xFF10, 0xFF1A..<0xFF21: self = .punctuation
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010: self = .open
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011: self = .close
    case 0xFFF0..<0x10000, 0xE000..<0xF900: self = .symbol
    case 0x1F3FB..<0x1F400, 0xE0000..<0xE0200: self = .mark
    case 0x1F000..<0x20000: self = .symbol
    default: self = .lower
    }
  }

  /// Latin-1 and the Latin blocks behind it, where capitals are mostly the even numbers.
  private static func latin(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x85: .lineEnd
    case 0x80..<0xA1: .space
    case 0xAB: .open
    case 0xBB: .close
    case 0xAD: .mark
    case 0xAA, 0xB5, 0xBA: .lower
    case 0xB2, 0xB3, 0xB9: .digit
    case 0xA1, 0xA7, 0xB6, 0xB7, 0xBF: .punctuation
    case 0xA1..<0xC0, 0xD7, 0xF7: .symbol
    case 0xC0..<0xDF: .upper
    case 0xDF..<0x100: .lower
    case 0x139..<0x149, 0x179..<0x17F: scalar % 2 == 1 ? .upper : .lower
    default: scalar % 2 == 0 ? .upper : .lower
    }
  }

  private static func greekOrCyrillic(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x386..<0x3AC, 0x400..<0x430: .upper
    case 0x460..<0x530: scalar % 2 == 0 ? .upper : .lower
    default: .lower
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> ScalarKind {
    switch scalar {
    case 0x2028, 0x2029: .lineEnd
    case 0x2000..<0x200C, 0x202F, 0x205F: .space
    case 0x200C..<0x2010, 0x202A..<0x202F, 0x2060..<0x2070: .mark
    case 0x2018, 0x201C, 0x201A, 0x201E, 0x2039: .open
    case 0x2019, 0x201D, 0x203A: .close
    case 0x201B, 0x201F, 0x2032, 0x2033: .quote
    default: .punctuation
    }
  }

  /// Lower or upper case.
  @inline(__always)
  var isLetter: Bool { self == .lower || self == .upper }

  /// Letters, digits, and what goes with them.
  @inline(__always)
  var isWordPart: Bool { isLetter || self == .digit || self == .mark }
}
