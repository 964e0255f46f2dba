/// Cuts HTML or XML into tags and text, forgivingly: what is no tag is text, and nothing fails.
///
/// In: the source. Out: ``MarkupToken``s in order. ``WebPage`` reads articles out of pages with it,
/// ``Feed`` out of RSS and Atom.
struct MarkupTokenizer: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  /// The element whose content is not markup and that is open, `script` or `style`.
  private var raw: String?
  /// The end tag that an empty element of XML stands for.
  private var implied: MarkupToken?
  private let isXML: Bool

  init(_ text: String, isXML: Bool) {
    bytes = Array(text.utf8)
    self.isXML = isXML
  }

  /// The next tag or piece of text; comments, processing instructions and declarations are left out.
  mutating func next() -> MarkupToken? {
    if let implied {
      self.implied = nil
      return implied
    }
    while position < bytes.count {
      if let raw {
        self.raw = nil
        skip(past: "</\(raw)")
        skip(past: ">")
        return .close(raw)
      }
      guard bytes[position] == UInt8(ascii: "<") else { return text() }
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        return characterData()
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">")
      } else if let tag = tag() {
        return tag
      }
    }
    return nil
  }

  private func starts(with prefix: String, at place: Int? = nil) -> Bool {
    let place = place ?? position
    guard place + prefix.utf8.count <= bytes.count else { return false }
    return zip(prefix.utf8, bytes[place...]).allSatisfy { Self.lowered($0) == Self.lowered($1) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
  }

  private mutating func skip(past end: String) {
    while position < bytes.count, !starts(with: end) { position += 1 }
    position = Swift.min(position + end.utf8.count, bytes.count)
  }

  private mutating func text() -> MarkupToken {
    let start = position
    position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(Entities.decoded(String(decoding: bytes[start..<position], as: UTF8.self)))
  }

  private mutating func characterData() -> MarkupToken {
    let start = position + 9
    skip(past: "]]>")
    let end = starts(with: "]]>", at: position - 3) ? position - 3 : bytes.count
    return .text(String(decoding: bytes[start..<Swift.max(start, end)], as: UTF8.self))
  }

  /// A tag at the position; a "<" that begins none is text.
  private mutating func tag() -> MarkupToken? {
    let isEnd = starts(with: "</")
    var index = position + (isEnd ? 2 : 1)
    let nameStart = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart else {
      position += 1
      return .text("<")
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    position = index
    let attributes = attributes()
    if isEnd { return .close(name) }
    if isXML, bytes[..<position].suffix(2).first == UInt8(ascii: "/") { implied = .close(name) }
    if !isXML, name == "script" || name == "style" { raw = name }
    return .open(name, attributes)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Reads `name="value"` pairs up to the tag's end.
  private mutating func attributes() -> [String: String] {
    var found: [String: String] = [:]
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let start = position
      while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
      guard position > start else {
        position += 1
        continue
      }
      let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
      found[name] = found[name] ?? value()
    }
    position = Swift.min(position + 1, bytes.count)
    return found
  }

  private mutating func value() -> String {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return "" }
    position += 1
    skipSpace()
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? position + 1 : position
    let end =
      bytes[start...].firstIndex { byte in
        isQuoted ? byte == quote : byte == UInt8(ascii: ">") || byte <= 32
      } ?? bytes.count
    position = isQuoted ? Swift.min(end + 1, bytes.count) : end
    return Entities.decoded(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }
}

/// A piece of markup.
enum MarkupToken: Hashable {
  /// A start tag: its name in small letters and its attributes.
  case open(String, [String: String])
  /// An end tag.
  case close(String)
  /// Text with its entities decoded.
  case text(String)
}
