/// Finds the pieces of a line: words, numbers, abbreviations with their dot, marks.
///
/// In: a text's bytes and where a line starts. Out: its pieces, and where the next line starts.
/// One pass: what looks ahead looks a bounded number of bytes ahead. The words are in
/// `PieceScanner+Words`, addresses in `PieceScanner+Internet`, marks in `PieceScanner+Marks`.
struct PieceScanner: Sendable {
  let abbreviations: AbbreviationTable
  let clitics: CliticTable

  /// Appends the pieces of the line that starts at `start`; the place behind the line's end.
  func scanLine(of text: TextBytes, from start: Int, into pieces: inout [Piece]) -> Int {
    var position = start
    var spaceBefore = true
    var noAddressBefore = start
    while position < text.count {
      let (kind, length) = text.kind(at: position)
      switch kind {
      case .lineEnd:
        return position + length
      case .space, .mark:
        position += length
        spaceBefore = true
        continue
      case .lower, .upper, .digit:
        let piece = word(in: text, from: position, spaceBefore, &noAddressBefore)
        pieces.append(piece)
        position = piece.end
      default:
        let piece = mark(in: text, from: position, kind, spaceBefore)
        pieces.append(piece)
        position = piece.end
      }
      spaceBefore = false
    }
    return position
  }
}
