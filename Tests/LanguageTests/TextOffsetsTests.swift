import DataFiles
import Language
import Testing

/// What breaks a promise of the segmenter on a text; empty when none is broken.
func brokenPromises(_ text: String, _ sentences: [RawSentence]) -> [String] {
  var broken: [String] = []
  let bytes = Array(text.utf8)
  var end = 0
  for sentence in sentences {
    let start = sentence.tokens.first?.span.lowerBound
    if start != sentence.span.lowerBound { broken.append("a sentence starts outside its tokens") }
    if sentence.tokens.count > TextSegmenter.longestSentence { broken.append("too many tokens") }
    for token in sentence.tokens {
      if token.span.lowerBound < end || token.span.upperBound > bytes.count || token.span.isEmpty {
        return broken + ["\(token.form): \(token.span) after \(end)"]
      }
      end = token.span.upperBound
      if Array(token.form.utf8) != Array(bytes[token.span]) {
        broken.append("\(token.form) is not what stands at \(token.span)")
      }
      let words = zip(token.words, token.wordSpans).map { $0 + "\($1)" }
      let wanted = token.wordSpans.map { String(decoding: bytes[$0], as: UTF8.self) + "\($0)" }
      if words != wanted || token.words.joined() != token.form {
        broken.append("\(token.form): \(words)")
      }
    }
    if sentence.span.upperBound != end { broken.append("a sentence ends outside its tokens") }
    if Array(sentence.text.utf8) != Array(bytes[sentence.span]) { broken.append("another text") }
  }
  return broken
}

/// A generator of the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `Offsets of sentences, tokens and words` {
  private static let parts = [
    "Putin", "rumahnya", "apakah", "don't", "Israel’s", "U.S.", "dll.", "Dr.", "18/6/2024", "Rp1,5",
    "5pm", "a.b", "www.x.com/y.", "x@y.id", "(", ")", "“", "”", "\"", "'", "‘", "’", ".", "...",
    "…",
    "!", "?", ",", ":", ";", "-", "–", "--", "/", " ", "  ", "\t", "\n", "\r\n", "\r", "\u{2028}",
    "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{301}", "e\u{301}", "é", "Å", "A\u{30A}", "ß",
    "😀", "👍🏽", "👨‍👩‍👧", "🇮🇩", "🇷", "中文", "한국", "عربي", "Путин", "Ümit", "ﬁ", "½", "²", "\u{0}", "%", "$",
    "1", "2024", "nya", "-nya", "ku", "n't", "\u{FFFD}", "\u{10FFFF}", "\u{E000}", "‚", "«", "»",
  ]

  @Test(arguments: ["id", "en"])
  func `lead back to the text whatever it is made of`(language: String) throws {
    let segmenter = try TextSegmenter(language, data: .embedded)
    var generator = SplitMix(state: 2024)
    for _ in 0..<800 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in
        Self.parts.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      let broken = brokenPromises(text, segmenter.sentences(in: text))
      #expect(broken.isEmpty, "\(text.debugDescription): \(broken)")
    }
  }

  @Test(arguments: ["id", "en"])
  func `lead back to any bytes that were read as text`(language: String) throws {
    let segmenter = try TextSegmenter(language, data: .embedded)
    var generator = SplitMix(state: 7)
    for _ in 0..<150 {
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(brokenPromises(text, segmenter.sentences(in: text)).isEmpty, "\(bytes)")
    }
  }

  @Test func `are the same words for NFC and NFD, LF and CRLF, with a mark of byte order`() throws {
    let plain = "Café Ümit ditutup.\nIa pergi."
    let other = "\u{FEFF}Cafe\u{301} U\u{308}mit ditutup.\r\nIa pergi."
    let words = try segments(plain)
    #expect(words == ["Café Ümit ditutup .", "Ia pergi ."])
    #expect(try segments(other) == words)
  }

  @Test func `say where a text that was left out for length was cut`() throws {
    let segmenter = try TextSegmenter("id", data: .embedded)
    let text = Array(repeating: "kata", count: 10_000).joined(separator: " ") + "."
    let sentences = segmenter.sentences(in: text)
    #expect(sentences.count == 26)
    #expect(sentences.dropLast().allSatisfy(\.wasCut) && sentences.last?.wasCut == false)
    #expect(sentences.reduce(0) { $0 + $1.tokens.count } == 10_001)
    #expect(brokenPromises(text, sentences).isEmpty)
  }

  @Test func `a sentence is cut behind a comma where one is near`() throws {
    let text = Array(repeating: "satu dua tiga empat,", count: 200).joined(separator: " ")
    let sentences = try TextSegmenter("id", data: .embedded).sentences(in: text)
    #expect(sentences.dropLast().allSatisfy { $0.wasCut && $0.text.hasSuffix(",") })
  }

  @Test(arguments: [
    "a", "a-", "U.S.)", ".)", "1/", "😀\u{301}", "a.b@", "\"", "-", "’", "a’s", "\n",
  ])
  func `hold in a long text without a space`(unit: String) throws {
    let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
    let sentences = try TextSegmenter("en", data: .embedded).sentences(in: text)
    #expect(brokenPromises(text, sentences).isEmpty)
    let longest = sentences.flatMap(\.tokens).map(\.span.count).max() ?? 0
    #expect(longest <= TextSegmenter.longestToken + 4)
  }
}

@Suite struct `Scalar offsets` {
  @Test(arguments: [
    "", "plain ASCII", "é", "Putin “siap” 😀 di Kyiv", "e\u{301}👨‍👩‍👧\r\n中文",
    String(repeating: "añ😀", count: 100),
  ])
  func `are those of the text's scalars`(text: String) {
    let offsets = ScalarOffsets(text)
    #expect(offsets.scalarCount == text.unicodeScalars.count)
    var utf8 = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.scalarOffset(ofUTF8: utf8) == number)
      utf8 += scalar.utf8.count
    }
    #expect(offsets.scalarRange(ofUTF8: 0..<utf8) == 0..<offsets.scalarCount)
  }

  @Test func `outside the text are those of its ends`() {
    let offsets = ScalarOffsets("né")
    #expect(offsets.scalarOffset(ofUTF8: -1) == 0)
    #expect(offsets.scalarOffset(ofUTF8: 99) == 2)
  }
}
