import Actors
import Language
package import Ontology

/// Chooses for every trigger who acts, to whom, which act it is and how sure.
package struct Decoder: Sendable {
  /// What was chosen for a trigger.
  package struct Choice: Sendable {
    /// The trigger.
    package let trigger: Trigger
    /// Its two sides.
    package let roles: RoleChoice
    /// The act; nil for none.
    package let act: EventType?
    /// The act's probability.
    package let probability: Double
    /// The status.
    package let status: Status
    /// Why this status, by rule.
    package let statusReason: String
  }

  /// The classes of the role model, in its order.
  package static let roleClasses = ["none", "actor", "recipient"]
  /// The classes of the gate model, in its order.
  package static let gateClasses = ["none", "act"]
  /// The classes of the act model, in its order.
  package static let actClasses = EventType.allCases.map(\.rawValue)
  /// The classes of the status model, in its order.
  package static let statusClasses = Status.allCases.map(\.rawValue)

  private let models: CoderModels
  private let roleDecoder: RoleDecoder

  /// A decoder with these models.
  package init(_ models: CoderModels) {
    self.models = models
    roleDecoder = RoleDecoder(models)
  }

  /// The choice for every trigger of a sentence.
  package func choices(in sentence: SentenceAnalysis) -> [Choice] {
    sentence.triggers.map { choice(for: $0, in: sentence) }
  }

  private func choice(for trigger: Trigger, in sentence: SentenceAnalysis) -> Choice {
    let roles = roleDecoder.roles(for: trigger, in: sentence)
    var sink = FeatureSink()
    ActFeatures(sentence, trigger: trigger).write(roles, to: &sink)
    let gate = models.gate.probabilities(sink.hashes).map(Double.init)
    let passes = gate[1] / (gate[1] + gate[0] * models.thresholds.none)
    let scores = models.act.probabilities(sink.hashes).map(Double.init)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let act = EventType(rawValue: Self.actClasses[best])
    let probability = passes * scores[best]
    let isSure = passes >= 0.5 && probability >= models.thresholds.act
    let (status, reason) = status(of: act, trigger, in: sentence)
    return Choice(
      trigger: trigger, roles: roles, act: isSure ? act : nil, probability: probability,
      status: status, statusReason: reason)
  }

  private func status(
    of act: EventType?, _ trigger: Trigger, in sentence: SentenceAnalysis
  ) -> (Status, String) {
    let (ruled, reason) = StatusRule(sentence, trigger: trigger).verdict
    guard let act else { return (ruled, reason) }
    var sink = FeatureSink()
    StatusFeatures(sentence, trigger: trigger).write(act: act, ruled: ruled, to: &sink)
    let scores = models.status.scores(sink.hashes)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let status = Status(rawValue: Self.statusClasses[best]) ?? ruled
    return (status, status == ruled ? reason : "learned against the rule (\(reason))")
  }
}
