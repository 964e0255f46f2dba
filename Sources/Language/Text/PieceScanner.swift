/// Finds the pieces of a line: words, numbers, abbreviations with their dot, marks.
///
/// In: a text's bytes and where a line starts. Out: its pieces, and where the next line starts.
/// One pass; what looks ahead looks at most ``TextSegmenter/longestToken`` bytes ahead.
struct PieceScanner: Sendable {
  let abbreviations: AbbreviationTable
  let clitics: CliticTable

  /// Appends the pieces of the line that starts at `start`; the place behind the line's end.
  func scanLine(of text: TextBytes, from start: Int, into pieces: inout [Piece]) -> Int {
    var position = start
    var spaceBefore = true
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
        position = scanWord(in: text, from: position, spaceBefore: spaceBefore, into: &pieces)
      default:
        position = scanMark(in: text, from: position, kind, spaceBefore, into: &pieces)
      }
      spaceBefore = false
    }
    return position
  }

  // MARK: Words

  private func scanWord(
    in text: TextBytes, from start: Int, spaceBefore: Bool, into pieces: inout [Piece]
  ) -> Int {
    let first = text.kind(at: start).kind
    var end = internetEnd(in: text, from: start)
    let isInternet = end != nil
    if end == nil { end = wordEnd(in: text, from: start) }
    var piece = Piece(
      start: start, end: end ?? start + 1, kind: first == .digit ? .number : .word,
      isUpper: first == .upper, spaceBefore: spaceBefore)
    if !isInternet, text[piece.end] == UInt8(ascii: ".") { takeDot(&piece, in: text) }
    pieces.append(piece)
    return piece.end
  }

  /// The end of the word at `start`: letters, digits and the connectors between them.
  private func wordEnd(in text: TextBytes, from start: Int) -> Int {
    let limit = min(text.count, start + TextSegmenter.longestToken)
    var position = start
    var partStart = start
    var last = ScalarKind.space
    while position < limit {
      let (kind, length) = text.kind(at: position)
      if kind.isWordPart {
        if kind == .digit, last == .upper || last == .lower,
          abbreviations.isCurrency(text, start..<position)
        {
          return position
        }
        if kind != .mark { last = kind }
        position += length
        continue
      }
      let next = text.kind(at: position + length).kind
      guard next.isLetter || next == .digit,
        connects(text, start, partStart..<position, length, last, next)
      else { break }
      position += length
      partStart = position
    }
    return position
  }

  /// Whether the mark behind a word part joins it to the next.
  private func connects(
    _ text: TextBytes, _ start: Int, _ part: Range<Int>, _ length: Int, _ last: ScalarKind,
    _ next: ScalarKind
  ) -> Bool {
    let digits = last == .digit && next == .digit
    let letters = last.isLetter && next.isLetter
    switch text.scalar(at: part.upperBound).value {
    case 0x2E: return digits || (part.count == 1 && letters && isAcronym(text, part.upperBound))
    case 0x2C, 0x3A: return digits
    case 0x27, 0x2019: return last.isLetter && next.isLetter || last == .digit && next == .lower
    case 0x2D, 0x2010, 0x2011: return joinsHyphen(text, part, last, next)
    case 0x26: return letters
    case 0x5F, 0x40: return true
    case 0x2F: return digits && isDate(text, part)
    default: return false
    }
  }

  /// Whether a single letter with a dot or space stands behind the dot at `dot`: *U.S.*
  private func isAcronym(_ text: TextBytes, _ dot: Int) -> Bool {
    let (_, length) = text.kind(at: dot + 1)
    return !text.kind(at: dot + 1 + length).kind.isWordPart
  }

  private func joinsHyphen(
    _ text: TextBytes, _ part: Range<Int>, _ last: ScalarKind, _ next: ScalarKind
  ) -> Bool {
    if last == .digit, next == .digit { return false }
    if !clitics.splitsHyphens { return true }
    return clitics.isPrefix(text, part)
  }

  /// A day, month or year of at most four digits before a slash: *18/6/2024*.
  private func isDate(_ text: TextBytes, _ part: Range<Int>) -> Bool {
    guard part.count <= 2 else { return false }
    var position = part.upperBound + 1
    while text.kind(at: position).kind == .digit { position += 1 }
    return position - part.upperBound <= 5
  }

  /// Decides whether the dot behind a word belongs to it.
  private func takeDot(_ piece: inout Piece, in text: TextBytes) {
    let word = piece.start..<piece.end
    guard piece.kind == .word else { return }
    let isInitial = word.count == 1 && piece.isUpper || text[piece.end - 2] == UInt8(ascii: ".")
    switch abbreviations.kind(of: text, word) {
    case .title: piece.kind = .title
    case .any: piece.kind = .abbreviation
    case .number where nextIsDigit(text, piece.end + 1): piece.kind = .title
    default:
      guard isInitial, piece.end - piece.start == 1 || text[piece.end - 2] == UInt8(ascii: ".")
      else { return }
      piece.kind = .abbreviation
    }
    piece.end += 1
  }

  private func nextIsDigit(_ text: TextBytes, _ position: Int) -> Bool {
    let next = text[position] == UInt8(ascii: " ") ? position + 1 : position
    return text.kind(at: next).kind == .digit
  }

  // MARK: Internet names

  /// The end of the address, mail address or internet name at `start`, if there is one.
  private func internetEnd(in text: TextBytes, from start: Int) -> Int? {
    let limit = min(text.count, start + TextSegmenter.longestToken)
    var position = start
    while position < limit, isNamePart(text[position]) { position += 1 }
    if text[position] == UInt8(ascii: ":"), text[position + 1] == UInt8(ascii: "/"),
      text[position + 2] == UInt8(ascii: "/")
    {
      return addressEnd(in: text, from: position, limit: limit)
    }
    while position > start, text[position - 1] == UInt8(ascii: ".") { position -= 1 }
    guard let dot = (start..<position).last(where: { text[$0] == UInt8(ascii: ".") }), dot > start,
      abbreviations.isDomain(text, dot + 1..<position)
    else { return nil }
    return text[position] == UInt8(ascii: "/")
      ? addressEnd(in: text, from: position, limit: limit) : position
  }

  @inline(__always)
  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"): true
    default: false
    }
  }

  private func addressEnd(in text: TextBytes, from start: Int, limit: Int) -> Int {
    var position = start
    while position < limit, text[position] > 0x20, text[position] < 0x7F,
      text[position] != UInt8(ascii: "\""), text[position] != UInt8(ascii: ">"),
      text[position] != UInt8(ascii: "<")
    {
      position += 1
    }
    while position > start + 1, ".,;:!?)]}'".utf8.contains(text[position - 1]) { position -= 1 }
    return position
  }

  // MARK: Marks

  private func scanMark(
    in text: TextBytes, from start: Int, _ kind: ScalarKind, _ spaceBefore: Bool,
    into pieces: inout [Piece]
  ) -> Int {
    let end = markEnd(in: text, from: start)
    let pieceKind: PieceKind =
      switch kind {
      case .open: .open
      case .close: .close
      case .quote: .quote
      default: isStop(text.scalar(at: start).value) ? .stop : .other
      }
    pieces.append(
      Piece(start: start, end: end, kind: pieceKind, isUpper: false, spaceBefore: spaceBefore))
    return end
  }

  private func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  /// The end of the mark at `start`: a run of the same mark, of stops, or a joined emoji.
  private func markEnd(in text: TextBytes, from start: Int) -> Int {
    let limit = min(text.count, start + TextSegmenter.longestToken)
    let (first, length) = text.scalar(at: start)
    var position = start + length
    while position < limit {
      let (scalar, length) = text.scalar(at: position)
      guard joins(first, scalar, before: text.scalar(before: position)) else { break }
      position += length
    }
    return position
  }

  private func joins(_ first: UInt32, _ scalar: UInt32, before: UInt32) -> Bool {
    if scalar >= 0x80, ScalarKind(scalar) == .mark { return true }
    if before == 0x200D, ScalarKind(scalar) == .symbol { return true }
    if (0x1F1E6..<0x1F200).contains(first) {
      return before == first && (0x1F1E6..<0x1F200).contains(scalar)
    }
    if first == 0x21 || first == 0x3F { return scalar == 0x21 || scalar == 0x3F }
    switch first {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x24, 0x25, 0x2C, 0x3A, 0x3B: return false
    case 0..<0x80: return scalar == first
    default: return false
    }
  }
}
