import Foundation

extension QueryFunction {
  /// Functions on texts.
  static let texts: [QueryFunction] =
    [
      QueryFunction(
        "replace", "text, part, other", 3...3, .string, "the text with a part replaced everywhere"
      ) {
        (_, values, offset) throws(QueryError) in
        let parts = try strings(values, "replace", offset)
        return .string(
          parts[1].isEmpty ? parts[0] : parts[0].replacingOccurrences(of: parts[1], with: parts[2]))
      },
      QueryFunction(
        "split", "text, separator", 2...2, .list(.string), "the parts between separators"
      ) {
        (_, values, offset) throws(QueryError) in
        let parts = try strings(values, "split", offset)
        if parts[1].isEmpty { return .list(parts[0].map { .string(String($0)) }) }
        return .list(parts[0].components(separatedBy: parts[1]).map { .string($0) })
      },
      QueryFunction(
        "substring", "text, start[, length]", 2...3, .string,
        "the text from a place on, counted from 0"
      ) {
        (_, values, offset) throws(QueryError) in
        guard case .string(let text) = values[0] else {
          throw refuses("substring", values[0], at: offset)
        }
        let start = try count(values[1], "substring", offset)
        let length = values.count > 2 ? try count(values[2], "substring", offset) : Int.max
        return .string(part(of: text, from: start, length))
      },
      QueryFunction("left", "text, length", 2...2, .string, "the first characters") {
        (_, values, offset) throws(QueryError) in
        guard case .string(let text) = values[0] else {
          throw refuses("left", values[0], at: offset)
        }
        return .string(part(of: text, from: 0, try count(values[1], "left", offset)))
      },
      QueryFunction("right", "text, length", 2...2, .string, "the last characters") {
        (_, values, offset) throws(QueryError) in
        guard case .string(let text) = values[0] else {
          throw refuses("right", values[0], at: offset)
        }
        let length = try count(values[1], "right", offset)
        return .string(part(of: text, from: max(0, text.unicodeScalars.count - length), length))
      },
    ]
    + simpleTexts.map { name, meaning, function in
      QueryFunction(name, "text", 1...1, .string, meaning) {
        (_, values, offset) throws(QueryError) in
        guard case .string(let text) = values[0] else { throw refuses(name, values[0], at: offset) }
        return .string(function(text))
      }
    }

  /// Functions of one text that make a text.
  private static let simpleTexts: [(String, String, @Sendable (String) -> String)] = [
    ("toLower", "the text in small letters", { $0.lowercased() }),
    ("toUpper", "the text in capitals", { $0.uppercased() }),
    ("trim", "the text without white space at its ends", { trimmed($0, start: true, end: true) }),
    (
      "lTrim", "the text without white space at its start", { trimmed($0, start: true, end: false) }
    ),
    ("rTrim", "the text without white space at its end", { trimmed($0, start: false, end: true) }),
  ]

  private static func trimmed(_ text: String, start: Bool, end: Bool) -> String {
    var part = text[...]
    while start, part.first?.isWhitespace == true { part.removeFirst() }
    while end, part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }

  private static func strings(
    _ values: [Value], _ name: String, _ offset: Int
  ) throws(QueryError) -> [String] {
    var strings: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw refuses(name, value, at: offset) }
      strings.append(text)
    }
    return strings
  }

  private static func count(
    _ value: Value, _ name: String, _ offset: Int
  ) throws(QueryError) -> Int {
    guard case .integer(let number) = value else { throw refuses(name, value, at: offset) }
    guard number >= 0 else {
      throw .running(
        "NumberOutOfRange", "\(name) takes no negative number", at: offset, family: .argument)
    }
    return number
  }

  private static func part(of text: String, from start: Int, _ length: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(length)))
  }
}
