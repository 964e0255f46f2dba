package import Ontology

/// One reading of a trigger: under which conditions which act it names, and what brings the recipient.
///
/// - Source: a line of `Data/<language>/frames.tsv`.
package struct Frame: Sendable {
  /// Whether the trigger is a verb or a noun.
  package enum Kind: String, Sendable {
    /// A verb, by its dictionary form.
    case verb = "V"
    /// A noun that names an act.
    case noun = "N"
  }

  /// The dictionary form that heads the trigger.
  package let lemma: String
  /// Verb or noun.
  package let kind: Kind
  /// The conditions; all must hold.
  package let guards: [FrameGuard]
  /// What brings the recipient: `obj`, or adpositions.
  package let recipient: [String]
  /// The act; nil for words that look like an act and are none.
  package let act: EventType?
  /// The mode, empty for none.
  package let mode: String
  /// The CAMEO code, empty for none.
  package let cameo: String
  /// An example sentence with `[actor]` and `{recipient}` marked, empty for none.
  package let example: String
  /// The line in the table.
  package let line: Int

  /// The rule's name without the language: `verb: beri+tuduhan`.
  package var name: String {
    let extra = guards.filter { $0.kind == .needs }.map { "+" + ($0.words.first ?? "") }
    return (kind == .verb ? "verb: " : "noun: ") + lemma + extra.joined()
  }
}

/// A condition on the words around a trigger.
package struct FrameGuard: Sendable, Hashable {
  /// What is asked.
  package enum Kind: Sendable {
    /// One of the words stands with the trigger (`+word|word`).
    case needs
    /// None of the words does (`-word|word`).
    case forbids
    /// A clause hangs on the trigger (`comp`).
    case clause
    /// No object hangs on the trigger (`intr`).
    case intransitive
  }

  /// What is asked.
  package let kind: Kind
  /// The words, lowered; lemmas or forms.
  package let words: [String]

  /// Reads one atom of a guard column; nil for anything outside the grammar.
  package init?(_ atom: Substring) {
    switch atom.first {
    case "+": kind = .needs
    case "-": kind = .forbids
    default:
      guard let plain: Kind = ["comp": .clause, "intr": .intransitive][atom] else { return nil }
      kind = plain
      words = []
      return
    }
    words = atom.dropFirst().split(separator: "|").map(String.init)
    guard !words.isEmpty else { return nil }
  }
}
