package import Actors
import Language

/// A sentence ready for coding: its tree, who is named in it, and which words may name an act.
package struct SentenceAnalysis: Sendable {
  /// The sentence's number in its article, from 0.
  package let number: Int
  /// The tree.
  package let view: TreeView
  /// Who is named, in the order of the text, references resolved where possible.
  package let mentions: [ActorMention]
  /// The words that may name an act, with the frames that hold for them.
  package let triggers: [Trigger]
  /// The cues of each word.
  package let cues: [[CueLexicon.Cue]]
  /// Hashes of lemmas, forms and relations, one a word.
  package let hashes: WordHashes

  /// Looks up triggers and cues in a tree.
  package init(
    number: Int, view: TreeView, mentions: [ActorMention], frames: FrameLexicon, cues: CueLexicon
  ) {
    self.number = number
    self.view = view
    self.mentions = mentions
    self.cues = (0..<view.count).map { cues.cues(of: $0, in: view) }
    hashes = WordHashes(view)
    triggers = (0..<view.count).compactMap { Trigger(at: $0, in: view, frames: frames) }
  }
}

/// A word that may name an act.
package struct Trigger: Sendable {
  private static let open: Set<UPOS> = [.verb, .noun, .propn, .adj, .adv, .intj, .x]

  /// The word's position in the sentence.
  package let word: Int
  /// The frames of an act: first those whose guards hold, the most specific first; never empty.
  package let frames: [Frame]
  /// How many of the frames hold.
  package let held: Int

  /// The trigger at a word; nil when no frame of an act stands under it.
  package init?(at word: Int, in view: TreeView, frames: FrameLexicon) {
    guard Self.open.contains(view.upos(word)) else { return nil }
    let (all, held) = frames.matches(at: word, in: view)
    let acts = all.filter { $0.act != nil }
    guard !acts.isEmpty else { return nil }
    self.word = word
    self.frames = acts
    self.held = all.prefix(held).filter { $0.act != nil }.count
  }
}

/// Hashes of the words of a sentence, made once.
package struct WordHashes: Sendable {
  /// Of the lowered lemma.
  package let lemma: [UInt64]
  /// Of the lowered form.
  package let form: [UInt64]
  /// Of the relation with subtype.
  package let relation: [UInt64]
  /// Of the part of speech.
  package let upos: [UInt64]
  /// Of the form's first two letters and last three, where affixes stand.
  package let affixes: [UInt64]

  init(_ view: TreeView) {
    lemma = view.lemmas.map { Hashing.of($0) }
    form = view.forms.map { Hashing.of($0) }
    relation = (0..<view.count).map { Hashing.of(view.relation($0)) }
    upos = (0..<view.count).map { Hashing.of(view.upos($0).rawValue) }
    affixes = view.forms.map {
      Hashing.mix(Hashing.of($0.prefix(2)), Hashing.of($0.utf8.count > 5 ? $0.suffix(2) : ""))
    }
  }
}
