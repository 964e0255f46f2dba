/// Cuts the text of a query into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The tokens of a query, the last of them the end.
  ///
  /// - Throws: for characters and strings that no query can hold.
  static func tokens(of text: String) throws(QueryError) -> [Token] {
    var lexer = Lexer(text)
    return try lexer.run()
  }

  private mutating func run() throws(QueryError) -> [Token] {
    while try skipBlanks() {
      let start = position
      let kind = try next()
      tokens.append(Token(kind: kind, start: start, end: position))
    }
    tokens.append(Token(kind: .end, start: bytes.count, end: bytes.count))
    return tokens
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Skips white space and comments; false at the end of the text.
  private mutating func skipBlanks() throws(QueryError) -> Bool {
    while position < bytes.count {
      switch (byte(), byte(1)) {
      case (9...13, _), (32, _): position += 1
      case (0xC2, 0xA0): position += 2
      case (UInt8(ascii: "/"), UInt8(ascii: "/")):
        while position < bytes.count, byte() != 10 { position += 1 }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): try skipComment()
      default: return true
      }
    }
    return false
  }

  private mutating func skipComment() throws(QueryError) {
    let start = position
    position += 2
    while position < bytes.count {
      if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    throw .syntax("this comment is not closed", at: start, expected: ["*/"])
  }

  private mutating func next() throws(QueryError) -> Token.Kind {
    switch byte() {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "`"): return .quotedName(try quotedName())
    case UInt8(ascii: "$"): return try parameter()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: ".") where Self.isDigit(byte(1)): return number()
    default:
      if let name = name() { return .name(name) }
      return try sign()
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  // MARK: Names and signs

  /// The name that begins here; nil when none does.
  private mutating func name() -> String? {
    let start = position
    while position < bytes.count {
      if byte() < 0x80 {
        guard Self.isNameByte(byte()) else { break }
        position += 1
      } else {
        let (scalar, length) = scalar()
        let properties = scalar.properties
        guard position == start ? properties.isIDStart : properties.isIDContinue else { break }
        position += length
      }
    }
    return position > start ? text(start..<position) : nil
  }

  /// The Unicode scalar that begins here, and its length in bytes.
  private func scalar() -> (Unicode.Scalar, Int) {
    let length = byte() >= 0xF0 ? 4 : byte() >= 0xE0 ? 3 : byte() >= 0x80 ? 2 : 1
    let end = min(position + length, bytes.count)
    return (text(position..<end).unicodeScalars.first ?? " ", end - position)
  }

  private mutating func quotedName() throws(QueryError) -> String {
    let start = position
    var name: [UInt8] = []
    position += 1
    while position < bytes.count {
      if byte() == UInt8(ascii: "`") {
        guard byte(1) == UInt8(ascii: "`") else {
          position += 1
          return String(decoding: name, as: UTF8.self)
        }
        position += 1
      }
      name.append(byte())
      position += 1
    }
    throw .syntax("this name is not closed", at: start, expected: ["`"])
  }

  private mutating func parameter() throws(QueryError) -> Token.Kind {
    let start = position
    position += 1
    if byte() == UInt8(ascii: "`") { return .parameter(try quotedName()) }
    guard let name = name() else {
      throw .syntax("a parameter needs a name after the dollar", at: start)
    }
    return .parameter(name)
  }

  private mutating func sign() throws(QueryError) -> Token.Kind {
    let pair = text(position..<min(position + 2, bytes.count))
    if byte() < 0x80, byte(1) < 0x80, ["<=", ">=", "<>", "=~", "..", "+="].contains(pair) {
      position += 2
      return .sign(pair)
    }
    let start = position
    let (scalar, length) = scalar()
    position += length
    if !scalar.isASCII {
      throw .syntax(
        "the character '\(scalar)' has no meaning in a query", at: start,
        "InvalidUnicodeCharacter")
    }
    let sign = String(scalar)
    return "()[]{}<>=+-*/%^.,:;|&!".unicodeScalars.contains(scalar)
      ? .sign(sign) : .unexpected(sign)
  }

  // MARK: Numbers

  private mutating func number() -> Token.Kind {
    let start = position
    if byte() == UInt8(ascii: "0"), [UInt8(ascii: "x"), UInt8(ascii: "o")].contains(byte(1)) {
      return prefixedNumber()
    }
    var isFloat = false
    skipDigits()
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      isFloat = true
      position += 1
      skipDigits()
    }
    let signed = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
    if byte() | 0x20 == UInt8(ascii: "e"), Self.isDigit(signed ? byte(2) : byte(1)) {
      isFloat = true
      position += signed ? 2 : 1
      skipDigits()
    }
    guard !Self.isNameByte(byte()) || position >= bytes.count else {
      while position < bytes.count, Self.isNameByte(byte()) { position += 1 }
      return .malformedNumber(text(start..<position))
    }
    return isFloat ? .float(text(start..<position)) : .integer(text(start..<position))
  }

  private mutating func skipDigits() {
    while Self.isDigit(byte()) { position += 1 }
  }

  private mutating func prefixedNumber() -> Token.Kind {
    let start = position
    let radix = byte(1) == UInt8(ascii: "x") ? 16 : 8
    position += 2
    while position < bytes.count, Self.isNameByte(byte()) { position += 1 }
    let digits = text(start + 2..<position)
    let valid =
      !digits.isEmpty && digits.allSatisfy { $0.hexDigitValue.map { $0 < radix } ?? false }
    return valid ? .integer(text(start..<position)) : .malformedNumber(text(start..<position))
  }

  // MARK: Strings

  private mutating func string() throws(QueryError) -> String {
    let start = position
    let quote = byte()
    var result: [UInt8] = []
    position += 1
    while position < bytes.count {
      let next = byte()
      position += 1
      if next == quote { return String(decoding: result, as: UTF8.self) }
      if next == UInt8(ascii: "\\") {
        result.append(contentsOf: try escape())
      } else {
        result.append(next)
      }
    }
    throw .syntax("this string is not closed", at: start, expected: [String(UnicodeScalar(quote))])
  }

  private mutating func escape() throws(QueryError) -> [UInt8] {
    let start = position - 1
    let kind = byte()
    position += 1
    switch kind {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "u"): return try unicodeEscape(digits: 4, from: start)
    case UInt8(ascii: "U"): return try unicodeEscape(digits: 8, from: start)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return [kind]
    default:
      throw .syntax(
        "a string has no such escape", at: start,
        expected: ["\\n", "\\t", "\\\\", "\\'", "\\\"", "\\uXXXX"])
    }
  }

  private mutating func unicodeEscape(digits: Int, from start: Int) throws(QueryError) -> [UInt8] {
    let end = position + digits
    guard end <= bytes.count, let code = UInt32(text(position..<end), radix: 16),
      let scalar = Unicode.Scalar(code)
    else {
      throw .syntax(
        "this escape needs \(digits) hexadecimal digits of a character", at: start,
        "InvalidUnicodeLiteral")
    }
    position = end
    return Array(String(Character(scalar)).utf8)
  }
}
