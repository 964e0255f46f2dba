import Language
package import Ontology

/// What the status model sees of a trigger: the cues on the trigger, on its helpers, and on every
/// word on the way up to the root.
package struct StatusFeatures {
  private let sentence: SentenceAnalysis
  private let trigger: Trigger

  /// Features for one trigger.
  package init(_ sentence: SentenceAnalysis, trigger: Trigger) {
    self.sentence = sentence
    self.trigger = trigger
  }

  /// Puts the features into a sink.
  package func write(act: EventType, ruled: Status, to sink: inout FeatureSink) {
    let hashes = sentence.hashes
    let word = trigger.word
    let act = Hashing.of(act.rawValue)
    let ruled = Hashing.of(ruled.rawValue)
    sink.add(301)
    sink.add(302, ruled)
    sink.add(303, ruled, act)
    sink.add(304, hashes.form[word])
    sink.add(305, hashes.lemma[word], ruled)
    sink.add(306, hashes.affixes[word], hashes.upos[word])
    sink.add(307, act, hashes.relation[word])
    for level in StatusChain(trigger.word, in: sentence).levels {
      let depth = Hashing.of(min(level.depth, 3))
      for cue in level.own {
        let cue = Hashing.of(cue.rawValue)
        sink.add(310, cue, depth, level.relation)
        sink.add(311, cue, depth)
        sink.add(312, cue, act, depth)
        sink.add(313, cue, hashes.lemma[level.word], level.relation)
      }
      for (helper, cue) in level.helpers {
        let cue = Hashing.of(cue.rawValue)
        sink.add(320, cue, depth)
        sink.add(321, cue, hashes.form[helper], depth)
        sink.add(322, cue, act, depth)
      }
      if level.depth > 0 { sink.add(330, hashes.lemma[level.word], level.relation) }
    }
    for offset in [-2, -1, 1] where hashes.form.indices.contains(word + offset) {
      sink.add(340, Hashing.of(offset), hashes.form[word + offset])
      for cue in sentence.cues[word + offset] {
        sink.add(341, Hashing.of(offset), Hashing.of(cue.rawValue))
      }
    }
  }
}

/// The words from a trigger up to the root, each with its cues and those of its helpers.
package struct StatusChain {
  /// One word on the way up.
  package struct Level {
    /// How many steps above the trigger.
    package let depth: Int
    /// The word.
    package let word: Int
    /// The relation by which the way came up to it, hashed; 0 at the trigger.
    package let relation: UInt64
    /// That relation without subtype; empty at the trigger.
    package let base: Substring
    /// The word's own cues.
    package let own: [CueLexicon.Cue]
    /// Adverbs, auxiliaries and markers that hang on it, with their cues.
    package let helpers: [(word: Int, cue: CueLexicon.Cue)]
  }

  /// From the trigger upwards, at most five.
  package let levels: [Level]

  /// Climbs from a word.
  package init(_ start: Int, in sentence: SentenceAnalysis) {
    let view = sentence.view
    var levels: [Level] = []
    var word = start
    var relation: UInt64 = 0
    var base: Substring = ""
    while word >= 0, levels.count < 5 {
      let helpers = view.children(of: word).filter {
        ["advmod", "aux", "mark", "cop", "det", "cc"].contains(view.baseRelation($0))
      }.flatMap { child in sentence.cues[child].map { (child, $0) } }
      levels.append(
        Level(
          depth: levels.count, word: word, relation: relation, base: base,
          own: sentence.cues[word], helpers: helpers))
      relation = sentence.hashes.relation[word]
      base = view.baseRelation(word)
      word = view.heads[word]
    }
    self.levels = levels
  }
}
