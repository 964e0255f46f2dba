/// A sentence as the models see it: numbers in flat arrays that are reused from one to the next.
///
/// Words count from 0; asking beyond either end gives the values of nothing.
package struct EncodedSentence {
  /// The number of words.
  package private(set) var count = 0
  /// The tag of each word: its place in ``UPOS/all``.
  package var tags: [UInt8] = []
  private var spellings: [Spelling] = []
  private var knownTags: [UInt64] = []
  private var stems: [StemCode] = []

  /// An empty sentence.
  package init() {}

  /// Begins a sentence anew, keeping the space.
  package mutating func removeAll() {
    count = 0
    tags.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    knownTags.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
  }

  /// Adds a word: its spelling, the tags it is known with, its stem and affixes.
  package mutating func append(_ spelling: Spelling, known: UInt64, stem: StemCode) {
    count += 1
    tags.append(UInt8(UPOS.all.count))
    spellings.append(spelling)
    knownTags.append(known)
    stems.append(stem)
  }

  /// Sets the tags a word is known with.
  package mutating func setKnown(_ known: UInt64, at index: Int) {
    knownTags[index] = known
  }

  @inline(__always)
  /// How a word is spelt.
  package func spelling(_ index: Int) -> Spelling {
    if index >= 0 && index < count { return spellings[index] }
    var nothing = Spelling()
    nothing.word = index < 0 ? 77 : 78
    return nothing
  }

  @inline(__always)
  /// The tag of a word, as a hash.
  package func tag(_ index: Int) -> UInt64 {
    index >= 0 && index < count ? UInt64(tags[index]) + 1 : 99
  }

  @inline(__always)
  /// What is known of a word from training, as a hash.
  package func known(_ index: Int) -> UInt64 {
    index >= 0 && index < count ? knownTags[index] + 10 : 3
  }

  @inline(__always)
  /// The stem of a word, as a code.
  package func stem(_ index: Int) -> StemCode {
    index >= 0 && index < count ? stems[index] : StemCode()
  }
}

/// A word's stem and affixes as hashes: what two forms of one word share, and how they differ.
package struct StemCode: Sendable {
  /// The stem's hash; 0 when unknown.
  package var root: UInt64 = 0
  /// The affixes' hash; 0 for none.
  package var affixes: UInt64 = 0

  /// A stem and its affixes.
  package init(root: UInt64 = 0, affixes: UInt64 = 0) {
    self.root = root
    self.affixes = affixes
  }
}

extension UPOS {
  /// All tags in the fixed order by which models number them: alphabetical.
  package static let all: [UPOS] = UPOS.allCases.sorted { $0.rawValue < $1.rawValue }
}
