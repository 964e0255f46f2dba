package import DataFiles

/// Cuts a text into sentences, tokens and syntactic words.
///
/// In: any text. Out: its ``RawSentence``s in order, with UTF-8 offsets that lead back to the text.
/// A line is always the end of a sentence. The steps, each linear in the text's length:
/// ``PieceScanner`` finds the pieces of a line, ``SentenceCutter`` the ends of sentences among
/// them, ``CliticTable`` the words inside a token. What differs between languages is data:
/// `Data/<language>/abbreviations.tsv`, `clitics.tsv`, `starters.tsv`. Read ``RawSentence`` next.
package struct TextSegmenter: Sendable {
  /// A sentence of more tokens is cut, and says so.
  package static let longestSentence = 400
  /// A token of more bytes is cut.
  package static let longestToken = 1000

  private let scanner: PieceScanner
  private let cutter: SentenceCutter
  private let clitics: CliticTable

  /// Reads the tables of a language, `id` or `en`.
  ///
  /// - Throws: ``DataError`` when a table of `Data/<language>/` is missing or malformed.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    let abbreviations = try AbbreviationTable(language, data: data)
    scanner = PieceScanner(
      abbreviations: abbreviations, clitics: try CliticTable(language, data: data))
    cutter = SentenceCutter(abbreviations: abbreviations)
    clitics = scanner.clitics
  }

  /// The sentences of a text, in order; none when it holds nothing but space.
  package func sentences(in text: String) -> [RawSentence] {
    let bytes = TextBytes(text)
    var sentences: [RawSentence] = []
    var pieces: [Piece] = []
    var position = 0
    while position < bytes.count {
      pieces.removeAll(keepingCapacity: true)
      position = scanner.scanLine(of: bytes, from: position, into: &pieces)
      cutter.eachSentence(of: pieces, in: bytes) { found, wasCut in
        sentences.append(sentence(found, wasCut: wasCut, in: bytes))
      }
    }
    return sentences
  }

  private func sentence(
    _ pieces: [Piece], wasCut: Bool, in bytes: TextBytes
  ) -> RawSentence {
    var tokens: [RawToken] = []
    tokens.reserveCapacity(pieces.count)
    for piece in pieces {
      tokens.append(token(piece, in: bytes))
    }
    let span = (pieces.first?.start ?? 0)..<(pieces.last?.end ?? 0)
    return RawSentence(span: span, text: bytes.text(span), tokens: tokens, wasCut: wasCut)
  }

  private func token(_ piece: Piece, in bytes: TextBytes) -> RawToken {
    let span = piece.start..<piece.end
    let form = bytes.text(span)
    guard piece.kind == .word || piece.kind == .number, let cuts = clitics.cuts(in: bytes, span)
    else {
      return RawToken(form: form, span: span, words: [form], wordSpans: [span])
    }
    var spans: [Range<Int>] = []
    var start = span.lowerBound
    for cut in cuts + [span.upperBound] {
      spans.append(start..<cut)
      start = cut
    }
    return RawToken(form: form, span: span, words: spans.map(bytes.text), wordSpans: spans)
  }
}
