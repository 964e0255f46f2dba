/// How a format writes characters that would break it.
///
/// Text keeps every character that its format can hold. Where a format has no way to write control
/// characters (DOT, XML, CSV, tables), tabs and line ends become a space, other control characters
/// and the non-characters U+FFFE and U+FFFF are left out; JSON and RDF write them as escapes.
package struct TextEscape: Sendable {
  private let plain: [Bool]
  private let replacements: [UInt8: [UInt8]]
  private let entitiesOnly: Bool

  /// - Parameters:
  ///   - replacements: what is written for a character of ASCII.
  ///   - dropsControls: whether control characters are left out.
  ///   - entitiesOnly: whether `&` is replaced only where it begins what looks like an entity.
  init(_ replacements: [Character: String], dropsControls: Bool, entitiesOnly: Bool = false) {
    var table: [UInt8: [UInt8]] = [:]
    if dropsControls {
      for byte in UInt8(0)..<32 { table[byte] = [] }
      table[127] = []
      for byte in [9, 10, 13] as [UInt8] { table[byte] = [32] }
    }
    for (character, text) in replacements {
      if let byte = character.asciiValue { table[byte] = Array(text.utf8) }
    }
    // U+FFFE and U+FFFF begin with 0xEF.
    if dropsControls { table[0xEF] = [] }
    self.replacements = table
    self.entitiesOnly = entitiesOnly
    plain = (0..<256).map { table[UInt8($0)] == nil }
  }

  @inline(__always)
  func isPlain(_ byte: UInt8) -> Bool { plain[Int(byte)] }

  /// What stands for the character at `index`, and how many bytes it takes; nil for itself.
  func replacement(
    at index: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, bytes: [UInt8]?) {
    let byte = bytes[index]
    if byte == 0xEF {
      let isNonCharacter =
        index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      return isNonCharacter ? (3, []) : (3, nil)
    }
    if byte == UInt8(ascii: "&"), entitiesOnly, !Self.beginsEntity(at: index, of: bytes) {
      return (1, nil)
    }
    return (1, replacements[byte])
  }

  private static func beginsEntity(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = bytes[(index + 1)...].firstIndex { byte in
      !(48...57).contains(byte) && !(65...90).contains(byte) && !(97...122).contains(byte)
        && byte != UInt8(ascii: "#")
    }
    guard let end else { return false }
    return end > index + 1 && bytes[end] == UInt8(ascii: ";")
  }
}

extension TextEscape {
  /// Labels and tooltips in double quotes of DOT; `&` only where Graphviz would see an entity.
  package static let dot = TextEscape(
    ["\"": "\\\"", "\\": "\\\\", "&": "&amp;"], dropsControls: true, entitiesOnly: true)

  /// Links in double quotes of DOT, which Graphviz copies into SVG as they are.
  package static let dotLink = TextEscape(
    [
      "\"": "%22", "\\": "%5C", "&": "&amp;", " ": "%20", "<": "%3C", ">": "%3E", "'": "%27",
      "\n": "", "\r": "", "\t": "",
    ], dropsControls: true)

  /// XML and HTML, in text and in attributes.
  package static let xml = TextEscape(
    ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"], dropsControls: true)

  /// A field in double quotes of a CSV file.
  package static let csv = TextEscape(["\"": "\"\""], dropsControls: true)

  /// A field of a table divided by tabs, which knows no quotes.
  package static let tabs = TextEscape([:], dropsControls: true)
}
