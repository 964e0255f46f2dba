import Actors
import Language

/// Chooses the mentions that stand on each side of a trigger.
package struct RoleDecoder: Sendable {
  /// The classes of the recipient model, in its order.
  package static let recipientClasses = ["none", "recipient"]

  private let role: LinearModel
  private let recipient: LinearModel
  private let thresholds: Thresholds

  /// A decoder with these models.
  package init(_ models: CoderModels) {
    self.init(role: models.role, recipient: models.recipient, thresholds: models.thresholds)
  }

  /// A decoder with these two models.
  package init(role: LinearModel, recipient: LinearModel, thresholds: Thresholds = .init()) {
    self.role = role
    self.recipient = recipient
    self.thresholds = thresholds
  }

  /// The mentions that stand on each side of a trigger: first those who act, then, seen from them,
  /// those to whom.
  package func roles(for trigger: Trigger, in sentence: SentenceAnalysis) -> RoleChoice {
    let features = RoleFeatures(sentence, trigger: trigger)
    let sinks = sentence.mentions.map { mention in
      var sink = FeatureSink()
      features.write(mention, to: &sink)
      return sink
    }
    let actors = actors(sinks, in: sentence)
    let recipients = recipients(sinks, features, besides: actors.map(\.0), in: sentence)
    let surest = [actors, recipients].compactMap { $0.map(\.1).max() }
    return RoleChoice(
      actors: actors.map(\.0), recipients: recipients.map(\.0), probability: surest.min() ?? 0)
  }

  private func actors(_ sinks: [FeatureSink], in sentence: SentenceAnalysis) -> [(Int, Double)] {
    var found: [(Int, Double)] = []
    for (index, sink) in sinks.enumerated() {
      let chances = role.probabilities(sink.hashes).map(Double.init)
      if chances[1] >= thresholds.actor, chances[1] >= chances[2] {
        found.append((index, chances[1]))
      }
    }
    return Self.coordinated(found, in: sentence)
  }

  private func recipients(
    _ sinks: [FeatureSink], _ features: RoleFeatures, besides actors: [Int],
    in sentence: SentenceAnalysis
  ) -> [(Int, Double)] {
    var found: [(Int, Double)] = []
    for (index, sink) in sinks.enumerated() where !actors.contains(index) {
      var sink = sink
      features.write(sentence.mentions[index], seenFrom: actors.first, to: &sink)
      let chance = Double(recipient.probabilities(sink.hashes)[1])
      if chance >= thresholds.recipient { found.append((index, chance)) }
    }
    return Self.coordinated(found, in: sentence)
  }

  /// The surest mention and those coordinated with it, the surest first.
  private static func coordinated(
    _ side: [(Int, Double)], in sentence: SentenceAnalysis
  ) -> [(Int, Double)] {
    guard let best = side.max(by: { $0.1 < $1.1 }) else { return [] }
    let head = sentence.mentions[best.0].head
    let others = side.filter { other in
      other.0 != best.0
        && areCoordinated(sentence.mentions[other.0].head, head, in: sentence.view)
    }
    return [best] + others
  }

  private static func areCoordinated(_ left: Int, _ right: Int, in view: TreeView) -> Bool {
    guard let path = view.path(from: left, to: right) else { return false }
    return (path.ups + path.downs).contains { view.baseRelation($0) == "conj" }
  }
}
