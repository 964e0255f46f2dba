import Language
import Ontology

extension ArticleActors {
  /// Whom a pronoun or a pointing phrase stands for.
  ///
  /// - Parameter later: the mentions behind it in the sentence: in "Kami …," kata X, X speaks.
  func references(
    _ mention: ActorMention, _ later: [ActorMention], in sentence: Sentence
  ) -> [ActorMention] {
    let found = pointed(mention, later, in: sentence)
    guard !mention.sectors.isEmpty else { return found }
    return found.map { actor in
      guard let key = actor.key else { return actor }
      var actor = actor
      actor.kind = .role
      actor.sectors = mention.sectors == ["UNK"] ? [] : mention.sectors
      actor.key = ActorKey(code: key.code, sectors: Array(actor.sectors.prefix(1)))
      actor.name = dictionary.displayName(of: key.code, language: "en") ?? key.code
      return actor
    }
  }

  private func pointed(
    _ mention: ActorMention, _ later: [ActorMention], in sentence: Sentence
  ) -> [ActorMention] {
    let use = PhraseWord(rawValue: mention.reason.split(separator: " ").last.map(String.init) ?? "")
    switch use {
    case .he: return one(mention, among: earlier.filter(\.isPerson))
    case .it, .thatState:
      return one(mention, among: earlier.filter { isNation($0) }, codeOnly: true)
    case .thatPlace:
      let places = earlier.filter { $0.mention.kind == .place && self.sentence - $0.sentence <= 2 }
      return one(mention, among: places.isEmpty ? earlier.filter { isNation($0) } : places)
    case .thatGroup: return one(mention, among: earlier.filter { isBody($0) })
    case .possessive: return one(mention, among: earlier.filter { $0.mention.kind != .place })
    case .we, .i:
      if let speaker = speaker(behind: mention, later, in: sentence) { return [speaker] }
      return one(mention, among: speakers(), codeOnly: use == .we)
    case .they: return one(mention, among: earlier.filter { isPlural($0) })
    case .twoStates:
      return two(
        mention,
        among: earlier.filter { isState($0.key.code) && $0.mention.kind != .place && !$0.isMedia },
        codeOnly: true)
    case .twoLeaders: return leaders(mention)
    case .twoSides:
      return two(mention, among: earlier.filter { $0.mention.kind != .place }, codeOnly: true)
    default: return [mention]
    }
  }

  private func isNation(_ candidate: Earlier) -> Bool {
    isState(candidate.key.code) && !candidate.isPerson && candidate.mention.kind != .place
      && candidate.mention.kind != .reference
  }

  private func isBody(_ candidate: Earlier) -> Bool {
    candidate.key.slug != nil && !candidate.isPerson || !isState(candidate.key.code)
  }

  private func isPlural(_ candidate: Earlier) -> Bool {
    candidate.mention.kind == .adjective || isBody(candidate)
      || candidate.mention.kind == .role && !candidate.isPerson
  }

  /// "Kami …," kata X: the speaker follows the quotation.
  private func speaker(
    behind mention: ActorMention, _ later: [ActorMention], in sentence: Sentence
  ) -> ActorMention? {
    let quotes: Set<String> = ["\"", "“", "”", "''", "``"]
    guard
      let close = sentence.words.indices.last(where: { quotes.contains(sentence.words[$0].form) }),
      close > mention.head,
      let speaker = later.first(where: {
        $0.words.lowerBound > close && $0.key != nil && ($0.kind == .role || $0.key?.slug != nil)
      }), let key = speaker.key
    else { return nil }
    var filled = mention
    filled.key = ActorKey(code: key.code, sectors: Array(speaker.sectors.prefix(1)))
    filled.sectors = speaker.sectors
    filled.name = dictionary.displayName(of: key.code, language: "en") ?? key.code
    filled.reason = "\(mention.name) → \(speaker.name), who speaks"
    return filled
  }

  private func speakers() -> [Earlier] {
    let people = earlier.filter { $0.isPerson && sentence - $0.sentence <= 2 }
    return people.isEmpty
      ? earlier.filter { $0.mention.kind == .role && sentence - $0.sentence <= 1 } : people
  }

  /// The nearest candidate, a subject before others; none when two stand equal.
  private func one(
    _ mention: ActorMention, among candidates: [Earlier], codeOnly: Bool = false
  ) -> [ActorMention] {
    guard let nearest = candidates.last?.sentence, sentence - nearest <= 4 else {
      return [open(mention, "nobody fits")]
    }
    var near = candidates.filter { $0.sentence == nearest }
    let subjects = near.filter(\.isSubject)
    let why = subjects.isEmpty ? "nearest" : "nearest subject"
    if !subjects.isEmpty { near = subjects }
    var keys: [ActorKey] = []
    for candidate in near {
      let key = codeOnly ? ActorKey(code: candidate.key.code) : candidate.key
      if !keys.contains(key) { keys.append(key) }
    }
    if keys.count > 1, nearest < sentence, Set(keys.map(\.code)).count == 1, let last = near.last {
      return [filled(mention, ActorKey(code: last.key.code), last, "all candidates are of it")]
    }
    guard keys.count == 1 || nearest == sentence, let key = keys.last,
      let chosen = near.last(where: { (codeOnly ? ActorKey(code: $0.key.code) : $0.key) == key })
    else {
      return [open(mention, "\(keys.count) candidates alike: no guess")]
    }
    return [filled(mention, key, chosen, why)]
  }

  /// The two of whom this sentence, else the article, speaks clearly more than of a third.
  private func two(
    _ mention: ActorMention, among candidates: [Earlier], codeOnly: Bool
  ) -> [ActorMention] {
    func key(_ candidate: Earlier) -> ActorKey {
      codeOnly ? ActorKey(code: candidate.key.code) : candidate.key
    }
    let here = candidates.filter { $0.sentence == sentence }
    let isHere = Set(here.map(key)).count == 2
    var weights: [ActorKey: Double] = [:]
    var latest: [ActorKey: Earlier] = [:]
    for candidate in isHere ? here : candidates {
      let back = Double(sentence - candidate.sentence)
      weights[key(candidate), default: 0] += (candidate.isSubject ? 1.5 : 1) / (1 + back / 3)
      latest[key(candidate)] = candidate
    }
    let ranked = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ranked.count >= 2, ranked.count == 2 || ranked[1].value > ranked[2].value * 1.15 else {
      return [open(mention, ranked.count < 2 ? "no two fit" : "\(ranked.count) fit: no guess")]
    }
    let why = isHere ? "the two of this sentence" : "the two the article speaks of"
    return ranked.prefix(2).compactMap { ranked in
      latest[ranked.key].map { filled(mention, ranked.key, $0, why) }
    }
  }

  private func leaders(_ mention: ActorMention) -> [ActorMention] {
    let people = earlier.filter { $0.isPerson && $0.mention.reason.hasPrefix("head_of") }
    let found = two(mention, among: people, codeOnly: false)
    if found.count == 2 { return found }
    let states = earlier.filter { isState($0.key.code) && $0.mention.kind != .place && !$0.isMedia }
    return two(mention, among: states, codeOnly: true).map { mention in
      var mention = mention
      if let key = mention.key {
        mention.key = ActorKey(code: key.code, sectors: ["GOV"])
        mention.sectors = ["GOV"]
      }
      return mention
    }
  }

  private func open(_ mention: ActorMention, _ why: String) -> ActorMention {
    var mention = mention
    mention.reason = "\(mention.name): \(why)"
    return mention
  }

  private func filled(
    _ mention: ActorMention, _ key: ActorKey, _ candidate: Earlier, _ why: String
  ) -> ActorMention {
    var filled = mention
    let words = mention.name
    filled.key = key
    filled.sectors = key == candidate.key ? candidate.mention.sectors : key.sectors
    filled.name =
      key == candidate.key
      ? candidate.mention.name
      : dictionary.displayName(of: key.rawValue, language: "en") ?? key.code
    filled.reason = "\(words) → \(filled.name), \(distance(candidate)), \(why)"
    return filled
  }
}
