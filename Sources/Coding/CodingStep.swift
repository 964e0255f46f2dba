/// One step of the coding of a sentence, for people to read.
public struct CodingStep: Hashable, Sendable {
  /// The stages, in the order in which a sentence passes them.
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// Words, tags, tree.
    case parse
    /// Who is named, and how that was found.
    case actors
    /// Triggers, roles, acts, status.
    case events
  }

  /// The stage.
  public let stage: Stage
  /// The sentence's number, from 0.
  public let sentence: Int
  /// What was decided.
  public let text: String

  /// A step of these parts.
  public init(stage: Stage, sentence: Int, text: String) {
    self.stage = stage
    self.sentence = sentence
    self.text = text
  }
}
