package import Actors
import Language
import Ontology

/// What the role model sees of a mention beside a trigger: the way between them in the tree, the
/// words around, what kind of mention it is, and whether the trigger's frame asks for it.
package struct RoleFeatures {
  private let sentence: SentenceAnalysis
  private let trigger: Trigger
  private let passive: UInt64

  /// Features for one trigger.
  package init(_ sentence: SentenceAnalysis, trigger: Trigger) {
    self.sentence = sentence
    self.trigger = trigger
    let feats = sentence.view.sentence.words[trigger.word].feats
    passive = Hashing.of(feats.contains("Voice=Pass") ? 1 : 0)
  }

  /// Puts the features of a mention into a sink.
  package func write(_ mention: ActorMention, to sink: inout FeatureSink) {
    let hashes = sentence.hashes
    let word = trigger.word
    let frame = trigger.frames[0]
    let act = Hashing.of(frame.act?.rawValue ?? "")
    let kind = Hashing.of(mention.kind.rawValue)
    let lemma = hashes.lemma[word]
    let shape = Hashing.mix(hashes.upos[word], passive)
    let way = Way(from: word, to: mention.head, in: sentence)
    sink.add(1)
    sink.add(2, way.exact, shape)
    sink.add(3, way.exact, act)
    sink.add(4, way.exact, lemma)
    sink.add(5, way.coarse, shape, hashes.affixes[word])
    sink.add(6, way.coarse, kind)
    sink.add(7, way.first, shape, way.depth)
    sink.add(8, way.marker, lemma)
    sink.add(9, way.marker, act, way.climb)
    sink.add(10, way.marker, shape, way.coarse)
    sink.add(11, way.first, lemma)
    sink.add(12, way.exact, hashes.affixes[word])
    let asked = Hashing.of(frameAsks(for: mention, way: way))
    sink.add(13, asked, shape)
    sink.add(14, asked, way.coarse)
    sink.add(15, asked, act)
    if way.climb != Hashing.of(0), let governor = way.governor {
      sink.add(16, hashes.lemma[governor], way.coarse)
      sink.add(17, hashes.affixes[governor], way.coarse)
      sink.add(18, Hashing.of(cueNumber(governor)), way.coarse)
    }
    writeSurface(mention, shape: shape, act: act, to: &sink)
    sink.add(40, kind)
    sink.add(41, Hashing.of(mention.sectors.first ?? "-"), act)
    sink.add(42, Hashing.of(mention.key == nil ? 0 : 1), way.coarse)
    sink.add(43, hashes.upos[mention.head], way.first)
    sink.add(44, hashes.lemma[mention.head], way.first)
  }

  /// Puts what a mention is to the one who acts into a sink.
  ///
  /// - Parameter actor: the position of the first of those who act; nil for nobody.
  package func write(
    _ mention: ActorMention, seenFrom actor: Int?, to sink: inout FeatureSink
  ) {
    let act = Hashing.of(trigger.frames[0].act?.rawValue ?? "")
    let lemma = sentence.hashes.lemma[trigger.word]
    guard let actor = actor.map({ sentence.mentions[$0] }) else {
      sink.add(60, act)
      return
    }
    let between = Way(from: actor.head, to: mention.head, in: sentence)
    let own = Way(from: trigger.word, to: mention.head, in: sentence)
    let same =
      actor.key == nil || mention.key == nil ? 2 : actor.key?.code == mention.key?.code ? 1 : 0
    let sides = Hashing.of(
      (mention.head < trigger.word ? 1 : 0) + (actor.head < trigger.word ? 2 : 0)
        + (mention.head < actor.head ? 4 : 0))
    sink.add(61, between.coarse, act)
    sink.add(62, between.coarse, own.coarse)
    sink.add(63, Hashing.of(same), own.coarse)
    sink.add(64, Hashing.of(same), act)
    sink.add(65, sides, act)
    sink.add(66, sides, own.first)
    sink.add(67, sides, Hashing.of(same), sentence.hashes.upos[trigger.word])
    sink.add(68, sides, own.marker, act)
    sink.add(69, between.marker, own.marker, lemma)
    sink.add(70, Hashing.of(mention.kind.rawValue), Hashing.of(actor.kind.rawValue), sides)
    let inside = actor.words.contains(mention.head) || mention.words.contains(actor.head)
    sink.add(71, Hashing.of(inside ? 1 : 0))
  }

  private func writeSurface(
    _ mention: ActorMention, shape: UInt64, act: UInt64, to sink: inout FeatureSink
  ) {
    let hashes = sentence.hashes
    let word = trigger.word
    let before = mention.words.lowerBound > 0 ? hashes.form[mention.words.lowerBound - 1] : 7
    let after =
      mention.words.upperBound < sentence.view.count ? hashes.form[mention.words.upperBound] : 9
    let place = Place(of: mention.words, from: word, in: sentence)
    sink.add(20, place.side, shape)
    sink.add(21, place.side, place.distance, shape)
    sink.add(22, place.side, before)
    sink.add(23, place.side, before, act)
    sink.add(24, place.side, after)
    sink.add(25, place.side, place.rank, shape)
    sink.add(26, place.rank, place.between, shape)
    sink.add(27, place.side, hashes.affixes[word], place.rank)
    sink.add(28, place.side, before, hashes.lemma[word])
    sink.add(29, place.between, place.side, act)
    sink.add(30, place.side, place.rank, act)
  }

  /// 0 not asked for, 1 the object, 2 an adposition that the frame names, 3 a subject.
  private func frameAsks(for mention: ActorMention, way: Way) -> Int {
    guard let marker = way.markerText else {
      if way.text.hasPrefix("nsubj") { return 3 }
      return way.text.hasPrefix("obj") && trigger.frames[0].recipient.contains("obj") ? 1 : 0
    }
    return trigger.frames[0].recipient.contains(marker) ? 2 : 0
  }

  private func cueNumber(_ word: Int) -> Int {
    sentence.cues[word].first.flatMap { CueLexicon.Cue.allCases.firstIndex(of: $0) } ?? -1
  }
}

/// Where a mention stands in the line of words, seen from a trigger.
struct Place {
  let side: UInt64
  let distance: UInt64
  let rank: UInt64
  let between: UInt64

  init(of words: Range<Int>, from word: Int, in sentence: SentenceAnalysis) {
    let isBefore = words.upperBound <= word
    side = Hashing.of(isBefore ? 0 : words.contains(word) ? 2 : 1)
    let gap = isBefore ? word - words.upperBound : max(0, words.lowerBound - word - 1)
    distance = Hashing.of(gap < 3 ? gap : gap < 6 ? 3 : gap < 12 ? 4 : 5)
    let span =
      isBefore ? words.upperBound..<max(words.upperBound, word) : word..<max(word, words.lowerBound)
    let closer = sentence.mentions.filter { span.contains($0.head) }.count
    rank = Hashing.of(min(closer, 3))
    var marks = 0
    for index in span where index != word {
      switch sentence.view.upos(index) {
      case .verb: marks |= 1
      case .punct: marks |= sentence.view.forms[index] == "," ? 2 : 4
      case .sconj: marks |= 8
      default: break
      }
    }
    between = Hashing.of(marks)
  }
}
