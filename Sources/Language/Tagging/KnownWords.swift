/// The tags with which a training set knows its words: a set a word, by the word's hash.
package struct KnownWords: Sendable {
  /// Open-addressed: the upper 47 bits of a word's hash, below them its set of 17 tags; 0 is empty.
  package let table: [UInt64]

  private static let tagBits: UInt64 = 0x1_ffff

  /// Known words over the table of a model file; at least one place of it is empty.
  package init(table: [UInt64]) {
    self.table = table
  }

  /// Known words from pairs of a word's hash and its tags, in a fixed order.
  package init(_ words: [(word: UInt64, tags: UInt64)]) {
    var table = [UInt64](repeating: 0, count: words.count * 3 / 2 + 1)
    for (word, tags) in words {
      var place = Self.home(word, table.count)
      while table[place] != 0 { place = place + 1 == table.count ? 0 : place + 1 }
      table[place] = word & ~Self.tagBits | tags & Self.tagBits
    }
    self.table = table
  }

  private static func home(_ word: UInt64, _ count: Int) -> Int {
    Int((UInt64(UInt32(truncatingIfNeeded: word >> 24)) &* UInt64(count)) >> 32)
  }

  /// The set of tags of a word, a bit a tag; 0 for a word that is not known.
  @inline(__always)
  package func tags(of word: UInt64) -> UInt64 {
    guard !table.isEmpty else { return 0 }
    var place = Self.home(word, table.count)
    while table[place] != 0 {
      if table[place] & ~Self.tagBits == word & ~Self.tagBits { return table[place] & Self.tagBits }
      place = place + 1 == table.count ? 0 : place + 1
    }
    return 0
  }
}
