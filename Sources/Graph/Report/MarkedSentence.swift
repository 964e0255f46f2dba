/// A sentence cut into pieces that each play one part in a relation.
public struct MarkedSentence: Hashable, Sendable {
  /// What a piece names.
  public enum Part: String, Hashable, Sendable {
    /// Who acts.
    case actor
    /// To whom.
    case recipient
    /// The act.
    case trigger
  }

  /// A piece of the sentence.
  public struct Piece: Hashable, Sendable {
    /// The words.
    public let text: String
    /// What they name; nil for the rest.
    public let part: Part?
  }

  /// The pieces, in order; together they are the sentence.
  public let pieces: [Piece]

  /// Cuts `text` at the borders of the ranges.
  ///
  /// - Parameters:
  ///   - marks: ranges of Unicode scalars within `text`; where they overlap, the earlier one in the
  ///     list counts, and what lies outside of the text is left out.
  public init(_ text: String, marks: [(range: Range<Int>, part: Part)] = []) {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part?] = Array(repeating: nil, count: scalars.count)
    for (range, part) in marks.reversed() {
      for place in range.clamped(to: 0..<scalars.count) { parts[place] = part }
    }
    var pieces: [Piece] = []
    var start = 0
    while start < scalars.count {
      let end = parts[start...].firstIndex { $0 != parts[start] } ?? scalars.count
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      pieces.append(Piece(text: String(words), part: parts[start]))
      start = end
    }
    self.pieces = pieces
  }

  /// The sentence as HTML.
  var html: String {
    pieces.map { piece in
      let text = escaped(piece.text)
      return piece.part.map { "<mark class=\"\($0.rawValue)\">\(text)</mark>" } ?? text
    }.joined()
  }
}

/// Text as XML and HTML hold it.
func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  var sink = ByteSink { bytes.append(contentsOf: $0) }
  sink.append(text, .xml)
  try? sink.flush()
  return String(decoding: bytes, as: UTF8.self)
}
