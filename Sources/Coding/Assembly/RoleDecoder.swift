import Actors
import Language

/// Chooses the mentions that stand on each side of a trigger.
package struct RoleDecoder: Sendable {
  private let model: LinearModel
  private let thresholds: Decoder.Thresholds

  /// A decoder with this role model.
  package init(_ model: LinearModel, thresholds: Decoder.Thresholds = .init()) {
    self.model = model
    self.thresholds = thresholds
  }

  /// The mentions that stand on each side of a trigger.
  package func roles(for trigger: Trigger, in sentence: SentenceAnalysis) -> RoleChoice {
    let features = RoleFeatures(sentence, trigger: trigger)
    var sink = FeatureSink()
    var actors: [(Int, Double)] = []
    var recipients: [(Int, Double)] = []
    for (index, mention) in sentence.mentions.enumerated() {
      sink.removeAll()
      features.write(mention, to: &sink)
      let chances = model.probabilities(sink.hashes).map(Double.init)
      if chances[1] >= thresholds.actor, chances[1] >= chances[2] {
        actors.append((index, chances[1]))
      } else if chances[2] >= thresholds.recipient {
        recipients.append((index, chances[2]))
      }
    }
    let surest = [actors, recipients].compactMap { $0.map(\.1).max() }
    return RoleChoice(
      actors: Self.coordinated(actors, in: sentence),
      recipients: Self.coordinated(recipients, in: sentence), probability: surest.min() ?? 0)
  }

  /// The surest mention and those coordinated with it, the surest first.
  private static func coordinated(
    _ side: [(Int, Double)], in sentence: SentenceAnalysis
  ) -> [Int] {
    guard let best = side.max(by: { $0.1 < $1.1 }) else { return [] }
    let head = sentence.mentions[best.0].head
    let others = side.filter { other in
      other.0 != best.0
        && areCoordinated(sentence.mentions[other.0].head, head, in: sentence.view)
    }
    return [best.0] + others.map(\.0)
  }

  private static func areCoordinated(_ left: Int, _ right: Int, in view: TreeView) -> Bool {
    guard let path = view.path(from: left, to: right) else { return false }
    return (path.ups + path.downs).contains { view.baseRelation($0) == "conj" }
  }
}
