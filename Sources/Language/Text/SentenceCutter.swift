/// Finds the ends of sentences among the pieces of a line.
///
/// In: all pieces of a line. Out: the sentences' pieces in order. A stop ends a sentence when what
/// follows looks like a start: a capital, a digit, an opening bracket or quote. The dot of an
/// abbreviation belongs to the word unless it ends the sentence.
struct SentenceCutter: Sendable {
  let abbreviations: AbbreviationTable

  /// How many pieces a bracketed remainder of a line (*(Ahmad/Reuters)*) may have.
  private static let longestByline = 12

  /// Calls `body` with the pieces of each sentence and whether it was cut for its length.
  func eachSentence(
    of pieces: [Piece], in text: TextBytes, _ body: ([Piece], Bool) -> Void
  ) {
    var current: [Piece] = []
    var isEnding = false
    for index in pieces.indices {
      if isEnding, !closes(pieces[index]) {
        isEnding = false
        if starts(pieces, index, after: current, in: text) {
          body(current, false)
          current.removeAll(keepingCapacity: true)
        }
      }
      append(pieces, at: index, to: &current, in: text)
      if current.count >= TextSegmenter.longestSentence { cutLong(&current, body) }
      if current.last?.kind == .stop { isEnding = !isListNumber(current, in: text) }
    }
    if !current.isEmpty { body(current, false) }
  }

  /// Appends a piece; an abbreviation that ends its sentence leaves its dot to the sentence.
  private func append(
    _ pieces: [Piece], at index: Int, to current: inout [Piece], in text: TextBytes
  ) {
    var piece = pieces[index]
    guard piece.kind == .abbreviation || piece.kind == .title, endsSentence(pieces, index, text)
    else {
      current.append(piece)
      return
    }
    var dot = piece
    piece.end -= 1
    piece.kind = .word
    dot.start = piece.end
    dot.kind = .stop
    dot.isUpper = false
    dot.spaceBefore = false
    current.append(piece)
    current.append(dot)
  }

  /// Whether the line ends behind an abbreviation, or a word follows that often starts sentences.
  private func endsSentence(_ pieces: [Piece], _ index: Int, _ text: TextBytes) -> Bool {
    var next = index + 1
    while next < pieces.count, next < index + 5, closes(pieces[next]) { next += 1 }
    guard next < pieces.count else { return true }
    let piece = pieces[next]
    return pieces[index].kind == .abbreviation && piece.isUpper && piece.spaceBefore
      && abbreviations.isStarter(text, piece.start..<piece.end)
  }

  /// "1." at the start of a sentence or after a colon.
  private func isListNumber(_ current: [Piece], in text: TextBytes) -> Bool {
    let last = current.count - 1
    guard last >= 1, text[current[last].start] == UInt8(ascii: ".") else { return false }
    let number = current[last - 1]
    guard number.kind == .number, number.end - number.start <= 2 else { return false }
    guard last > 1 else { return true }
    let before = text[current[last - 2].start]
    return before == UInt8(ascii: ":") || before == UInt8(ascii: ";")
  }

  /// A bracket or quote that closes what the stop ended, or one more stop.
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
    guard piece.spaceBefore else { return isGlued(piece, to: current, in: text) }
    switch piece.kind {
    case .number: return true
    case .word, .title, .abbreviation:
      return piece.isUpper || current.last.map { text[$0.start] } == UInt8(ascii: "?")
    case .open, .quote:
      guard index + 1 < pieces.count, !isByline(pieces, index) else { return false }
      let next = pieces[index + 1]
      return next.isUpper || next.kind == .number
    default: return false
    }
  }

  /// Whether only the space behind a full stop was forgotten: *di Kyiv.Presiden*.
  private func isGlued(_ piece: Piece, to current: [Piece], in text: TextBytes) -> Bool {
    guard current.count > 1, piece.kind == .word, piece.isUpper, piece.end - piece.start > 1,
      let stop = current.last, stop.end - stop.start == 1, text[stop.start] == UInt8(ascii: ".")
    else { return false }
    let word = current[current.count - 2]
    return word.kind == .word && word.end - word.start > 2
      && text.kind(at: word.end - 1).kind == .lower
  }

  /// Whether a bracket without a stop in it is all that the line still holds.
  private func isByline(_ pieces: [Piece], _ index: Int) -> Bool {
    guard pieces[index].kind == .open, pieces.count - index <= Self.longestByline,
      pieces.last?.kind == .close
    else { return false }
    return !pieces[index...].contains { $0.kind == .stop }
  }

  /// Cuts a sentence that grew too long, after a comma or the like if one is near the end.
  private func cutLong(_ current: inout [Piece], _ body: ([Piece], Bool) -> Void) {
    let earliest = current.count * 3 / 4
    let mark = current[earliest...].lastIndex { $0.kind == .other || $0.kind == .close }
    let end = min((mark ?? current.count) + 1, TextSegmenter.longestSentence)
    body(Array(current[..<end]), true)
    current.removeFirst(end)
  }
}
