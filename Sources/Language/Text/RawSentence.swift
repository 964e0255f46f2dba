/// A token as it stands in the text, with the syntactic words that it holds.
package struct RawToken: Hashable, Sendable {
  /// The token as it stands in the text.
  package let form: String
  /// Where it stands: UTF-8 offsets into the text.
  package let span: Range<Int>
  /// Its syntactic words: several for a multiword token (*bukunya* → *buku*, *nya*), else its form.
  package let words: [String]
  /// Where the words stand, one range a word, ascending, together the token's span.
  package let wordSpans: [Range<Int>]
}

/// A sentence as it stands in the text, before any tagging.
package struct RawSentence: Hashable, Sendable {
  /// Where it stands: UTF-8 offsets into the text, without space at either end.
  package let span: Range<Int>
  /// The sentence as it stands in the text.
  package let text: String
  /// Its tokens in order; never empty.
  package let tokens: [RawToken]
  /// Whether it ends only because it grew longer than ``TextSegmenter/longestSentence``.
  package let wasCut: Bool
}
