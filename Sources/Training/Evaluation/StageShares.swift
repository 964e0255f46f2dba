import Actors
package import Coding
import Language
import Ontology

/// Where labelled events get lost: at the act, at who acts, or at to whom.
package struct StageShares: Sendable {
  /// Labelled triggers by what the act model made of them.
  package private(set) var actRight = 0
  /// Labelled triggers that were given another act.
  package private(set) var actWrong = 0
  /// Labelled triggers that were given no act.
  package private(set) var actNone = 0
  /// Triggers without a label that were given an act, and all of them.
  package private(set) var strayActs = 0
  /// Triggers without a label.
  package private(set) var stray = 0
  /// Sides of labelled triggers: chosen inside the marks, elsewhere, or not at all.
  package private(set) var actor = Side()
  /// What became of the marks of those to whom.
  package private(set) var recipient = Side()
  /// Sides of labelled triggers that carry no mark.
  package struct Side: Sendable {
    /// Chosen inside a mark.
    package var right = 0
    /// Chosen outside all marks.
    package var wrong = 0
    /// Marked, and nobody chosen.
    package var missing = 0
    /// Not marked, and nobody chosen.
    package var empty = 0
    /// Not marked, and somebody chosen.
    package var added = 0
  }

  /// Nothing counted yet.
  package init() {}

  /// Counts one held-out example.
  package mutating func add(_ example: CoderTrainer.Example, decoder: Coding.Decoder) {
    for analysis in example.analyses {
      for choice in decoder.choices(in: analysis) {
        let events = Alignment.events(of: example.sentence, at: choice.trigger, in: analysis)
        add(choice, events, in: analysis)
      }
    }
  }

  private mutating func add(
    _ choice: Coding.Decoder.Choice, _ events: [LabelledSentence.Event],
    in analysis: SentenceAnalysis
  ) {
    guard !events.isEmpty else {
      stray += 1
      if choice.act != nil { strayActs += 1 }
      return
    }
    if choice.act == nil {
      actNone += 1
    } else if events.contains(where: { $0.act == choice.act || $0.type == choice.act }) {
      actRight += 1
    } else {
      actWrong += 1
    }
    Self.count(choice.roles.actors, events.flatMap(\.actors), in: analysis, &actor)
    Self.count(choice.roles.recipients, events.flatMap(\.recipients), in: analysis, &recipient)
  }

  private static func count(
    _ chosen: [Int], _ marks: [Range<Int>], in analysis: SentenceAnalysis, _ side: inout Side
  ) {
    guard let first = chosen.first else {
      if marks.isEmpty { side.empty += 1 } else { side.missing += 1 }
      return
    }
    let span = Alignment.span(of: analysis.mentions[first], in: analysis)
    if marks.isEmpty {
      side.added += 1
    } else if Alignment.covers(marks, span) {
      side.right += 1
    } else {
      side.wrong += 1
    }
  }
}

extension StageShares: CustomStringConvertible {
  /// Three lines: acts, who acts, to whom.
  package var description: String {
    func line(_ name: String, _ side: Side) -> String {
      "\(name): right \(side.right), elsewhere \(side.wrong), missing \(side.missing); "
        + "unmarked: none \(side.empty), some \(side.added)"
    }
    return """
      labelled triggers: right act \(actRight), wrong \(actWrong), none \(actNone); \
      others \(stray), given an act \(strayActs)
      \(line("who acts", actor))
      \(line("to whom", recipient))
      """
  }
}
