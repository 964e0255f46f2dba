import Actors
import Language
import Ontology

/// Whose claim an act is: the speaker of the clause that tells it.
///
/// Three shapes: a verb of saying above ("X mengatakan bahwa …"), a verb of saying beside it
/// ("…, kata X"), and a source phrase ("menurut X", "according to X").
struct Attribution {
  private let sentence: SentenceAnalysis

  init(_ sentence: SentenceAnalysis) {
    self.sentence = sentence
  }

  /// The mention of the speaker, as a position in the sentence's mentions.
  func speaker(of trigger: Int) -> Int? {
    let chain = StatusChain(trigger, in: sentence).levels
    for level in chain.dropFirst() where ["ccomp", "xcomp", "parataxis"].contains(level.base) {
      if speaks(level.word), let speaker = subject(of: level.word) { return speaker }
    }
    for level in chain {
      if let speaker = besides(level.word) { return speaker }
    }
    return nil
  }

  private func besides(_ word: Int) -> Int? {
    let view = sentence.view
    for child in view.children(of: word) {
      if view.baseRelation(child) == "parataxis", speaks(child), let who = subject(of: child) {
        return who
      }
      guard view.baseRelation(child) == "obl", let marker = view.marker(of: child),
        speaks(marker)
      else { continue }
      return mention(at: child)
    }
    return nil
  }

  private func speaks(_ word: Int) -> Bool {
    sentence.cues[word].contains { $0 == .report || $0 == .claim }
  }

  private func subject(of word: Int) -> Int? {
    let relations: Set<String> = ["nsubj", "obl:agent", "obj"]
    return sentence.view.children(of: word).lazy
      .filter { relations.contains(sentence.view.relation($0)) }
      .compactMap { mention(at: $0) }.first
  }

  private func mention(at head: Int) -> Int? {
    sentence.mentions.firstIndex { $0.head == head }
      ?? sentence.mentions.firstIndex { $0.words.contains(head) }
  }
}
