package import DataFiles

/// Takes words apart into stem and affixes, by a table of affixes and a list of known stems.
///
/// *menuduh* = MeN + *tuduh*, *pertemuan* = Per + *temu* + An, *making* = *make* + ing. Of several
/// ways the one counts whose stem is known and long and frequent (a letter more weighs as much as
/// twice the frequency); where no stem is known, the first way whose affixes may be guessed. The
/// part of speech, when given, rules out affixes that do not make it.
package struct Stemmer: Sendable {
  /// A word taken apart.
  struct Analysis {
    /// The stem inside the lowered word.
    var stem: Range<Int>
    /// Letters that stand before and behind the stem in place of affixes.
    var before: [UInt8] = [], behind: [UInt8] = []
    /// The set of affixes by number.
    var affixes: UInt64 = 0
    /// The outermost prefix and the suffix: their places in the table, −1 for none.
    var prefix = -1, suffix = -1
    /// Whether the stem is in the list.
    var isKnown = false
    fileprivate var count = 0

    fileprivate var length: Int { stem.count + before.count + behind.count }
    /// Long stems before short ones, frequent before rare ones: a doubling is worth a letter.
    fileprivate var rank: Int { length + Int.bitWidth - count.leadingZeroBitCount }
  }

  let affixes: AffixTable
  private let stems: FactTable?
  private static let shortestGuess = 4

  /// A stemmer that knows no affixes: every word is its own stem.
  package init() {
    affixes = AffixTable()
    stems = nil
  }

  /// Loads the affixes and stems of a language.
  ///
  /// - Throws: ``DataError`` when a table is missing or malformed.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    affixes = try AffixTable(language, data: data)
    stems = try FactTable(
      "\(language)/stems.tsv", columns: ["stem", "count", "source"], keys: 1, data: data)
  }

  /// The codes of a form's stem and affixes for the models.
  package func code(_ form: String) -> StemCode {
    let lowered = form.loweredBytes
    guard lowered.count <= 60, lowered.first.map({ $0 >= 97 }) ?? false else { return StemCode() }
    let analysis = analyse(lowered, tag: nil)
    var hash = HashedBytes()
    for byte in analysis.before { hash.add(byte) }
    for byte in lowered[analysis.stem] { hash.add(byte) }
    for byte in analysis.behind { hash.add(byte) }
    return StemCode(
      root: hash.value, affixes: analysis.affixes << 1 | (analysis.isKnown ? 1 : 0))
  }

  /// Whether a lowered word has a stem that the list knows.
  func knows(_ word: String) -> Bool {
    analyse(word.loweredBytes, tag: nil).isKnown
  }

  /// A verb without the outer prefix that makes it active, as headlines shorten it: *menuding* →
  /// *tuding*, *mengirimkan* → *kirimkan*; nil for a word without one.
  package func shortened(_ form: String) -> String? {
    let lowered = form.loweredBytes
    guard lowered.count <= 60, let verb = UPOS.all.firstIndex(of: .verb) else { return nil }
    let found = analyse(lowered, tag: UInt8(verb))
    guard found.isKnown, found.prefix >= 0,
      affixes.prefixes[found.prefix].feats.contains("Voice=Act"),
      found.affixes.nonzeroBitCount == (found.suffix >= 0 ? 2 : 1)
    else { return nil }
    let suffix = found.suffix >= 0 ? affixes.suffixes[found.suffix].surface : []
    return found.lemma(lowered) + String(decoding: suffix, as: UTF8.self)
  }

  /// Takes a lowered word apart; `tag` is the place of its part of speech in ``UPOS/all``.
  func analyse(_ word: [UInt8], tag: UInt8?) -> Analysis {
    let mask = tag.map { 1 << UInt32($0) } ?? UInt32.max
    let whole = Analysis(stem: 0..<word.count)
    var best = whole
    measure(&best, word)
    var search = Search(word: word, tags: mask, best: best)
    if best.isKnown { return best }
    eachSuffix(whole, &search)
    return search.best
  }

  private struct Search {
    let word: [UInt8]
    let tags: UInt32
    var best: Analysis
    var hasGuess = false
  }

  private func eachSuffix(_ whole: Analysis, _ search: inout Search) {
    eachPrefix(whole, &search, depth: 0)
    for (place, rule) in affixes.suffixes.enumerated() where rule.tags & search.tags != 0 {
      let end = search.word.count - rule.surface.count
      guard end >= 2, search.word[end...].elementsEqual(rule.surface),
        rule.next.isEmpty || rule.next.contains(search.word[end - 1])
      else { continue }
      var found = whole
      found.stem = 0..<end
      found.behind = rule.restores
      found.suffix = place
      found.affixes = 1 << UInt64(rule.number)
      consider(found, guesses: rule.guesses, &search)
      eachPrefix(found, &search, depth: 0)
    }
  }

  private func eachPrefix(_ outer: Analysis, _ search: inout Search, depth: Int) {
    let start = outer.stem.lowerBound
    for (place, rule) in affixes.prefixes.enumerated() {
      let next = start + rule.surface.count
      guard search.word[start] == rule.surface[0], next + 2 <= outer.stem.upperBound,
        depth > 0 || rule.tags & search.tags != 0,
        search.word[start..<next].elementsEqual(rule.surface),
        rule.next.isEmpty || rule.next.contains(search.word[next]),
        allows(rule, inside: outer)
      else { continue }
      var found = outer
      found.stem = next..<outer.stem.upperBound
      found.before = rule.restores
      found.affixes |= 1 << UInt64(rule.number)
      if found.prefix < 0 { found.prefix = place }
      consider(found, guesses: rule.guesses && depth == 0, &search)
      if depth < 2 && rule.restores.isEmpty { eachPrefix(found, &search, depth: depth + 1) }
    }
  }

  /// Whether a prefix may stand inside those that were taken off.
  private func allows(_ rule: AffixTable.Rule, inside outer: Analysis) -> Bool {
    guard outer.prefix >= 0 else {
      guard outer.suffix >= 0 else { return true }
      return affixes.inner[affixes.suffixes[outer.suffix].number] & 1 << UInt64(rule.number) != 0
    }
    return affixes.inner[affixes.prefixes[outer.prefix].number] & 1 << UInt64(rule.number) != 0
  }

  private func consider(_ found: Analysis, guesses: Bool, _ search: inout Search) {
    var found = found
    measure(&found, search.word)
    if found.isKnown {
      if !search.best.isKnown || found.rank > search.best.rank { search.best = found }
    } else if guesses, !search.best.isKnown, !search.hasGuess, found.length >= Self.shortestGuess {
      search.best = found
      search.hasGuess = true
    }
  }

  /// Looks the stem up.
  private func measure(_ found: inout Analysis, _ word: [UInt8]) {
    guard let stems else { return }
    var key = HashedBytes()
    for byte in found.before { key.add(byte) }
    for byte in word[found.stem] { key.add(byte) }
    for byte in found.behind { key.add(byte) }
    key.add(UInt8(ascii: "\t"))
    guard let line = stems.line(key) else { return }
    found.isKnown = true
    found.count = Int(stems.field(1, ofLine: line)) ?? 0
  }
}

extension String {
  /// The UTF-8 bytes, letters of ASCII lowered.
  var loweredBytes: [UInt8] {
    utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
  }
}
