/// A phrase of the dictionary found in a sentence, before phrases are put together.
struct Atom {
  /// What was found; numbers point into the dictionary's lists.
  enum Meaning: Equatable {
    case state(Int)
    case organization(Int)
    case persons([Int32])
    case place(Int)
    case role(Int)
    case word(PhraseWord)
  }

  /// The words it covers.
  var words: Range<Int>
  /// What it means.
  var meaning: Meaning
  /// Whether only a part of a hyphened word was matched: "AS" of "AS-Rusia".
  var isPart: Bool
}

/// The words of a sentence as pieces with their numbers in the vocabulary.
struct PieceList {
  /// A piece: its number, that of its stem, its word and how it is written.
  struct Piece {
    var form: Int32
    var stem: Int32
    var word: Int
    var shape: Folding.Shape
    var isFirst: Bool
    var isLast: Bool
  }

  private(set) var pieces: [Piece] = []
  /// No letter of the sentence is a capital: names are then taken in small letters.
  let isLenient: Bool
  /// Nearly all longer words begin with a capital, as in headlines.
  let isTitleCased: Bool

  init(_ forms: [String], _ dictionary: ActorDictionary, language: String) {
    let endings = dictionary.endings[language] ?? []
    var buffer: [UInt8] = []
    var found: [Piece] = []
    found.reserveCapacity(forms.count + 8)
    var capitals = 0
    var long = 0
    for (word, form) in forms.enumerated() {
      let first = found.count
      dictionary.folding.pieces(of: form, buffer: &buffer) { bytes, shape in
        let number = dictionary.vocabulary.number(of: bytes)
        let stem = Self.stem(bytes, number, endings, dictionary.vocabulary)
        found.append(
          Piece(form: number, stem: stem, word: word, shape: shape, isFirst: false, isLast: false))
        long += bytes.count > 3 ? 1 : 0
        capitals += bytes.count > 3 && shape > .small ? 1 : 0
      }
      guard found.count > first else { continue }
      found[first].isFirst = true
      found[found.count - 1].isLast = true
    }
    pieces = found
    isLenient = found.allSatisfy { $0.shape == .small }
    isTitleCased = long >= 4 && capitals * 10 >= long * 8
  }

  private static func stem(
    _ bytes: [UInt8], _ form: Int32, _ endings: [(ending: [UInt8], replacement: [UInt8])],
    _ vocabulary: Vocabulary
  ) -> Int32 {
    for (ending, replacement) in endings where bytes.count > ending.count + 2 {
      guard bytes.suffix(ending.count).elementsEqual(ending) else { continue }
      let number = vocabulary.number(of: bytes.dropLast(ending.count) + replacement)
      if number >= 0 { return number }
    }
    return form
  }
}
