/// A word, number, string or sign of a query, with its place.
struct Token: Hashable, Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// A name or a keyword, as written.
    case name(String)
    /// A name in backticks; never a keyword.
    case quotedName(String)
    /// An integer as written: `12`, `0x1f`, `0o17`.
    case integer(String)
    /// A number with a point or an exponent, as written.
    case float(String)
    /// Something that begins like a number and is none.
    case malformedNumber(String)
    /// The text of a string, escapes resolved.
    case string(String)
    /// A parameter's name, without the dollar.
    case parameter(String)
    /// A sign: `(`, `<=`, `..`.
    case sign(String)
    /// A character that has no meaning in a query.
    case unexpected(String)
    /// The end of the query.
    case end
  }

  let kind: Kind
  /// The UTF-8 offset of the first byte.
  let start: Int
  /// The UTF-8 offset behind the last byte.
  let end: Int

  /// How the token is called in a message.
  var description: String {
    switch kind {
    case .name(let text), .integer(let text), .float(let text), .malformedNumber(let text),
      .sign(let text), .unexpected(let text):
      "'\(text)'"
    case .quotedName(let text): "`\(text)`"
    case .string: "a string"
    case .parameter(let name): "'$\(name)'"
    case .end: "the end of the query"
    }
  }
}
