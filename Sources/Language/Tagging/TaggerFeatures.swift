/// What a tagging decision looks at: the word, its neighbours, and the tags already given.
///
/// Training and use fill the same ``TaggerFrame``.
enum TaggerAtom: Int, CaseIterable {
  case none, word, exact, suffix1, suffix2, suffix3, suffix4, prefix2, prefix3, prefix4, shape
  case isFirst, tag1, tag2, before, after, before2, after2, known, knownAfter, knownAfter2
  case suffixBefore, suffixAfter, shapeBefore, shapeAfter, stem, affix, style
}

/// The scratch space in which the features of one decision are gathered.
package struct TaggerFrame {
  var atoms = [UInt64](repeating: 0, count: TaggerAtom.allCases.count)
  /// The features' hashes, ``count(styles:)`` of them.
  package var features = [UInt64](repeating: 0, count: TaggerFrame.templates.count)

  /// Empty scratch space.
  package init() {}

  /// How many of the templates are in use: those that ask for the house style come last and are
  /// left out where a language has one style alone.
  package static func count(styles: Int) -> Int {
    styles > 1 ? templates.count : templates.count - styled.count
  }

  static let plain: [[TaggerAtom]] = [
    [], [.word], [.exact], [.suffix2], [.suffix3], [.suffix4], [.suffix1], [.prefix2], [.prefix3],
    [.prefix4], [.shape], [.shape, .isFirst], [.prefix2, .suffix3], [.prefix3, .suffix2],
    [.tag1], [.tag1, .tag2], [.tag1, .word], [.tag1, .suffix3], [.before], [.after],
    [.before, .word], [.word, .after], [.before2], [.after2],
    [.known], [.knownAfter], [.knownAfter, .known], [.knownAfter, .tag1],
    [.knownAfter, .knownAfter2], [.suffixAfter], [.suffixBefore], [.shapeAfter], [.shapeBefore],
    [.shape, .tag1], [.known, .tag1, .knownAfter], [.stem], [.affix], [.stem, .affix],
    [.affix, .tag1], [.tag1, .tag2, .known], [.before, .after],
  ]

  static let styled: [[TaggerAtom]] = [
    [.word, .style], [.suffix2, .style], [.prefix4, .style], [.tag1, .style], [.known, .style],
  ]

  static let templates: [FeatureTemplate] = (plain + styled).enumerated().map {
    FeatureTemplate(number: $0.offset, atoms: $0.element.map(\.rawValue))
  }

  /// Gathers the features of the word at `index`; `tags` holds the tags of the words before it.
  package mutating func fill(_ sentence: EncodedSentence, at index: Int, style: UInt64) {
    let word = sentence.spelling(index)
    let before = sentence.spelling(index - 1)
    let after = sentence.spelling(index + 1)
    set(.word, word.word)
    set(.exact, word.exact)
    set(.suffix1, word.suffix1)
    set(.suffix2, word.suffix2)
    set(.suffix3, word.suffix3)
    set(.suffix4, word.suffix4)
    set(.prefix2, word.prefix2)
    set(.prefix3, word.prefix3)
    set(.prefix4, word.prefix4)
    set(.shape, word.shape)
    set(.isFirst, index == 0 ? 1 : 2)
    set(.before, before.word)
    set(.after, after.word)
    set(.before2, sentence.spelling(index - 2).word)
    set(.after2, sentence.spelling(index + 2).word)
    set(.suffixBefore, before.suffix3)
    set(.suffixAfter, after.suffix3)
    set(.shapeBefore, before.shape)
    set(.shapeAfter, after.shape)
    set(.tag1, sentence.tag(index - 1))
    set(.tag2, sentence.tag(index - 2))
    set(.known, sentence.known(index))
    set(.knownAfter, sentence.known(index + 1))
    set(.knownAfter2, sentence.known(index + 2))
    set(.stem, sentence.stem(index).root)
    set(.affix, sentence.stem(index).affixes)
    set(.style, style + 1)
    hashAll(Self.templates, atoms: atoms, into: &features)
  }

  @inline(__always)
  private mutating func set(_ atom: TaggerAtom, _ value: UInt64) {
    atoms[atom.rawValue] = value
  }
}
