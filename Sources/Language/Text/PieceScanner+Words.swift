extension PieceScanner {
  /// The word, number, abbreviation or address at `start`.
  func word(
    in text: TextBytes, from start: Int, _ spaceBefore: Bool, _ noAddressBefore: inout Int
  ) -> Piece {
    let first = text.kind(at: start).kind
    var piece = Piece(
      start: start, end: start, kind: first == .digit ? .number : .word,
      isUpper: first == .upper, spaceBefore: spaceBefore)
    if let end = addressEnd(in: text, from: start, &noAddressBefore) {
      piece.end = end
      piece.kind = .word
      return piece
    }
    piece.end = wordEnd(in: text, from: start)
    if text[piece.end] == UInt8(ascii: ".") { takeDot(&piece, in: text) }
    return piece
  }

  /// The end of the word at `start`: letters, digits and the connectors between them.
  private func wordEnd(in text: TextBytes, from start: Int) -> Int {
    let limit = min(text.count, start + TextSegmenter.longestToken)
    var position = start
    var part = start
    var last = ScalarKind.space
    while position < limit {
      let (kind, length) = text.kind(at: position)
      if kind.isWordPart {
        if kind == .mark {
          position += length
          continue
        }
        if kind != last, cuts(text, start..<position, last, kind) { return position }
        last = kind
        position += length
        continue
      }
      let next = text.kind(at: position + length).kind
      guard next.isLetter || next == .digit,
        connects(text, start, part..<position, last, next)
      else { break }
      position += length
      part = position
    }
    return position
  }

  /// Whether a number and its unit, written together, are two tokens: *Rp500*, *5pm*.
  @inline(__always)
  private func cuts(
    _ text: TextBytes, _ range: Range<Int>, _ last: ScalarKind, _ next: ScalarKind
  ) -> Bool {
    if next == .digit, last.isLetter {
      return range.count <= 4 && abbreviations.isCurrency(text, range)
    }
    guard last == .digit, next.isLetter else { return false }
    var end = range.upperBound
    while end < range.upperBound + 8, text.kind(at: end).kind.isLetter, text[end] < 0x80 {
      end += 1
    }
    guard !text.kind(at: end).kind.isWordPart, text[end] != UInt8(ascii: "-") else { return false }
    return abbreviations.isUnit(text, range.upperBound..<end)
      && range.allSatisfy { text[$0] < 0x3B && text[$0] != UInt8(ascii: "-") }
  }

  /// Whether the mark behind a word part joins it to the next.
  private func connects(
    _ text: TextBytes, _ start: Int, _ part: Range<Int>, _ last: ScalarKind, _ next: ScalarKind
  ) -> Bool {
    let digits = last == .digit && next == .digit
    let letters = last.isLetter && next.isLetter
    switch text.scalar(at: part.upperBound).value {
    case 0x2E: return digits || (letters && part.count == 1 && isAcronym(text, part.upperBound))
    case 0x2C, 0x3A: return digits
    case 0x27, 0x2019: return letters || (last == .digit && next == .lower)
    case 0x2D, 0x2010, 0x2011: return joinsHyphen(text, start, part, last, next)
    case 0x26: return letters
    case 0x5F, 0x40: return true
    case 0x2F: return digits && isDate(text, part)
    default: return false
    }
  }

  /// Whether a single letter stands behind the dot at `dot`: *U.S.*
  private func isAcronym(_ text: TextBytes, _ dot: Int) -> Bool {
    let (_, length) = text.kind(at: dot + 1)
    return !text.kind(at: dot + 1 + length).kind.isWordPart
  }

  /// A day, month or year of at most four digits before a slash: *18/6/2024*.
  private func isDate(_ text: TextBytes, _ part: Range<Int>) -> Bool {
    guard part.count <= 2 else { return false }
    var end = part.upperBound + 1
    while end < part.upperBound + 6, text.kind(at: end).kind == .digit { end += 1 }
    return end <= part.upperBound + 5
  }

  // MARK: Hyphens

  private func joinsHyphen(
    _ text: TextBytes, _ start: Int, _ part: Range<Int>, _ last: ScalarKind, _ next: ScalarKind
  ) -> Bool {
    let hyphen = text.scalar(at: part.upperBound)
    if last == .digit, next == .digit {
      return part.lowerBound > start || isDigitChain(text, from: part.upperBound + hyphen.length)
    }
    guard !clitics.splitsHyphens else { return clitics.isPrefix(text, part) }
    guard text.kind(at: part.lowerBound).kind == .upper else { return true }
    let second = part.upperBound + hyphen.length
    if next == .upper { return clitics.isPrefix(text, part) || !isPair(text, part, second) }
    return !clitics.isClitic(text, from: second)
  }

  /// Whether more digits stand behind a second hyphen: *2024-06-18*, *021-345-6789*.
  private func isDigitChain(_ text: TextBytes, from start: Int) -> Bool {
    var end = start
    while end < start + 5, text.kind(at: end).kind == .digit { end += 1 }
    return text[end] == UInt8(ascii: "-") && text.kind(at: end + 1).kind == .digit
  }

  /// Whether two capitalised words name two things (*Rusia-Ukraina*, *AS-Korsel*): neither is a
  /// short part of a name (*Jong-Un*), nor is the second the first again (*Undang-Undang*).
  private func isPair(_ text: TextBytes, _ first: Range<Int>, _ start: Int) -> Bool {
    var end = start
    while end < start + 40, text.kind(at: end).kind.isWordPart {
      end += text.kind(at: end).length
    }
    return isName(text, first) && isName(text, start..<end)
      && !(first.count == end - start
        && zip(first, start..<end).allSatisfy { text[$0] == text[$1] })
  }

  private func isName(_ text: TextBytes, _ part: Range<Int>) -> Bool {
    part.count >= 4
      || (part.count >= 2 && part.allSatisfy { text.kind(at: $0).kind == .upper })
  }

  // MARK: Dots

  /// Decides whether the dot behind a word belongs to it.
  private func takeDot(_ piece: inout Piece, in text: TextBytes) {
    guard piece.kind == .word else { return }
    let word = piece.start..<piece.end
    switch abbreviations.kind(of: text, word) {
    case .title: piece.kind = .title
    case .any: piece.kind = .abbreviation
    case .number where nextIsNumber(text, piece.end + 1): piece.kind = .title
    default:
      let isInitial = word.count == 1 && piece.isUpper
      let isAcronym = word.count > 2 && text[piece.end - 2] == UInt8(ascii: ".")
      guard isInitial || isAcronym else { return }
      piece.kind = .abbreviation
    }
    piece.end += 1
  }

  /// Whether a number in digits or Roman capitals follows.
  private func nextIsNumber(_ text: TextBytes, _ position: Int) -> Bool {
    var next = text[position] == UInt8(ascii: " ") ? position + 1 : position
    if text.kind(at: next).kind == .digit { return true }
    let start = next
    while next < start + 8, "IVXLCDM".utf8.contains(text[next]) { next += 1 }
    return next > start && !text.kind(at: next).kind.isWordPart
  }
}
