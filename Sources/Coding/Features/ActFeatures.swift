import Actors
import Language
import Ontology

/// Who was chosen for a trigger, and how likely.
package struct RoleChoice: Sendable {
  /// Positions in the sentence's mentions of those who act.
  package var actors: [Int]
  /// Positions of those to whom.
  package var recipients: [Int]
  /// The least probability among the chosen, 1 when nobody was.
  package var probability: Double

  /// A choice of these parts.
  package init(actors: [Int], recipients: [Int], probability: Double) {
    self.actors = actors
    self.recipients = recipients
    self.probability = probability
  }
}

/// What the act model sees of a trigger: the word, its frames, its arguments, what governs it, and
/// who was chosen for its two sides.
package struct ActFeatures {
  private let sentence: SentenceAnalysis
  private let trigger: Trigger

  /// Features for one trigger.
  package init(_ sentence: SentenceAnalysis, trigger: Trigger) {
    self.sentence = sentence
    self.trigger = trigger
  }

  /// Puts the features into a sink.
  package func write(_ roles: RoleChoice, to sink: inout FeatureSink) {
    let hashes = sentence.hashes
    let word = trigger.word
    let lemma = hashes.lemma[word]
    sink.add(101)
    sink.add(102, lemma)
    sink.add(103, hashes.form[word])
    sink.add(104, hashes.upos[word], hashes.affixes[word])
    sink.add(105, hashes.relation[word], hashes.upos[word])
    writeFrames(to: &sink)
    writeChildren(to: &sink)
    writeGovernor(to: &sink)
    writeNeighbours(to: &sink)
    writeRoles(roles, to: &sink)
    writeTopic(to: &sink)
  }

  private var leadingAct: UInt64 { Hashing.of(trigger.frames[0].act?.rawValue ?? "") }

  private func writeFrames(to sink: inout FeatureSink) {
    let first = trigger.frames[0]
    let sameKind = (first.kind == .verb) == (sentence.view.upos(trigger.word) == .verb)
    let holds = Hashing.of(min(trigger.held, 2))
    sink.add(110, leadingAct, holds)
    sink.add(116, holds)
    for act in Set(trigger.frames.prefix(trigger.held).compactMap(\.act)) {
      sink.add(117, Hashing.of(act.rawValue))
    }
    sink.add(111, leadingAct, Hashing.of(first.guards.count), Hashing.of(sameKind ? 1 : 0))
    sink.add(112, Hashing.of(first.lemma), Hashing.of(first.name))
    sink.add(113, Hashing.of(first.cameo))
    for frame in trigger.frames.prefix(trigger.held) {
      sink.add(118, Hashing.of(frame.act?.rawValue ?? ""), Hashing.of(frame.guards.count))
    }
    for act in Set(trigger.frames.compactMap(\.act)) { sink.add(114, Hashing.of(act.rawValue)) }
    sink.add(115, Hashing.of(Set(trigger.frames.compactMap(\.act)).count))
  }

  private func writeChildren(to sink: inout FeatureSink) {
    let view = sentence.view
    let hashes = sentence.hashes
    let lemma = hashes.lemma[trigger.word]
    var shape: UInt64 = 0
    for child in view.children(of: trigger.word) {
      let base = view.baseRelation(child)
      guard base != "punct" else { continue }
      let relation = Hashing.of(base)
      shape ^= Hashing.mix(relation, 3)
      sink.add(120, relation, leadingAct)
      if ["obj", "xcomp", "ccomp", "advmod", "nmod", "compound", "obl", "amod", "nsubj", "aux"]
        .contains(base)
      {
        sink.add(121, relation, hashes.lemma[child])
        sink.add(122, lemma, hashes.lemma[child])
        sink.add(123, leadingAct, hashes.lemma[child])
      }
      if let marker = view.marker(of: child) {
        sink.add(124, lemma, hashes.lemma[marker])
        sink.add(125, leadingAct, hashes.lemma[marker])
      }
      for cue in sentence.cues[child] { sink.add(126, Hashing.of(cue.rawValue), leadingAct) }
    }
    sink.add(127, shape, leadingAct)
  }

  private func writeGovernor(to sink: inout FeatureSink) {
    let view = sentence.view
    let hashes = sentence.hashes
    let head = view.heads[trigger.word]
    let relation = hashes.relation[trigger.word]
    guard head >= 0 else {
      sink.add(130, leadingAct)
      return
    }
    sink.add(131, hashes.lemma[head], relation)
    sink.add(132, hashes.lemma[head], hashes.lemma[trigger.word])
    sink.add(133, relation, leadingAct)
    sink.add(134, hashes.lemma[head], leadingAct)
    for cue in sentence.cues[head] {
      sink.add(135, Hashing.of(cue.rawValue), relation)
      sink.add(136, Hashing.of(cue.rawValue), relation, leadingAct)
    }
    let grandparent = view.heads[head]
    if grandparent >= 0 {
      for cue in sentence.cues[grandparent] {
        sink.add(137, Hashing.of(cue.rawValue), relation, hashes.relation[head])
      }
    }
  }

  private func writeNeighbours(to sink: inout FeatureSink) {
    let hashes = sentence.hashes
    for (template, offset) in [(140 as UInt64, -2), (141, -1), (142, 1), (143, 2), (144, 3)] {
      let index = trigger.word + offset
      let hash = hashes.form.indices.contains(index) ? hashes.form[index] : 5
      sink.add(template, hash)
      sink.add(template + 10, hash, leadingAct)
    }
    let next = trigger.word + 1
    if next < hashes.form.count { sink.add(160, hashes.form[trigger.word], hashes.form[next]) }
  }

  private func writeRoles(_ roles: RoleChoice, to sink: inout FeatureSink) {
    let lemma = sentence.hashes.lemma[trigger.word]
    for (template, side) in [(170 as UInt64, roles.actors), (180, roles.recipients)] {
      let first = side.first.map { sentence.mentions[$0] }
      let kind = Hashing.of(first?.kind.rawValue ?? "nobody")
      let sector = Hashing.of(first?.sectors.first ?? (first?.key == nil ? "?" : "-"))
      let known = Hashing.of(first == nil ? 0 : first?.key == nil ? 1 : 2)
      sink.add(template, kind, leadingAct)
      sink.add(template + 1, known, leadingAct)
      sink.add(template + 2, sector, leadingAct)
      sink.add(template + 3, sector, lemma)
      sink.add(template + 4, known)
      if let first { sink.add(template + 5, sentence.hashes.lemma[first.head], leadingAct) }
      sink.add(template + 6, Hashing.of(side.count > 1 ? 1 : 0), leadingAct)
    }
    sink.add(190, Hashing.of(Int(roles.probability * 5)))
    sink.add(191, pairKind(roles), leadingAct)
    let holds = Hashing.of(min(trigger.held, 2))
    let head = Hashing.of(sentence.view.baseRelation(trigger.word))
    sink.add(193, pairKind(roles), holds)
    sink.add(194, pairKind(roles), holds, leadingAct)
    sink.add(195, pairKind(roles), head, sentence.hashes.upos[trigger.word])
    sink.add(196, holds, head, sentence.hashes.upos[trigger.word])
    sink.add(192, pairKind(roles))
  }

  private func pairKind(_ roles: RoleChoice) -> UInt64 {
    func kind(_ side: [Int]) -> Int {
      side.first.map { sentence.mentions[$0].key == nil ? 1 : 2 } ?? 0
    }
    let codes = (roles.actors + roles.recipients).compactMap { sentence.mentions[$0].key?.code }
    let same = codes.count > 1 && Set(codes).count == 1
    return Hashing.of(kind(roles.actors) * 10 + kind(roles.recipients) + (same ? 100 : 0))
  }

  private func writeTopic(to sink: inout FeatureSink) {
    let known = sentence.mentions.filter { $0.key != nil }.count
    sink.add(200, Hashing.of(min(known, 3)))
    for index in 0..<sentence.view.count {
      switch sentence.view.upos(index) {
      case .noun, .verb, .adj: sink.add(201, sentence.hashes.lemma[index])
      default: break
      }
    }
  }
}
