import Language
import Ontology

extension ArticleActors {
  /// Whom a pronoun or a pointing phrase stands for.
  func references(_ mention: ActorMention, in sentence: Sentence) -> [ActorMention] {
    let use = PhraseWord(rawValue: mention.reason.split(separator: " ").last.map(String.init) ?? "")
    switch use {
    case .he, .i: return one(mention, among: earlier.filter(\.isPerson))
    case .it, .thatState:
      return one(mention, among: earlier.filter { isNation($0) }, codeOnly: true)
    case .thatPlace:
      return one(mention, among: earlier.filter { $0.mention.kind == .place || isNation($0) })
    case .thatGroup: return one(mention, among: earlier.filter { isBody($0) })
    case .possessive: return one(mention, among: earlier.filter { $0.mention.kind != .place })
    case .we: return one(mention, among: speakers(), codeOnly: true)
    case .they: return one(mention, among: earlier.filter { isPlural($0) })
    case .twoStates:
      return two(
        mention, among: earlier.filter { isState($0.key.code) && $0.mention.kind != .place },
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
    guard keys.count == 1 || nearest == sentence, let key = keys.last,
      let chosen = near.last(where: { (codeOnly ? ActorKey(code: $0.key.code) : $0.key) == key })
    else {
      return [open(mention, "\(keys.count) candidates alike: no guess")]
    }
    return [filled(mention, key, chosen, why)]
  }

  /// The two actors that stand nearest; none when a third stands as near.
  private func two(
    _ mention: ActorMention, among candidates: [Earlier], codeOnly: Bool
  ) -> [ActorMention] {
    var keys: [ActorKey] = []
    var chosen: [Earlier] = []
    var limit = sentence
    while keys.count < 2, limit >= 0, sentence - limit <= 6 {
      for candidate in candidates where candidate.sentence == limit {
        let key = codeOnly ? ActorKey(code: candidate.key.code) : candidate.key
        if keys.contains(key) { continue }
        keys.append(key)
        chosen.append(candidate)
      }
      limit -= 1
    }
    if keys.count > 2 { (keys, chosen) = dominant(keys, chosen, among: candidates, codeOnly) }
    guard keys.count == 2 else {
      return [open(mention, keys.count < 2 ? "no two fit" : "\(keys.count) fit alike: no guess")]
    }
    return zip(keys, chosen).map { filled(mention, $0, $1, "the two named nearest") }
  }

  /// Of several, the two of whom the article speaks clearly more than of the third.
  private func dominant(
    _ keys: [ActorKey], _ chosen: [Earlier], among candidates: [Earlier], _ codeOnly: Bool
  ) -> ([ActorKey], [Earlier]) {
    var counts: [ActorKey: Int] = [:]
    for candidate in candidates {
      counts[codeOnly ? ActorKey(code: candidate.key.code) : candidate.key, default: 0] += 1
    }
    let ranked = zip(keys, chosen).sorted { counts[$0.0, default: 0] > counts[$1.0, default: 0] }
    guard ranked.count > 2,
      counts[ranked[1].0, default: 0] > counts[ranked[2].0, default: 0]
    else { return (keys, chosen) }
    return (ranked.prefix(2).map(\.0), ranked.prefix(2).map(\.1))
  }

  private func leaders(_ mention: ActorMention) -> [ActorMention] {
    let people = earlier.filter { $0.isPerson && $0.mention.sectors.first == "GOV" }
    let found = two(mention, among: people, codeOnly: false)
    if found.count == 2 { return found }
    let states = earlier.filter { isState($0.key.code) && $0.mention.kind != .place }
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
