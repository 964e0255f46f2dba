package import Ontology

/// The status of an act by rule: the first that fits of denied, hypothetical, alleged, promised,
/// planned, ongoing, happened.
///
/// In "tidak menyerang" the adverb denies; in "berjanji menyerang" the verb above promises; in
/// "menuduh X menyerang" it makes the act a claim.
package struct StatusRule {
  private let chain: StatusChain

  /// The rule for one trigger.
  package init(_ sentence: SentenceAnalysis, trigger: Trigger) {
    chain = StatusChain(trigger.word, in: sentence)
  }

  /// The status, and the cue that decided it.
  package var verdict: (status: Status, reason: String) {
    if has([.negation], helping: 0...0) { return (.denied, "negated") }
    if above([.deny, .refuse], by: ["ccomp", "xcomp", "acl", "obj"]) {
      return (.denied, "denied")
    }
    if has([.hypothetical], helping: 0...1) || above([.attempt], by: ["xcomp", "ccomp", "acl"]) {
      return (.hypothetical, "supposed or attempted")
    }
    if above([.claim], by: ["ccomp", "xcomp", "acl", "advcl", "csubj"]) {
      return (.alleged, "content of a claim")
    }
    if above([.promise], by: ["xcomp", "ccomp", "acl"]) { return (.promised, "promised") }
    if above([.plan], by: ["xcomp", "ccomp", "acl"]) || has([.future], helping: 0...0) {
      return (.planned, "future or plan")
    }
    if has([.ongoing], helping: 0...0) { return (.ongoing, "going on") }
    return (.happened, "told as a fact")
  }

  private func has(_ cues: Set<CueLexicon.Cue>, helping depths: ClosedRange<Int>) -> Bool {
    chain.levels.contains { level in
      depths.contains(level.depth) && level.helpers.contains { cues.contains($0.cue) }
    }
  }

  private func above(_ cues: Set<CueLexicon.Cue>, by relations: Set<Substring>) -> Bool {
    chain.levels.dropFirst().prefix(2).contains { level in
      relations.contains(level.base) && level.own.contains { cues.contains($0) }
    }
  }
}
