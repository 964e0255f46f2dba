/// Character references of HTML and XML: `&amp;`, `&#8217;`, `&#x2019;`.
enum Entities {
  private static let named: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "laquo": "«", "raquo": "»", "hellip": "…", "bull": "•", "middot": "·",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "euro": "€", "pound": "£", "eacute": "é",
    "egrave": "è", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ouml": "ö",
    "uuml": "ü", "auml": "ä", "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "shy": "\u{AD}",
  ]
  /// The longest name or number that is looked for.
  private static let longest = 10

  /// The text with its references decoded; one that is unknown stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let tail = rest[rest.index(after: ampersand)...]
      if let end = tail.prefix(longest).firstIndex(of: ";"), let scalar = scalar(tail[..<end]) {
        result.unicodeScalars.append(scalar)
        rest = tail[tail.index(after: end)...]
      } else {
        result += "&"
        rest = tail
      }
    }
    return result + rest
  }

  private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
    guard reference.first == "#" else { return named[reference] }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }
}
