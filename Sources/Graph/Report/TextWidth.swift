/// How wide text becomes in a drawing, where no browser can be asked.
enum TextWidth {
  /// The width in pixels, rather too much than too little, in the sans-serif fonts of systems.
  static func of(_ text: some StringProtocol, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
  }

  /// The text, cut and ended by "…" where it would be wider than `width`; controls become spaces.
  static func fit(_ text: String, width: Double, size: Double) -> String {
    var kept = ""
    var used = 0.0
    let ellipsis = share(of: "…") * size
    for character in text {
      let more = of(String(character), size: size)
      guard used + more <= width else {
        while used + ellipsis > width, let last = kept.popLast() {
          used -= of(String(last), size: size)
        }
        return kept + "…"
      }
      kept.append(character)
      used += more
    }
    return kept
  }

  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]",
      " ", "-":
      0.4
    case "m", "w", "M", "W", "@", "%", "…", "—": 1
    case "A"..."Z", "&", "_": 0.76
    case "\u{0}"..."\u{7F}": 0.6
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}": 0
    case "\u{80}"..."\u{24F}": 0.7
    case "\u{370}"..."\u{1FFF}": 0.8
    default: 1.4
    }
  }
}
