public import DataFiles
public import Language
public import Ontology

/// Finds the mentions of actors in a sentence.
///
/// In: a ``Sentence`` with its tree (or without one) and the day on which the article was published.
/// Out: its ``ActorMention``s in order. Several mentions may have the same words: the members of a
/// compound such as "Russian and Belarusian soldiers". Mentions that point elsewhere have the kind
/// ``ActorMention/Kind/reference`` and no key until ``ArticleActors`` has looked at the article.
///
/// The steps are in files of their own: ``AtomScanner`` finds the dictionary's phrases,
/// ``PhraseComposer`` puts role, owner and name together, ``CompoundActors`` shares roles among the
/// members of a compound and joins appositions, ``MentionNaming`` gives keys.
public struct MentionFinder: Sendable {
  /// `id` or `en`.
  public let language: String
  let dictionary: ActorDictionary
  let scanner: AtomScanner
  let naming: MentionNaming

  /// Takes what a language needs from the dictionary.
  ///
  /// - Parameter labels: the language of display names, `en` or `id`.
  /// - Throws: ``DataError`` when the ontology's table of sectors is missing or malformed.
  public init(
    _ language: String, dictionary: ActorDictionary, data: DataDirectory, labels: String = "en"
  ) throws(DataError) {
    self.language = language
    self.dictionary = dictionary
    scanner = AtomScanner(dictionary, language: language)
    naming = try MentionNaming(dictionary, data: data, labels: labels)
  }

  /// The mentions of a sentence, in order; O(words).
  ///
  /// - Parameter day: the day of the article, by which dated roles are chosen; nil takes the role
  ///   held longest or latest and says so.
  public func mentions(in sentence: Sentence, on day: Day?) -> [ActorMention] {
    let list = PieceList(sentence.words.map(\.form), dictionary, language: language)
    let atoms = scanner.atoms(in: sentence.words, list)
    let phrases = NounPhrase(sentence)
    let composer = PhraseComposer(
      dictionary: dictionary, language: language, words: sentence.words, phrases: phrases,
      atoms: atoms, isHeadFirst: dictionary.headFirstLanguages.contains(language),
      isTitleCased: list.isTitleCased)
    let compounds = CompoundActors(composer: composer)
    let composites = compounds.joined(composer.composites())
    var mentions = composites.compactMap { composite in
      naming.mention(of: composite, in: sentence, phrases: phrases, on: day)
    }
    mentions += unknowns(in: sentence, phrases, besides: mentions)
    return mentions.sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
  }

  /// The noun phrase around a word: the span of a mention that nobody knows.
  public func phrase(around word: Int, in sentence: Sentence) -> Range<Int> {
    NounPhrase(sentence).range(around: word)
  }

  /// Noun phrases in the places where actors stand that no dictionary knows.
  private func unknowns(
    in sentence: Sentence, _ phrases: NounPhrase, besides mentions: [ActorMention]
  ) -> [ActorMention] {
    var covered = [Bool](repeating: false, count: sentence.words.count)
    for mention in mentions { for word in mention.words { covered[word] = true } }
    var found = unknownNames(in: sentence, phrases, &covered)
    for (position, word) in sentence.words.enumerated() where !covered[position] {
      guard isArgument(word, hasTree: phrases.hasTree) else { continue }
      let whole = phrases.range(headedBy: position)
      let range = uncovered(around: position, in: whole, covered)
      for word in range { covered[word] = true }
      found.append(
        ActorMention(
          words: range, head: position, kind: .unknown, key: nil, sectors: [],
          name: sentence.text(of: range), reason: "no dictionary knows it"))
    }
    return found
  }

  /// Runs of capitalised names: each is a mention of its own, apart from the nouns before it.
  private func unknownNames(
    in sentence: Sentence, _ phrases: NounPhrase, _ covered: inout [Bool]
  ) -> [ActorMention] {
    let words = sentence.words
    var found: [ActorMention] = []
    var position = 0
    func isName(_ word: Int) -> Bool {
      !covered[word] && words[word].upos == .propn && words[word].isCapitalized
    }
    while position < words.count {
      let start = position
      while position < words.count, isName(position) { position += 1 }
      guard position > start else {
        position += 1
        continue
      }
      let range = start..<position
      for word in range { covered[word] = true }
      found.append(
        ActorMention(
          words: range, head: phrases.head(of: range) ?? start, kind: .unknown, key: nil,
          sectors: [], name: sentence.text(of: range), reason: "no dictionary knows it"))
    }
    return found
  }

  private func uncovered(around position: Int, in whole: Range<Int>, _ covered: [Bool]) -> Range<
    Int
  > {
    var lower = position
    var upper = position + 1
    while lower > whole.lowerBound, !covered[lower - 1] { lower -= 1 }
    while upper < whole.upperBound, !covered[upper] { upper += 1 }
    return lower..<upper
  }

  private static let argumentRelations: Set<Substring> = [
    "nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root", "dislocated",
  ]

  private func isArgument(_ word: Word, hasTree: Bool) -> Bool {
    guard word.upos == .noun || word.upos == .propn || (word.upos == .x && word.isCapitalized)
    else { return false }
    return !hasTree || Self.argumentRelations.contains(word.baseDeprel)
  }
}

extension Sentence {
  /// The text of a range of words, as it stands in the article.
  func text(of range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    let lower = first.span.lowerBound - span.lowerBound
    let upper = last.span.upperBound - span.lowerBound
    let bytes = text.utf8
    guard lower >= 0, lower <= upper, upper <= bytes.count else {
      return words[range].map(\.form).joined(separator: " ")
    }
    let start = bytes.index(bytes.startIndex, offsetBy: lower)
    return String(Substring(bytes[start..<bytes.index(start, offsetBy: upper - lower)]))
  }
}
