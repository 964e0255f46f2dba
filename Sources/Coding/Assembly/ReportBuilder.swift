import Actors
import Language
import Ontology

/// Turns choices into reports: participants with their words, type, modes, date, confidence.
struct ReportBuilder {
  let language: String
  let article: Article
  let offsets: ScalarOffsets
  let ontology: Ontology
  let dates: DateReader
  let contexts: ContextLexicon
  let calibration: Calibration

  /// The reports of one sentence and what was left out.
  func reports(
    _ choices: [Decoder.Choice], in sentence: SentenceAnalysis
  ) -> (reports: [Report], rejections: [Rejection]) {
    var reports: [Report] = []
    var rejections: [Rejection] = []
    let days = dates.dates(in: sentence.view, published: article.published)
    let contexts = contexts.contexts(of: sentence.view)
    for choice in Self.joined(choices, in: sentence) {
      if let reason = reason(against: choice, in: sentence) {
        rejections.append(
          Rejection(
            sentence: sentence.number, trigger: words([choice.trigger.word], in: sentence),
            reason: reason))
        continue
      }
      guard let act = choice.act else { continue }
      var report = report(choice, act: act, number: reports.count, in: sentence)
      let day = dates.date(of: choice.trigger.word, among: days)
      report.date = day ?? article.published
      report.dateIsFromText = day != nil
      report.contexts = contexts
      reports.append(report)
    }
    return (merged(reports), rejections)
  }

  private func reason(against choice: Decoder.Choice, in sentence: SentenceAnalysis) -> String? {
    if choice.act == nil { return "no act here" }
    if choice.roles.actors.isEmpty { return "nobody acts" }
    return nil
  }

  private func report(
    _ choice: Decoder.Choice, act: EventType, number: Int, in sentence: SentenceAnalysis
  ) -> Report {
    let frame = choice.trigger.frames.prefix(choice.trigger.held).first { $0.act == act }
    let state = DomesticState(choice, act: act, in: sentence, ontology: ontology)
    let actors = choice.roles.actors.map { participant($0, in: sentence, state: state.ofActor) }
    let recipients = choice.roles.recipients.map {
      participant($0, in: sentence, state: state.ofRecipient)
    }
    let speaker = Attribution(sentence).speaker(of: choice.trigger.word)
    let attributed = speaker.flatMap { sentence.mentions[$0].key }
    let probability = choice.probability * choice.roles.probability
    return Report(
      id: "\(article.id)/\(sentence.number)/\(number)", article: article.id,
      sentence: sentence.number, text: text(of: sentence), language: language, date: nil,
      dateIsFromText: false, actors: actors, recipients: recipients,
      type: ontology.type(of: act, status: choice.status), act: act,
      modes: frame.map(\.mode).map { $0.isEmpty ? [] : [$0] } ?? [], contexts: [],
      cameo: frame.map(\.cameo).flatMap { $0.isEmpty ? nil : $0 }, status: choice.status,
      attributedTo: attributed.map { [$0] } ?? [],
      reciprocal: isReciprocal(choice, act: act, in: sentence),
      trigger: [words([choice.trigger.word], in: sentence)],
      confidence: calibration.confidence(of: probability),
      rule: rule(choice, act: act, frame: frame, in: sentence))
  }

  private func rule(
    _ choice: Decoder.Choice, act: EventType, frame: Frame?, in sentence: SentenceAnalysis
  ) -> String {
    guard let frame else { return "\(language)/learned: \(choice.trigger.frames[0].lemma)" }
    return "\(language)/\(frame.name)"
  }

  /// Acts that bind both sides: several act together and nobody is on the other side, or the other
  /// side is coordinated with them.
  private func isReciprocal(
    _ choice: Decoder.Choice, act: EventType, in sentence: SentenceAnalysis
  ) -> Bool {
    guard [.consult, .cooperate, .agree, .assault, .retreat].contains(act),
      let first = choice.roles.actors.first
    else { return false }
    guard let other = choice.roles.recipients.first else { return choice.roles.actors.count > 1 }
    let view = sentence.view
    let path = view.path(from: sentence.mentions[first].head, to: sentence.mentions[other].head)
    return path.map { ($0.ups + $0.downs).allSatisfy { view.baseRelation($0) == "conj" } } ?? false
  }

  private func participant(
    _ index: Int, in sentence: SentenceAnalysis, state: String?
  ) -> Participant {
    let mention = sentence.mentions[index]
    let guessed = state.map { ActorKey(code: $0, sectors: mention.sectors) }
    return Participant(
      key: mention.key ?? guessed, sectors: mention.sectors, name: mention.name,
      mention: words(Array(mention.words), in: sentence))
  }

  /// One choice where a light verb and its noun both name the act: "melakukan serangan".
  private static func joined(
    _ choices: [Decoder.Choice], in sentence: SentenceAnalysis
  ) -> [Decoder.Choice] {
    choices.filter { choice in
      guard choice.act != nil else { return true }
      return !choices.contains { other in
        guard other.act == choice.act, other.trigger.word != choice.trigger.word else {
          return false
        }
        let heads = sentence.view.heads
        let linked =
          heads[other.trigger.word] == choice.trigger.word
          || heads[choice.trigger.word] == other.trigger.word
        guard linked, !other.roles.actors.isEmpty,
          other.roles.actors.first == choice.roles.actors.first || choice.roles.actors.isEmpty
        else { return false }
        let left = (other.roles.recipients.isEmpty ? 0 : 1, other.probability, other.trigger.word)
        let right = (
          choice.roles.recipients.isEmpty ? 0 : 1, choice.probability, choice.trigger.word
        )
        return left > right
      }
    }
  }

  private func text(of sentence: SentenceAnalysis) -> TextSpan {
    TextSpan(
      text: sentence.view.sentence.text,
      range: offsets.scalarRange(ofUTF8: sentence.view.sentence.span))
  }

  /// The text from the first to the last of some words.
  private func words(_ words: [Int], in sentence: SentenceAnalysis) -> TextSpan {
    let spans = words.map { sentence.view.sentence.words[$0].span }
    let start = spans.map(\.lowerBound).min() ?? 0
    let end = spans.map(\.upperBound).max() ?? start
    let utf8 = article.text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: min(start, utf8.count))
    let upTo = utf8.index(utf8.startIndex, offsetBy: min(end, utf8.count))
    return TextSpan(
      text: String(article.text[from..<upTo]), range: offsets.scalarRange(ofUTF8: start..<end))
  }

  /// One report for each act and pair of sides: the surest stays and takes the others' triggers.
  private func merged(_ reports: [Report]) -> [Report] {
    var kept: [Report] = []
    for report in reports {
      let twin = kept.firstIndex {
        $0.act == report.act && $0.actors.map(\.mention) == report.actors.map(\.mention)
          && $0.recipients.map(\.mention) == report.recipients.map(\.mention)
      }
      guard let twin else {
        kept.append(report)
        continue
      }
      let trigger = kept[twin].trigger + report.trigger
      if report.confidence > kept[twin].confidence {
        let id = kept[twin].id
        kept[twin] = report
        kept[twin].id = id
      }
      kept[twin].trigger = trigger
    }
    return kept.enumerated().map { number, report in
      var report = report
      report.id = "\(report.article)/\(report.sentence)/\(number)"
      return report
    }
  }
}
