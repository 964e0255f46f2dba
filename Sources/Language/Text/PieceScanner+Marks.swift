extension PieceScanner {
  /// The mark at `start`: one sign, a run of the same sign or of stops, an emoji, a smiley.
  func mark(
    in text: TextBytes, from start: Int, _ kind: ScalarKind, _ spaceBefore: Bool
  ) -> Piece {
    var piece = Piece(
      start: start, end: start, kind: .other, isUpper: false, spaceBefore: spaceBefore)
    if spaceBefore, let end = smileyEnd(in: text, from: start) {
      piece.end = end
      return piece
    }
    piece.end = markEnd(in: text, from: start)
    switch kind {
    case .open: piece.kind = .open
    case .close: piece.kind = .close
    case .quote: piece.kind = .quote
    default: piece.kind = isStop(text.scalar(at: start).value) ? .stop : .other
    }
    return piece
  }

  private func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// `:)`, `;-)` and the like, standing alone.
  private func smileyEnd(in text: TextBytes, from start: Int) -> Int? {
    guard ":;=".utf8.contains(text[start]) else { return nil }
    var end = start + 1
    if text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "'") { end += 1 }
    guard ")(DPp".utf8.contains(text[end]) else { return nil }
    end += 1
    let next = end < text.count ? text.kind(at: end).kind : .space
    return next == .space || next == .lineEnd ? end : nil
  }

  private func markEnd(in text: TextBytes, from start: Int) -> Int {
    let limit = min(text.count, start + TextSegmenter.longestToken)
    let (first, length) = text.scalar(at: start)
    var before = first
    var end = start + length
    while end < limit {
      let (scalar, length) = text.scalar(at: end)
      guard joins(first, before, scalar, isSecond: end == start + length) else { break }
      before = scalar
      end += length
    }
    return end
  }

  /// Whether `scalar` goes on with a mark that starts with `first` and now ends with `before`.
  private func joins(_ first: UInt32, _ before: UInt32, _ scalar: UInt32, isSecond: Bool) -> Bool {
    if scalar >= 0x80 {
      let kind = ScalarKind(scalar)
      if kind == .mark || (before == 0x200D && kind == .symbol) { return true }
    }
    switch first {
    case 0x21, 0x3F: return scalar == 0x21 || scalar == 0x3F
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x24, 0x25, 0x2C, 0x3A, 0x3B: return false
    case 0..<0x80: return scalar == first
    case 0x2018, 0x2019: return isSecond && scalar == first || scalar == 0x2019 && isSecond
    case 0x1F1E6..<0x1F200: return isSecond && (0x1F1E6..<0x1F200).contains(scalar)
    default: return false
    }
  }
}
