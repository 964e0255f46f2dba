/// Restores the case of headlines whose words all begin with capitals, so that the models can tell
/// names from words: *Rusia Tuding Ukraina* is read as *Rusia tuding Ukraina*.
struct Headline {
  private let known: KnownWords
  private let stemmer: Stemmer

  private static let properNoun: UInt64 =
    UPOS.all.firstIndex(of: .propn).map { 1 << UInt64($0) } ?? 0

  init(known: KnownWords, stemmer: Stemmer) {
    self.known = known
    self.stemmer = stemmer
  }

  /// Whether capitals say nothing in a sentence: three words at least, four fifths of those with
  /// four letters and more begin with one.
  static func isCapitalized(_ words: [Word]) -> Bool {
    var all = 0
    var capitals = 0
    for word in words where word.form.utf8.count >= 4 {
      guard let first = word.form.utf8.first, isLetter(first) else { continue }
      all += 1
      capitals += isCapital(first) ? 1 : 0
    }
    return all >= 3 && capitals * 5 >= all * 4
  }

  /// A word of such a sentence as it would stand inside a text: in small letters when it is known
  /// as more than a name, or when its stem is; a name in capitals throughout keeps the first.
  func restored(_ form: String) -> String {
    guard let first = form.utf8.first, Self.isCapital(first) else { return form }
    let lowered = form.lowercased()
    let tags = known.tags(of: Spelling(lowered).word)
    let isWord = tags == 0 ? stemmer.knows(lowered) : tags != Self.properNoun
    if isWord { return lowered }
    let isShouted = form.utf8.count > 4 && form.utf8.allSatisfy { !Self.isLetter($0) || $0 < 97 }
    return isShouted ? String(form.prefix(1) + lowered.dropFirst()) : form
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isCapital(byte) || (byte >= 97 && byte <= 122)
  }
}
