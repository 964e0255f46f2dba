package import Language

/// Learns a ``Tagger`` as an averaged perceptron.
package struct TaggerTrainer {
  private let options: TrainingOptions
  private let stems: Stemmer
  private let progress: TrainingProgress

  /// A trainer; `progress` receives a line a round.
  package init(
    _ options: TrainingOptions, stems: Stemmer, progress: @escaping TrainingProgress = { _ in }
  ) {
    self.options = options
    self.stems = stems
    self.progress = progress
  }

  /// The model of these treebanks.
  package func model(_ sets: [TrainingSet], language: String) -> ModelFile {
    var sentences = TrainingSentence.all(sets, relations: [], stems: stems, options: options)
    return model(&sentences, iterations: options.taggerIterations, language: language)
  }

  func model(
    _ sentences: inout [TrainingSentence], iterations: Int, language: String
  ) -> ModelFile {
    let known = Self.knownWords(sentences)
    for index in sentences.indices { sentences[index].mark(known) }
    var sum = AveragedWeights(rows: [])
    for number in 0..<max(1, options.models) {
      let seed = options.seed &+ UInt64(number)
      sum = sum.adding(train(&sentences, iterations: iterations, seed: seed))
    }
    return ModelFile(
      header: [
        "kind": ["tagger"], "language": [language], "styles": [String(options.styles)],
      ],
      known: known.table, weights: sum.packed(bytes: options.bytes))
  }

  /// Tags each part of the sentences by a tagger that was trained on the other parts, so that the
  /// parser learns from such tags as it will meet.
  func tagByFolds(_ sentences: inout [TrainingSentence], language: String) {
    var random = SmallRandom(seed: options.seed &+ 1000)
    let folds = sentences.map { _ in random.below(options.folds) }
    var scratch = Scratch()
    var single = options
    single.models = 1
    let trainer = TaggerTrainer(single, stems: stems)
    for fold in 0..<options.folds {
      var others = sentences.indices.filter { folds[$0] != fold }.map { sentences[$0] }
      let iterations = max(3, options.taggerIterations / 2)
      let model = trainer.model(&others, iterations: iterations, language: language)
      let tagger = Tagger(model)
      for index in sentences.indices where folds[index] == fold {
        sentences[index].mark(tagger.known)
        tagger.tag(&sentences[index].encoded, style: sentences[index].style, &scratch)
      }
      progress("tagged part \(fold + 1) of \(options.folds) by the others")
    }
  }

  private func train(
    _ sentences: inout [TrainingSentence], iterations: Int, seed: UInt64
  ) -> AveragedWeights {
    var weights = TrainingWeights()
    var random = SmallRandom(seed: seed)
    var order = Array(sentences.indices)
    var frame = TaggerFrame()
    var scores = [Int32](repeating: 0, count: 128)
    let count = TaggerFrame.count(styles: options.styles)
    for iteration in 0..<iterations {
      random.shuffle(&order)
      var right = 0
      var all = 0
      for number in order {
        let style = UInt64(sentences[number].style.rawValue)
        for index in sentences[number].tags.indices {
          frame.fill(sentences[number].encoded, at: index, style: style)
          weights.score(frame.features, count: count, into: &scores)
          let gold = Int(sentences[number].tags[index])
          let wrong = Self.best(scores, but: gold)
          let best = (scores[gold], wrong) >= (scores[wrong], gold) ? gold : wrong
          if best != gold || scores[gold] - scores[wrong] < options.taggerMargin {
            weights.update(frame.features, count: count, right: gold, wrong: wrong)
          }
          sentences[number].encoded.tags[index] = UInt8(best)
          weights.step()
          right += best == gold ? 1 : 0
          all += 1
        }
      }
      progress("tagger round \(iteration + 1) of \(iterations): \(Percent(right, of: all)) right")
    }
    return weights.averaged()
  }

  /// The first of the best scored tags other than one.
  private static func best(_ scores: [Int32], but gold: Int) -> Int {
    var best = gold == 0 ? 1 : 0
    for tag in best + 1..<UPOS.all.count where tag != gold && scores[tag] > scores[best] {
      best = tag
    }
    return best
  }

  /// The words that occur twice at least, with every tag that a tenth of them carries.
  static func knownWords(_ sentences: [TrainingSentence]) -> KnownWords {
    var counts: [UInt64: [Int]] = [:]
    for sentence in sentences {
      for (index, tag) in sentence.tags.enumerated() {
        let word = sentence.encoded.spelling(index).word
        counts[word, default: [Int](repeating: 0, count: UPOS.all.count)][Int(tag)] += 1
      }
    }
    let words: [(UInt64, UInt64)] = counts.compactMap { word, tags in
      let all = tags.reduce(0, +)
      guard all >= 2 else { return nil }
      var set: UInt64 = 0
      for (tag, count) in tags.enumerated() where count * 10 >= all { set |= 1 << UInt64(tag) }
      return (word, set)
    }
    return KnownWords(words.sorted { $0.0 < $1.0 })
  }
}

/// A share in percent with two decimals, for messages.
struct Percent: CustomStringConvertible {
  private let hundredths: Int

  init(_ part: Int, of whole: Int) {
    hundredths = whole == 0 ? 0 : (part * 20_000 / whole + 1) / 2
  }

  var description: String {
    "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }
}
