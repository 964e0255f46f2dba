extension String {
  /// The columns that a terminal gives to the text.
  var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The text cut to that many columns, its end then shown by "…".
  func truncated(toWidth width: Int) -> String {
    guard displayWidth > width, width > 0 else { return self }
    var kept = ""
    var used = 0
    for character in self {
      let more = character.displayWidth
      guard used + more < width else { break }
      kept.append(character)
      used += more
    }
    return kept + "…"
  }
}

extension Character {
  /// The columns that a terminal gives to the character: that of its widest scalar.
  var displayWidth: Int {
    unicodeScalars.map(\.displayWidth).max() ?? 0
  }
}

extension Unicode.Scalar {
  /// 0 for marks and invisible scalars, 2 for the wide scripts of East Asia and for emoji, else 1.
  ///
  /// - Source: Unicode Standard Annex 11, ranges of East Asian Width W and F.
  var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return Self.wide.contains { $0.contains(value) } || properties.isEmojiPresentation ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}
