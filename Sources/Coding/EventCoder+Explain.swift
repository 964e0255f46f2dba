import Actors
import Language
public import Ontology

extension EventCoder {
  /// Every step of the coding of an article, in order: words and trees, mentions, triggers with what
  /// was chosen for them.
  public func explain(_ article: Article) -> [CodingStep] {
    analyses(of: article).flatMap { sentence in
      parseSteps(sentence) + actorSteps(sentence) + eventSteps(sentence, of: article)
    }
  }

  private func parseSteps(_ sentence: SentenceAnalysis) -> [CodingStep] {
    let words = sentence.view.sentence.words
    return words.indices.map { index in
      let word = words[index]
      let head = word.head == 0 ? "root" : "\(word.deprel) of \(words[word.head - 1].form)"
      let feats = word.feats.isEmpty ? "" : " \(word.feats)"
      return CodingStep(
        stage: .parse, sentence: sentence.number,
        text: "\(index + 1) \(word.form) (\(word.lemma), \(word.upos.rawValue)\(feats)): \(head)")
    }
  }

  private func actorSteps(_ sentence: SentenceAnalysis) -> [CodingStep] {
    sentence.mentions.map { mention in
      let words = sentence.view.sentence.words[mention.words].map(\.form).joined(separator: " ")
      let key = mention.key?.rawValue ?? "nobody known"
      return CodingStep(
        stage: .actors, sentence: sentence.number,
        text: "“\(words)” is \(key) (\(mention.kind.rawValue): \(mention.reason))")
    }
  }

  private func eventSteps(_ sentence: SentenceAnalysis, of article: Article) -> [CodingStep] {
    guard let models = models(for: article) else { return [] }
    return Decoder(models).choices(in: sentence).map { choice in
      CodingStep(
        stage: .events, sentence: sentence.number, text: describe(choice, in: sentence))
    }
  }

  private func describe(_ choice: Decoder.Choice, in sentence: SentenceAnalysis) -> String {
    func names(_ side: [Int]) -> String {
      guard !side.isEmpty else { return "nobody" }
      return side.map { index in
        let mention = sentence.mentions[index]
        return mention.key?.rawValue ?? "“\(mention.name)”"
      }.joined(separator: " and ")
    }
    let trigger = choice.trigger
    let word = sentence.view.sentence.words[trigger.word].form
    let frames = trigger.frames.prefix(max(1, trigger.held)).prefix(3)
      .map { "\($0.name) → \($0.act?.rawValue ?? "none")" }.joined(separator: ", ")
    let holds = trigger.held > 0 ? "frames" : "frames whose conditions fail"
    let act = choice.act?.rawValue ?? "no act"
    return
      "“\(word)”: \(holds) \(frames); \(act) (\(percent(choice.probability))), "
      + "\(names(choice.roles.actors)) → \(names(choice.roles.recipients)) "
      + "(\(percent(choice.roles.probability))), \(choice.status.rawValue): \(choice.statusReason)"
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
