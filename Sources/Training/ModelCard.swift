/// The text beside a model's weights that says where they come from.
package struct ModelCard {
  /// What the model is: `Indonesian tagger`.
  package var title: String
  /// The training files with their styles and numbers of sentences.
  package var data: [String]
  /// The options, a line each.
  package var options: [String]
  /// The command that trained it.
  package var command: String
  /// Scores, a line each.
  package var scores: [String]
  /// The day of the training, `2025-01-31`.
  package var date: String

  /// A card of these parts.
  package init(
    title: String, data: [String], options: [String], command: String, scores: [String],
    date: String
  ) {
    self.title = title
    self.data = data
    self.options = options
    self.command = command
    self.scores = scores
    self.date = date
  }

  /// The card as text.
  package var text: String {
    """
    \(title)
    Trained: \(date)
    Licence of the weights: CC BY-SA 4.0, as they derive from treebanks under that licence.

    Data
    \(Self.list(data))
    Options
    \(Self.list(options))
    Command
    - \(command)

    Scores
    \(Self.list(scores))
    """
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "- \($0)\n" }.joined()
  }
}
