package import Foundation

/// Pairs of mentions in single sentences, each with the one act that stands between them.
package struct PairSet: Sendable {
  /// A pair.
  package struct Pair: Decodable, Sendable {
    /// The pair's identifier.
    package let id: String
    /// The sentence's identifier, when several pairs share one.
    package let sid: String?
    /// The sentence.
    package let text: String
    /// Who acts: words and place in Unicode scalars.
    package let source_text: String
    /// Where its words begin, in Unicode scalars.
    package let source_start: Int?
    /// Where its words end, in Unicode scalars.
    package let source_end: Int?
    /// To whom.
    package let target_text: String
    /// Where its words begin, in Unicode scalars.
    package let target_start: Int?
    /// Where its words end, in Unicode scalars.
    package let target_end: Int?
    /// The event type; CONCEDE and RETREAT stand together as YIELD.
    package let event: String

    /// The sentence's identifier, or the pair's own.
    package var sentence: String { sid ?? id }
  }

  /// The pairs, in file order.
  package let pairs: [Pair]

  /// Reads JSON lines.
  ///
  /// - Throws: what the decoder throws for a line that is no pair.
  package init(_ data: Data) throws {
    let decoder = JSONDecoder()
    pairs = try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Pair.self, from: $0)
    }
  }
}
