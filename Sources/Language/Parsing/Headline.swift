/// Restores the case of headlines whose words all begin with capitals, so that the models can tell
/// names from words: *Rusia Tuding Ukraina* is read as *Rusia tuding Ukraina*.
struct Headline {
  private let known: KnownWords
  private let stemmer: Stemmer
  /// Whether the headline is in capitals throughout, so that they do not tell abbreviations either.
  private let isShouted: Bool

  private static let properNoun = bit(.propn)
  private static let verb = bit(.verb)

  /// A sentence whose capitals say nothing: it has no stop, four fifths of its words with four
  /// letters and more, three at least, begin with one, and one of them is a verb; nil for any
  /// other, such as an address or a list of names.
  init?(_ words: [Word], known: KnownWords, stemmer: Stemmer) {
    var all = 0
    var capitals = 0
    var shouted = 0
    for word in words where word.form.utf8.count >= 4 {
      guard let first = word.form.utf8.first, Self.isLetter(first) else { continue }
      all += 1
      capitals += Self.isCapital(first) ? 1 : 0
      shouted += Self.isShouted(word.form) ? 1 : 0
    }
    guard all >= 3, capitals * 5 >= all * 4, words.last?.form != "." else { return nil }
    self.known = known
    self.stemmer = stemmer
    isShouted = shouted * 5 >= all * 4
    guard words.contains(where: { isVerb($0.form) }) else { return nil }
  }

  private static func bit(_ upos: UPOS) -> UInt64 {
    UPOS.all.firstIndex(of: upos).map { 1 << UInt64($0) } ?? 0
  }

  /// Whether a capitalized word is known as a verb and as no name, or unknown but of a known stem.
  private func isVerb(_ form: String) -> Bool {
    guard let first = form.utf8.first, Self.isCapital(first) else { return false }
    let lowered = form.lowercased()
    let tags = known.tags(of: Spelling(lowered).word)
    if tags == 0 { return form.utf8.count >= 4 && stemmer.knows(lowered) }
    return tags & Self.verb != 0 && tags & Self.properNoun == 0
  }

  /// A word of such a sentence as it would stand inside a text: in small letters when it is known
  /// as more than a name, or when its stem is; a name in capitals throughout keeps the first.
  func restored(_ form: String) -> String {
    guard let first = form.utf8.first, Self.isCapital(first) else { return form }
    let isAbbreviation = form.utf8.count > 1 && Self.isShouted(form)
    guard isShouted || !isAbbreviation else { return form }
    let lowered = form.lowercased()
    let tags = known.tags(of: Spelling(lowered).word)
    let isWord = tags == 0 ? stemmer.knows(lowered) : tags != Self.properNoun
    if isWord { return lowered }
    let isName = isAbbreviation && form.utf8.count > 4
    return isName ? String(form.prefix(1) + lowered.dropFirst()) : form
  }

  /// Whether a word has no small letter.
  private static func isShouted(_ form: String) -> Bool {
    form.utf8.allSatisfy { !isLetter($0) || isCapital($0) }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isCapital(byte) || (byte >= 97 && byte <= 122)
  }
}
