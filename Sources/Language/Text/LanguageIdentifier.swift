package import DataFiles

/// Tells Indonesian from English, and both from anything else.
///
/// In: a text, a headline too. Out: `id`, `en`, or nil rather than a guess. The evidence is how
/// frequent its letter trigrams are in these and thirteen more languages (``TrigramTable``), and
/// how many of its words are among the frequent ones (`Data/languages/words.tsv`). Malay is not
/// told from Indonesian.
package struct LanguageIdentifier: Sendable {
  /// More of a text, in bytes, is not looked at.
  private static let longestSample = 4000
  /// What a frequent word adds, in levels.
  private static let wordBonus = 20
  /// The least mean level of a trigram for an answer: text in no language stays below.
  private static let leastLevel = 31.5
  /// How much less will do when all words are frequent ones of the language; in proportion for some.
  private static let wordShareBonus = 20.0
  /// The least lead over the next language, in levels a root of a trigram.
  private static let leastLead = 8.0
  /// Fewer trigrams than these say nothing without a frequent word.
  private static let fewTrigrams = 14

  private let trigrams: TrigramTable
  private let words: WordTable
  private let wordLanguages: [Int]

  /// Reads the profiles.
  ///
  /// - Throws: ``DataError`` when a table of `Data/languages/` is missing or malformed.
  package init(data: DataDirectory) throws(DataError) {
    trigrams = try TrigramTable(data: data)
    let table = try data.table("languages/words.tsv", columns: ["language", "word", "source"])
    var languages: [String] = []
    var words: [(word: String, value: UInt8)] = []
    for row in table.rows {
      if languages.last != row[0] { languages.append(row[0]) }
      guard trigrams.languages.contains(row[0]), languages.count < 256 else {
        throw table.malformed(row, "no trigrams of the language \(row[0])")
      }
      words.append((row[1], UInt8(languages.count - 1)))
    }
    wordLanguages = languages.map { [names = trigrams.languages] in names.firstIndex(of: $0) ?? 0 }
    self.words = WordTable(words)
  }

  /// `id`, `en`, or nil when the text is in another language, in none, or too short to tell.
  ///
  /// - Complexity: O(1); the first 4,000 bytes decide.
  package func language(of text: String) -> String? {
    let bytes = TextBytes(text, longest: Self.longestSample)
    var evidence = Evidence(languageCount: trigrams.languages.count)
    var position = 0
    while position < bytes.count {
      let (kind, length) = bytes.kind(at: position)
      if kind.isLetter {
        position = addWord(in: bytes, from: position, to: &evidence)
      } else {
        position += length
      }
    }
    return answer(evidence)
  }

  private struct Evidence {
    var sums: [Int]
    var trigramCount = 0
    var frequentWords = 0
    var wordCount = 0

    init(languageCount: Int) {
      sums = Array(repeating: 0, count: languageCount)
    }
  }

  /// Adds the word at `start` and its trigrams; the place behind it.
  private func addWord(
    in bytes: TextBytes, from start: Int, to evidence: inout Evidence
  ) -> Int {
    var end = start
    var first: UInt32 = 0
    var second: UInt32 = 0x20
    while end < bytes.count {
      let (kind, length) = bytes.kind(at: end)
      guard kind.isLetter || kind == .mark else { break }
      if kind != .mark {
        let scalar = Self.lowered(bytes.scalar(at: end).value, kind)
        if first != 0 { add(first, second, scalar, to: &evidence) }
        (first, second) = (second, scalar)
      }
      end += length
    }
    add(first, second, 0x20, to: &evidence)
    if let number = words.value(of: bytes, start..<end, folding: true) {
      evidence.sums[wordLanguages[Int(number)]] += Self.wordBonus
      evidence.frequentWords += 1
    }
    evidence.wordCount += 1
    return end
  }

  private func add(
    _ first: UInt32, _ second: UInt32, _ third: UInt32, to evidence: inout Evidence
  ) {
    trigrams.add(TrigramTable.key(first, second, third), to: &evidence.sums)
    evidence.trigramCount += 1
  }

  /// The small letter of a Latin capital.
  private static func lowered(_ scalar: UInt32, _ kind: ScalarKind) -> UInt32 {
    guard kind == .upper else { return scalar }
    return scalar < 0x100 ? scalar + 0x20 : scalar + 1
  }

  private func answer(_ evidence: Evidence) -> String? {
    guard evidence.trigramCount >= Self.fewTrigrams || evidence.frequentWords > 0 else {
      return nil
    }
    let share = Double(evidence.frequentWords) / Double(max(evidence.wordCount, 1))
    let order = evidence.sums.indices.sorted { evidence.sums[$0] > evidence.sums[$1] }
    let count = Double(max(evidence.trigramCount, 1))
    let best = evidence.sums[order[0]]
    let lead = Double(best - evidence.sums[order[1]])
    guard wordLanguages.contains(order[0]),
      Double(best) / count >= Self.leastLevel - share * Self.wordShareBonus,
      lead / count.squareRoot() >= Self.leastLead
    else { return nil }
    return trigrams.languages[order[0]]
  }
}
