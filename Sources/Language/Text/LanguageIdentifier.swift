package import DataFiles

/// Tells Indonesian from English, and both from anything else.
///
/// In: a text, a headline too. Out: `id`, `en`, or nil rather than a guess. The evidence is how
/// many of its words are among a language's frequent ones (`Data/languages/words.tsv`).
package struct LanguageIdentifier: Sendable {
  private let words: WordTable

  private static let longestSample = 4000

  /// Reads the profile.
  ///
  /// - Throws: ``DataError`` when `Data/languages/words.tsv` is missing or malformed.
  package init(data: DataDirectory) throws(DataError) {
    let table = try data.table(
      "languages/words.tsv", columns: ["language", "word", "per_million", "source"])
    var words: [(word: String, value: UInt8)] = []
    for row in table.rows {
      guard row[0] == "id" || row[0] == "en" else {
        throw table.malformed(row, "unknown language \(row[0])")
      }
      words.append((row[1], row[0] == "id" ? 0 : 1))
    }
    self.words = WordTable(words)
  }

  /// `id`, `en`, or nil when the text is too short, in another language or no text at all.
  package func language(of text: String) -> String? {
    let bytes = TextBytes(String(text.utf8.prefix(Self.longestSample)) ?? text)
    var hits = [0, 0]
    var total = 0
    var start: Int?
    for index in 0...bytes.count {
      let isLetter = WordTable.lowered(bytes[index]) >= 0x61 && bytes[index] != 0x7F
      if isLetter {
        start = start ?? index
      } else if let first = start {
        total += 1
        if let number = words.value(of: bytes, first..<index, folding: true) {
          hits[Int(number)] += 1
        }
        start = nil
      }
    }
    let best = hits[0] >= hits[1] ? 0 : 1
    guard hits[best] * 5 >= total, hits[best] > 2 * hits[1 - best], hits[best] > 0 else {
      return nil
    }
    return best == 0 ? "id" : "en"
  }
}
