import Actors
import Coding
import Language
import Ontology

/// How much of the labelled events the coder can see at all: triggers that a frame knows, sides that a
/// mention covers, and mentions that have the labelled code.
package struct CorpusAudit: Sendable {
  /// A count of what is there and what was seen of it.
  package struct Share: Sendable, CustomStringConvertible {
    /// How many there are.
    package var all = 0
    /// How many were seen.
    package var seen = 0

    /// `seen of all (share)`.
    package var description: String {
      "\(seen) of \(all) (\(Int((100 * Double(seen) / Double(max(1, all))).rounded())) %)"
    }
  }

  /// Events whose trigger a frame knows.
  package private(set) var triggers = Share()
  /// Marked sides on which a mention's head stands.
  package private(set) var mentions = Share()
  /// Those mentions whose code is the labelled one.
  package private(set) var codes = Share()
  /// What was not seen, a line each.
  package private(set) var gaps: [String] = []

  /// Looks through the examples.
  package init(_ examples: [CoderTrainer.Example]) {
    for example in examples {
      for event in example.sentence.events { add(event, of: example) }
    }
  }

  private mutating func add(_ event: LabelledSentence.Event, of example: CoderTrainer.Example) {
    triggers.all += 1
    let isKnown = example.analyses.contains { analysis in
      analysis.triggers.contains {
        Alignment.covers(event.triggers, analysis.view.sentence.words[$0.word].span)
      }
    }
    if isKnown { triggers.seen += 1 } else { note("trigger", event.triggers, example) }
    add(event.actors, labelled: event.actorKeys, of: example)
    add(event.recipients, labelled: event.recipientKeys, of: example)
  }

  private mutating func add(
    _ marks: [Range<Int>], labelled: [String], of example: CoderTrainer.Example
  ) {
    let codes = Set(labelled.map { ActorKey(rawValue: $0).code })
    for mark in marks {
      mentions.all += 1
      let inside = example.analyses.flatMap { analysis in
        analysis.mentions.filter {
          Alignment.covers([mark], Alignment.span(of: $0, in: analysis))
        }
      }
      guard !inside.isEmpty else {
        note("mention", [mark], example)
        continue
      }
      mentions.seen += 1
      guard !codes.isEmpty else { continue }
      self.codes.all += 1
      if inside.contains(where: { $0.key.map { codes.contains($0.code) } ?? false }) {
        self.codes.seen += 1
      } else {
        let found = inside.map { $0.key?.rawValue ?? "?" }.joined(separator: ",")
        note("code \(labelled.joined(separator: ";")) found \(found)", [mark], example)
      }
    }
  }

  private mutating func note(
    _ kind: String, _ marks: [Range<Int>], _ example: CoderTrainer.Example
  ) {
    let utf8 = example.sentence.text.utf8
    let words = marks.map { mark in
      let start = utf8.index(utf8.startIndex, offsetBy: mark.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: mark.upperBound)
      return String(example.sentence.text[start..<end])
    }
    gaps.append(
      "\(kind)\t\(words.joined(separator: " … "))\t\(example.sentence.id)\t\(example.sentence.text)"
    )
  }
}
