/// JSON written piece by piece: members in the order of the calls, no spaces, never a trailing comma.
///
/// Streaming writers use it instead of `JSONEncoder`, which neither keeps an order nor streams.
package struct JSONText: Sendable {
  /// The text so far.
  package private(set) var text = ""
  private var needsComma = false

  /// Empty text.
  package init() {}

  /// Opens an object.
  package mutating func beginObject() { open("{") }
  /// Closes an object.
  package mutating func endObject() { close("}") }
  /// Opens a list.
  package mutating func beginArray() { open("[") }
  /// Closes a list.
  package mutating func endArray() { close("]") }

  /// The name of the next member.
  package mutating func name(_ name: String) {
    separate()
    Self.append(name, to: &text)
    text += ":"
    needsComma = false
  }

  /// A string value.
  package mutating func value(_ value: String) {
    separate()
    Self.append(value, to: &text)
    needsComma = true
  }

  /// An integer value.
  package mutating func value(_ value: Int) { raw(String(value)) }
  /// A Boolean value.
  package mutating func value(_ value: Bool) { raw(value ? "true" : "false") }
  /// A number; null where JSON has no such number.
  package mutating func value(_ value: Double) { raw(value.isFinite ? "\(value)" : "null") }
  /// Null.
  package mutating func null() { raw("null") }

  /// A member with a string, or null.
  package mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  /// A member with an integer.
  package mutating func member(_ name: String, _ number: Int) {
    self.name(name)
    value(number)
  }

  /// A member with a number.
  package mutating func member(_ name: String, _ number: Double) {
    self.name(name)
    value(number)
  }

  /// A member with a Boolean.
  package mutating func member(_ name: String, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  /// A member with a list of strings.
  package mutating func member(_ name: String, _ list: [String]) {
    self.name(name)
    beginArray()
    for item in list { value(item) }
    endArray()
  }

  private mutating func raw(_ literal: String) {
    separate()
    text += literal
    needsComma = true
  }

  private mutating func open(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  /// Appends `string` with its quotes and escapes; everything but controls stays as it is.
  package static func append(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    let isPlain = string.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    guard !isPlain else {
      text += string
      return
    }
    for scalar in string.unicodeScalars { append(scalar, to: &text) }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}":
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
}
