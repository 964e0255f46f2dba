/// Finds the ends of sentences among the pieces of a line.
///
/// In: all pieces of a line. Out: the sentences' pieces in order. A stop ends a sentence when what
/// follows looks like a start: a capital, a digit, an opening bracket or quote. The dot of an
/// abbreviation belongs to the word unless it ends the sentence.
struct SentenceCutter: Sendable {
  let abbreviations: AbbreviationTable

  /// Calls `body` with the pieces of each sentence and whether it was cut for its length.
  func eachSentence(
    of pieces: [Piece], in text: TextBytes, _ body: (ArraySlice<Piece>, Bool) -> Void
  ) {
    var current: [Piece] = []
    var index = 0
    while index < pieces.count {
      append(pieces, at: index, to: &current, in: text)
      if current.count >= TextSegmenter.longestSentence { cutLong(&current, body) }
      guard mayEnd(pieces, index, current, in: text) else {
        index += 1
        continue
      }
      index += 1
      while index < pieces.count, closes(pieces[index]) {
        current.append(pieces[index])
        index += 1
      }
      if index < pieces.count, starts(pieces, index, after: current, in: text) {
        body(current[...], false)
        current.removeAll(keepingCapacity: true)
      }
    }
    if !current.isEmpty { body(current[...], false) }
  }

  /// Appends a piece; an abbreviation that ends its sentence leaves its dot to the sentence.
  private func append(
    _ pieces: [Piece], at index: Int, to current: inout [Piece], in text: TextBytes
  ) {
    var piece = pieces[index]
    guard piece.kind == .abbreviation || piece.kind == .title else {
      current.append(piece)
      return
    }
    var next = index + 1
    while next < pieces.count, closes(pieces[next]) { next += 1 }
    let isLast = next == pieces.count
    let ends = isLast || (piece.kind == .abbreviation && isStarter(pieces[next], in: text))
    guard ends, piece.end - piece.start > 1 else {
      current.append(piece)
      return
    }
    var dot = piece
    piece.end -= 1
    piece.kind = .word
    dot.start = piece.end
    dot.kind = .stop
    dot.spaceBefore = false
    current.append(piece)
    current.append(dot)
  }

  private func isStarter(_ piece: Piece, in text: TextBytes) -> Bool {
    piece.isUpper && piece.spaceBefore
      && abbreviations.isStarter(text, piece.start..<piece.end)
  }

  private func mayEnd(
    _ pieces: [Piece], _ index: Int, _ current: [Piece], in text: TextBytes
  ) -> Bool {
    guard current.last?.kind == .stop else { return false }
    return !isListNumber(current, in: text)
  }

  /// "1." at the start of a sentence or after a colon.
  private func isListNumber(_ current: [Piece], in text: TextBytes) -> Bool {
    guard current.count >= 2, text[current[current.count - 1].start] == UInt8(ascii: ".") else {
      return false
    }
    let number = current[current.count - 2]
    guard number.end - number.start <= 2, number.kind == .number else { return false }
    guard current.count > 2 else { return true }
    let before = text[current[current.count - 3].start]
    return before == UInt8(ascii: ":") || before == UInt8(ascii: ";")
  }

  /// A bracket or quote that closes what the stop ended.
  private func closes(_ piece: Piece) -> Bool {
    switch piece.kind {
    case .close: true
    case .quote, .stop: !piece.spaceBefore
    default: false
    }
  }

  private func starts(
    _ pieces: [Piece], _ index: Int, after current: [Piece], in text: TextBytes
  ) -> Bool {
    let piece = pieces[index]
    guard piece.spaceBefore else { return false }
    switch piece.kind {
    case .number: return true
    case .word, .title, .abbreviation: return piece.isUpper
    case .open, .quote:
      guard index + 1 < pieces.count else { return false }
      let next = pieces[index + 1]
      return next.isUpper || next.kind == .number
    default: return false
    }
  }

  /// Cuts a sentence that grew too long, after a comma or the like if one is near the end.
  private func cutLong(_ current: inout [Piece], _ body: (ArraySlice<Piece>, Bool) -> Void) {
    let earliest = current.count * 3 / 4
    let mark = current[earliest...].lastIndex { $0.kind == .other || $0.kind == .close }
    let end = (mark ?? current.count - 1) + 1
    body(current[..<end], true)
    current.removeFirst(end)
  }
}
