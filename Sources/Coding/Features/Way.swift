import Language
/// The way from a trigger to a mention through the tree, as hashes.
struct Way {
  /// All steps with subtypes and adpositions.
  let exact: UInt64
  /// All steps without subtypes and adpositions.
  let coarse: UInt64
  /// The first step down, with its adposition.
  let first: UInt64
  /// The adposition nearest to the mention.
  let marker: UInt64
  /// That adposition itself.
  let markerText: String?
  /// The steps down, as text, for the frame's slots.
  let text: String
  /// How many steps lead up before the way leads down.
  let climb: UInt64
  /// How many steps lead down.
  let depth: UInt64
  /// The word at the top of the way, when it is not the trigger.
  let governor: Int?

  init(from trigger: Int, to head: Int, in sentence: SentenceAnalysis) {
    let view = sentence.view
    guard let path = view.path(from: trigger, to: head) else {
      (exact, coarse, first, marker) = (11, 13, 17, 19)
      (markerText, text, climb, depth, governor) = (nil, "", Hashing.of(9), Hashing.of(9), nil)
      return
    }
    var exact: UInt64 = 1
    var coarse: UInt64 = 1
    for word in path.ups {
      exact = Hashing.mix(exact, sentence.hashes.relation[word])
      coarse = Hashing.mix(coarse, Hashing.of(view.baseRelation(word)))
    }
    exact = Hashing.mix(exact, 5)
    coarse = Hashing.mix(coarse, 5)
    var last: String?
    var first: UInt64 = 3
    for (step, word) in path.downs.enumerated() {
      let adposition = view.marker(of: word)
      if let adposition { last = view.lemmas[adposition] }
      let sign = adposition.map { sentence.hashes.lemma[$0] } ?? 1
      exact = Hashing.mix(Hashing.mix(exact, sentence.hashes.relation[word]), sign)
      coarse = Hashing.mix(coarse, Hashing.of(view.baseRelation(word)))
      if step == 0 { first = Hashing.mix(sentence.hashes.relation[word], sign) }
    }
    self.exact = exact
    self.coarse = coarse
    self.first = first
    marker = last.map { Hashing.of($0) } ?? 2
    markerText = last
    text = path.downs.map { String(view.baseRelation($0)) }.joined(separator: ">")
    climb = Hashing.of(path.ups.count)
    depth = Hashing.of(path.downs.count)
    governor = path.ups.last.map { view.heads[$0] }.flatMap { $0 >= 0 ? $0 : nil }
  }
}
