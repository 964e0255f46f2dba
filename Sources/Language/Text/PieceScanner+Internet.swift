extension PieceScanner {
  /// The end of the address (*https://…*), mail address or internet name (*Bisnis.com*) at
  /// `start`, if there is one.
  ///
  /// `noAddressBefore` remembers how far was looked in vain, so that no byte is looked at twice.
  func addressEnd(in text: TextBytes, from start: Int, _ noAddressBefore: inout Int) -> Int? {
    guard start >= noAddressBefore else { return nil }
    let limit = min(text.count, start + TextSegmenter.longestToken)
    var end = start
    var dot: Int?
    while end < limit, isNamePart(text[end]) {
      if text[end] == UInt8(ascii: "."), isLetter(text[end + 1]) { dot = end }
      end += 1
    }
    noAddressBefore = end
    if text[end] == UInt8(ascii: ":"), text[end + 1] == UInt8(ascii: "/"),
      text[end + 2] == UInt8(ascii: "/")
    {
      return pathEnd(in: text, from: end + 3, limit: limit)
    }
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    guard let dot, dot > start else { return nil }
    let name = dot + 1..<max(end, dot + 1)
    guard abbreviations.isDomain(text, name) else { return nil }
    return text[end] == UInt8(ascii: "/") ? pathEnd(in: text, from: end, limit: limit) : end
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool {
    let lowered = WordTable.lowered(byte)
    return lowered >= 0x61 && lowered <= 0x7A
  }

  @inline(__always)
  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"): true
    default: false
    }
  }

  /// The end of an address: where space, a quote or an angle follows; closing marks are not its.
  private func pathEnd(in text: TextBytes, from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, text[end] > 0x20, text[end] < 0x7F, text[end] != UInt8(ascii: "\""),
      text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">")
    {
      end += 1
    }
    while end > start, ".,;:!?)]}'".utf8.contains(text[end - 1]) { end -= 1 }
    return end
  }
}
