/// What a piece of a line is to the sentence cutter.
enum PieceKind: UInt8 {
  case word, number
  /// A word with its dot: a title, which never ends a sentence, or another, which may.
  case title, abbreviation
  /// Marks that end a sentence: `.` `!` `?` `…` and runs of them.
  case stop
  case open, close, quote, other
}

/// A token-to-be: a range of the text's bytes.
struct Piece {
  var start: Int
  var end: Int
  var kind: PieceKind
  /// Whether its first letter is a capital.
  var isUpper: Bool
  /// Whether space or the line's start stands before it.
  var spaceBefore: Bool
}
