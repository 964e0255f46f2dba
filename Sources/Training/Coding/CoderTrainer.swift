package import Actors
package import Coding
import Language
import Ontology

/// Trains the three models of the coder from labelled sentences.
///
/// In: sentences with their analyses, made by the same code that codes. Out: model files and the
/// calibration. Read ``LabelledCorpus`` and ``LinearTrainer`` next.
package struct CoderTrainer: Sendable {
  /// A labelled sentence with what the coder sees in it.
  package struct Example: Sendable {
    /// The labels.
    package let sentence: LabelledSentence
    /// The analyses; more than one when the splitter cut the sentence.
    package let analyses: [SentenceAnalysis]

    /// An example of these parts.
    package init(sentence: LabelledSentence, analyses: [SentenceAnalysis]) {
      self.sentence = sentence
      self.analyses = analyses
    }
  }

  private let options: LinearTrainer.Options

  /// A trainer with these options.
  package init(options: LinearTrainer.Options = .init()) {
    self.options = options
  }

  /// The models of a list of examples.
  ///
  /// The act model sees roles chosen by role models that did not see the sentence, so that it learns
  /// how far to trust them.
  package func train(_ examples: [Example], thresholds: Thresholds = .init()) -> CoderModels {
    let rows = rows(examples, thresholds: thresholds)
    return CoderModels(
      role: LinearModel(classes: Decoder.roleClasses, rows: rows.role),
      recipient: LinearModel(classes: RoleDecoder.recipientClasses, rows: rows.recipient),
      gate: LinearModel(classes: Decoder.gateClasses, rows: rows.gate),
      act: LinearModel(classes: Decoder.actClasses, rows: rows.act),
      status: LinearModel(classes: Decoder.statusClasses, rows: rows.status),
      calibration: Calibration(steps: [(0, 0.5)]), thresholds: thresholds)
  }

  /// Rows of weights, one a feature key.
  package typealias Rows = [(key: UInt32, weights: [Float])]

  /// The rows of the four models.
  package func rows(
    _ examples: [Example], folds: Int = 4, thresholds: Thresholds = .init()
  ) -> (role: Rows, recipient: Rows, gate: Rows, act: Rows, status: Rows) {
    var actExamples: [(features: [UInt64], act: EventType?)] = []
    for fold in 0..<folds {
      let inside = examples.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let outside = examples.enumerated().filter { $0.offset % folds == fold }.map(\.element)
      let decoder = RoleDecoder(
        role: LinearModel(classes: Decoder.roleClasses, rows: roleRows(inside)),
        recipient: LinearModel(classes: RoleDecoder.recipientClasses, rows: recipientRows(inside)),
        thresholds: thresholds)
      actExamples += outside.flatMap { self.actExamples($0, roles: decoder) }
    }
    return (
      roleRows(examples), recipientRows(examples),
      rows(
        Decoder.gateClasses,
        actExamples.map { LinearExample(features: $0.features, label: $0.act == nil ? 0 : 1) }),
      rows(Decoder.actClasses, actExamples.compactMap(Self.actExample)),
      rows(Decoder.statusClasses, examples.flatMap(statusExamples))
    )
  }

  private func roleRows(_ examples: [Example]) -> Rows {
    rows(Decoder.roleClasses, examples.flatMap(roleExamples))
  }

  private func recipientRows(_ examples: [Example]) -> Rows {
    rows(RoleDecoder.recipientClasses, examples.flatMap(recipientExamples))
  }

  private func rows(_ classes: [String], _ examples: [LinearExample]) -> Rows {
    LinearTrainer(classes: classes, options: options).train(examples)
  }

  /// One example a mention and labelled trigger.
  private func roleExamples(_ example: Example) -> [LinearExample] {
    pairs(example).flatMap { analysis, trigger, events in
      let features = RoleFeatures(analysis, trigger: trigger)
      return analysis.mentions.map { mention in
        var sink = FeatureSink()
        features.write(mention, to: &sink)
        let span = Alignment.span(of: mention, in: analysis)
        let isActor = events.contains { Alignment.covers($0.actors, span) }
        let isRecipient = events.contains { Alignment.covers($0.recipients, span) }
        return LinearExample(features: sink.hashes, label: isActor ? 1 : isRecipient ? 2 : 0)
      }
    }
  }

  /// One example a mention and labelled trigger, seen from the one who is marked to act.
  private func recipientExamples(_ example: Example) -> [LinearExample] {
    pairs(example).flatMap { analysis, trigger, events in
      let features = RoleFeatures(analysis, trigger: trigger)
      let actors = events.flatMap(\.actors)
      let actor = analysis.mentions.firstIndex {
        Alignment.covers(actors, Alignment.span(of: $0, in: analysis))
      }
      return analysis.mentions.enumerated().compactMap { index, mention -> LinearExample? in
        guard index != actor else { return nil }
        var sink = FeatureSink()
        features.write(mention, to: &sink)
        features.write(mention, seenFrom: actor, to: &sink)
        let span = Alignment.span(of: mention, in: analysis)
        let isRecipient = events.contains { Alignment.covers($0.recipients, span) }
        return LinearExample(features: sink.hashes, label: isRecipient ? 1 : 0)
      }
    }
  }

  /// One example a trigger, labelled or not.
  private func actExamples(
    _ example: Example, roles: RoleDecoder
  ) -> [(features: [UInt64], act: EventType?)] {
    example.analyses.flatMap { analysis in
      analysis.triggers.map { trigger in
        let event = Alignment.events(of: example.sentence, at: trigger, in: analysis).first
        var sink = FeatureSink()
        let choice = roles.roles(for: trigger, in: analysis)
        ActFeatures(analysis, trigger: trigger).write(choice, to: &sink)
        return (sink.hashes, event?.act)
      }
    }
  }

  private static func actExample(
    _ example: (features: [UInt64], act: EventType?)
  ) -> LinearExample? {
    guard let act = example.act,
      let label = Decoder.actClasses.firstIndex(of: act.rawValue)
    else { return nil }
    return LinearExample(features: example.features, label: label)
  }

  /// One example a labelled trigger.
  private func statusExamples(_ example: Example) -> [LinearExample] {
    pairs(example).compactMap { analysis, trigger, events in
      guard let event = events.first, let act = event.act else { return nil }
      var sink = FeatureSink()
      let ruled = StatusRule(analysis, trigger: trigger).verdict.status
      StatusFeatures(analysis, trigger: trigger).write(act: act, ruled: ruled, to: &sink)
      let label = Decoder.statusClasses.firstIndex(of: event.status.rawValue) ?? 0
      return LinearExample(features: sink.hashes, label: label)
    }
  }

  private func pairs(
    _ example: Example
  ) -> [(SentenceAnalysis, Trigger, [LabelledSentence.Event])] {
    example.analyses.flatMap { analysis in
      analysis.triggers.compactMap { trigger in
        let events = Alignment.events(of: example.sentence, at: trigger, in: analysis)
        return events.isEmpty ? nil : (analysis, trigger, events)
      }
    }
  }
}

/// Finds the words of marks in a tree, by their offsets.
package enum Alignment {
  /// Where a mention's head stands in the text.
  package static func span(
    of mention: ActorMention, in analysis: SentenceAnalysis
  ) -> Range<Int> {
    analysis.view.sentence.words[mention.head].span
  }

  /// Whether a word stands inside one of the marks.
  package static func covers(_ marks: [Range<Int>], _ span: Range<Int>) -> Bool {
    marks.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
  }

  /// The labelled events whose trigger covers a trigger's word.
  package static func events(
    of sentence: LabelledSentence, at trigger: Trigger, in analysis: SentenceAnalysis
  ) -> [LabelledSentence.Event] {
    let span = analysis.view.sentence.words[trigger.word].span
    return sentence.events.filter { covers($0.triggers, span) }
  }
}
