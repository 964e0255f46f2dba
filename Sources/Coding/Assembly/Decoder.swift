import Actors
import Language
package import Ontology

/// Chooses for every trigger who acts, to whom, which act it is and how sure.
package struct Decoder: Sendable {
  /// From which probability a mention is taken for a side, and a trigger for an act.
  package struct Thresholds: Sendable {
    /// For those who act.
    package var actor = 0.4
    /// For those to whom.
    package var recipient = 0.4
    /// For the act.
    package var act = 0.4

    /// The thresholds in use.
    package init() {}
  }

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
  /// The classes of the act model, in its order.
  package static let actClasses = ["NONE"] + EventType.allCases.map(\.rawValue)
  /// The classes of the status model, in its order.
  package static let statusClasses = Status.allCases.map(\.rawValue)

  private let models: CoderModels
  private let thresholds: Thresholds
  private let roleDecoder: RoleDecoder

  /// A decoder with these models.
  package init(_ models: CoderModels, thresholds: Thresholds = Thresholds()) {
    self.models = models
    self.thresholds = thresholds
    roleDecoder = RoleDecoder(models.role, thresholds: thresholds)
  }

  /// The choice for every trigger of a sentence.
  package func choices(in sentence: SentenceAnalysis) -> [Choice] {
    sentence.triggers.map { choice(for: $0, in: sentence) }
  }

  private func choice(for trigger: Trigger, in sentence: SentenceAnalysis) -> Choice {
    let roles = roleDecoder.roles(for: trigger, in: sentence)
    var sink = FeatureSink()
    ActFeatures(sentence, trigger: trigger).write(roles, to: &sink)
    let scores = models.act.probabilities(sink.hashes)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let act = best == 0 ? nil : EventType(rawValue: Self.actClasses[best])
    let isSure = Double(scores[best]) >= thresholds.act
    let (status, reason) = status(of: act, trigger, in: sentence)
    return Choice(
      trigger: trigger, roles: roles, act: isSure ? act : nil, probability: Double(scores[best]),
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
