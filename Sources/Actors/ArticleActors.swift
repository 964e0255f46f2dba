public import Language
import Ontology

/// Who is meant by words that point elsewhere, within one article.
///
/// In: the mentions of each sentence, in the article's order. Out: the same mentions with what the
/// article tells about them: pronouns, "kedua negara", *-nya*, short names after full ones, and
/// roles without a state. Each says in `reason` whom it was taken for, how far back, and why; where
/// two candidates stand equal there is no guess. A mention of several actors comes back as several
/// mentions of the same words.
public struct ArticleActors {
  /// An actor named earlier.
  struct Earlier {
    let mention: ActorMention
    let key: ActorKey
    let sentence: Int
    let isSubject: Bool
    let isPerson: Bool

    /// News agencies and papers are quoted; they do not speak for their states.
    var isMedia: Bool { key.slug != nil && key.sectors.first == "JRN" }
  }

  let dictionary: ActorDictionary
  let language: String
  /// The state that roles without one belong to when the article names none.
  let home: String?
  private(set) var earlier: [Earlier] = []
  private(set) var sentence = -1

  /// An article in a language; `home` is the state of its press, by default the language's.
  public init(_ language: String, dictionary: ActorDictionary, home: String? = nil) {
    self.language = language
    self.dictionary = dictionary
    self.home = home ?? dictionary.homes[language]
  }

  /// The mentions of the next sentence, resolved.
  public mutating func resolve(
    _ mentions: [ActorMention], in sentence: Sentence
  ) -> [ActorMention] {
    self.sentence += 1
    var resolved: [ActorMention] = []
    for (position, mention) in mentions.enumerated() {
      let later = mentions[(position + 1)...]
      for actor in actors(for: mention, before: Array(later), in: sentence) {
        resolved.append(actor)
        remember(actor, in: sentence)
      }
    }
    return resolved
  }

  private func actors(
    for mention: ActorMention, before later: [ActorMention], in sentence: Sentence
  ) -> [ActorMention] {
    switch mention.kind {
    case .reference: return references(mention, later, in: sentence)
    case .role where mention.key == nil: return [owned(mention, later, in: sentence)]
    case .unknown: return [short(mention, in: sentence)]
    default: return [mention.alternatives.isEmpty ? mention : fitting(mention)]
    }
  }

  /// "Korea" is the one of which the article has spoken.
  private func fitting(_ mention: ActorMention) -> ActorMention {
    guard let key = mention.key,
      let last = earlier.last(where: { mention.alternatives.contains($0.key.code) }),
      last.key.code != key.code
    else { return mention }
    var mention = mention
    let code = last.key.code
    mention.name = dictionary.displayName(of: code, language: "en") ?? code
    mention.reason += "; \(code), of which the article speaks"
    mention.key = ActorKey(code: code, sectors: key.sectors, slug: key.slug)
    return mention
  }

  private mutating func remember(_ mention: ActorMention, in sentence: Sentence) {
    guard let key = mention.key else { return }
    let relation =
      sentence.words.indices.contains(mention.head)
      ? String(sentence.words[mention.head].baseDeprel) : ""
    let slug = key.slug ?? ""
    let isPerson = !slug.isEmpty && dictionary.displayNames[key.rawValue] == nil
    earlier.append(
      Earlier(
        mention: mention, key: key, sentence: self.sentence, isSubject: relation == "nsubj",
        isPerson: isPerson))
  }

  // MARK: Short names

  /// "Miller" after "Matthew Miller": all pieces of the short name are pieces of the full one.
  private func short(_ mention: ActorMention, in sentence: Sentence) -> ActorMention {
    let pieces = names(mention.words, in: sentence)
    guard !pieces.isEmpty else { return mention }
    var found: [ActorKey: Earlier] = [:]
    for candidate in earlier where candidate.isPerson {
      let full =
        Slug.pieces(of: candidate.mention.name, dictionary.folding)
        + Slug.pieces(of: candidate.key.slug ?? "", dictionary.folding)
      if Set(full).isSuperset(of: pieces) { found[candidate.key] = candidate }
    }
    guard let (key, candidate) = found.first else { return mention }
    var mention = mention
    guard found.count == 1 else {
      mention.reason = "short for \(found.count) names alike: no guess"
      return mention
    }
    mention.kind = .name
    mention.key = key
    mention.sectors = candidate.mention.sectors
    mention.name = candidate.mention.name
    mention.reason = "short for \(candidate.mention.name), \(distance(candidate))"
    return mention
  }

  /// The pieces of the capitalised words of a range; none when it is no name.
  private func names(_ range: Range<Int>, in sentence: Sentence) -> [String] {
    let words = sentence.words[range].filter {
      $0.upos == .propn || ($0.upos == .x && $0.isCapitalized)
    }
    return words.filter { !dictionary.isWord($0.form, use: .honorific, language: language) }
      .flatMap { Slug.pieces(of: $0.form, dictionary.folding) }
  }

  func distance(_ candidate: Earlier) -> String {
    let back = sentence - candidate.sentence
    return back == 0 ? "same sentence" : "\(back) back"
  }

  // MARK: Roles without a state

  /// "pemerintah": the state that this sentence or the article speaks of most.
  private func owned(
    _ mention: ActorMention, _ later: [ActorMention], in sentence: Sentence
  ) -> ActorMention {
    if let same = earlier.last(where: {
      $0.mention.kind == .role && $0.key.slug == nil && $0.mention.sectors == mention.sectors
        && self.sentence - $0.sentence <= 3 && isAlike($0.mention, mention, in: sentence)
    }), !earlier.contains(where: { $0.sentence == self.sentence && isState($0.key.code) }) {
      return taking(mention, same.key.code, "as before, \(distance(same))")
    }
    var scores: [String: Double] = [:]
    for candidate in earlier where isState(candidate.key.code) && !candidate.isMedia {
      let back = Double(self.sentence - candidate.sentence)
      scores[candidate.key.code, default: 0] += weight(candidate) * (back == 0 ? 3 : 1 / back)
    }
    for candidate in later {
      guard let code = candidate.key?.code, isState(code) else { continue }
      scores[code, default: 0] += candidate.kind == .place ? 0.8 : 0.5
    }
    let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first else {
      return home.map { taking(mention, $0, "no state is named: the press's own") } ?? mention
    }
    if ranked.count > 1, best.value < ranked[1].value * 1.15 {
      var open = mention
      open.reason = "\(best.key) or \(ranked[1].key): no guess"
      return open
    }
    return taking(mention, best.key, "the state the article speaks of")
  }

  private func weight(_ candidate: Earlier) -> Double {
    switch candidate.mention.kind {
    case .place: 0.4
    case .reference: 0.2
    default: candidate.isSubject ? 1.4 : 1
    }
  }

  private func isAlike(_ one: ActorMention, _ other: ActorMention, in sentence: Sentence) -> Bool {
    guard sentence.words.indices.contains(other.head) else { return false }
    return one.reason.hasPrefix(other.reason.prefix { $0 != ":" && $0 != "," })
  }

  private func taking(_ mention: ActorMention, _ code: String, _ why: String) -> ActorMention {
    var mention = mention
    mention.key = ActorKey(
      code: code, sectors: Array(mention.sectors.prefix(1)), slug: mention.slug)
    if mention.slug == nil {
      mention.name = dictionary.displayName(of: code, language: "en") ?? code
    }
    mention.reason = "\(mention.reason.prefix { $0 != ":" }) of \(code): \(why)"
    return mention
  }

  func isState(_ code: String) -> Bool {
    !["UNO", "EUR", "NATO", "ASEAN", "IGO", "NGO", "IMG", "WST"].contains(code)
      && !code.hasPrefix("REG")
  }
}

extension Slug {
  /// The folded pieces of a name.
  static func pieces(of name: String, _ folding: Folding) -> [String] {
    of(name, folding).split(separator: "-").map(String.init)
  }
}
