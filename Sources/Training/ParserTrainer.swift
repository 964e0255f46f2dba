package import Language

/// Learns a ``Parser`` as an averaged perceptron with a dynamic oracle and exploration.
///
/// - Source: Goldberg and Nivre 2013.
package struct ParserTrainer {
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
    let relations = Set(sets.flatMap(\.sentences).flatMap(\.words).map(\.deprel)).sorted()
    var sentences = TrainingSentence.all(sets, relations: relations, stems: stems, options: options)
    var tagging = options
    tagging.bytes = 4_000_000
    TaggerTrainer(tagging, stems: stems, progress: progress)
      .tagByFolds(&sentences, language: language)
    var sum = AveragedWeights(rows: [])
    for number in 0..<max(1, options.models) {
      let seed = options.seed &+ UInt64(number)
      sum = sum.adding(train(sentences, relations: relations.count, seed: seed))
    }
    return ModelFile(
      header: [
        "kind": ["parser"], "language": [language], "styles": [String(options.styles)],
        "relations": relations,
      ],
      known: [], weights: sum.packed(bytes: options.bytes))
  }

  private func train(
    _ sentences: [TrainingSentence], relations: Int, seed: UInt64
  ) -> AveragedWeights {
    var learner = ParserLearner(relations: relations, options: options, seed: seed)
    var order = Array(sentences.indices)
    for iteration in 0..<options.parserIterations {
      learner.random.shuffle(&order)
      learner.begin(exploring: iteration > 0)
      for number in order { learner.learn(sentences[number]) }
      let share = Percent(learner.steps - learner.errors, of: learner.steps)
      progress("parser round \(iteration + 1) of \(options.parserIterations): \(share) right")
    }
    return learner.weights.averaged()
  }
}

/// What is learnt so far, and the space for the work on one sentence.
private struct ParserLearner {
  var weights = TrainingWeights()
  var random: SmallRandom
  private(set) var steps = 0
  private(set) var errors = 0
  private let relations: Int
  private let features: Int
  private let exploration: Int
  private let margin: Int32
  private var exploring = false
  private var state = ParserState()
  private var frame = ParserFrame()
  private var scores = [Int32](repeating: 0, count: 128)

  init(relations: Int, options: TrainingOptions, seed: UInt64) {
    self.relations = relations
    features = ParserFrame.count(styles: options.styles)
    exploration = options.exploration
    margin = options.margin
    random = SmallRandom(seed: seed)
  }

  mutating func begin(exploring: Bool) {
    self.exploring = exploring
    (steps, errors) = (0, 0)
  }

  /// Parses a sentence, correcting the weights at each wrong step; most steps follow the parser's
  /// own choice, so that it learns to go on from its errors.
  mutating func learn(_ sentence: TrainingSentence) {
    let style = UInt64(sentence.style.rawValue)
    state.start(sentence.encoded)
    while !state.isFinal {
      frame.fill(state, style: style)
      weights.score(frame.features, count: features, into: &scores)
      guard let (best, gold, wrong) = choices(sentence.oracle) else { return }
      weights.step()
      steps += 1
      if best != gold { errors += 1 }
      if wrong >= 0, scores[gold] - scores[wrong] < margin || best != gold {
        weights.update(frame.features, count: features, right: gold, wrong: wrong)
      }
      let follow = exploring && random.below(1000) < exploration ? best : gold
      state.apply(Transition(number: follow, relations: relations))
    }
  }

  /// The best scored possible transition, the best scored one that the oracle accepts, and the best
  /// scored one that it does not (−1 for none).
  private func choices(_ oracle: Oracle) -> (best: Int, gold: Int, wrong: Int)? {
    let costs = oracle.costs(state)
    var gold = -1
    var wrong = -1
    for number in 0...2 * relations {
      let possible =
        number == 0
        ? costs.shift != nil : number <= relations ? costs.left != nil : costs.right != nil
      guard possible else { continue }
      let transition = Transition(number: number, relations: relations)
      if oracle.accepts(transition, costs: costs, in: state) {
        if gold < 0 || scores[number] > scores[gold] { gold = number }
      } else if wrong < 0 || scores[number] > scores[wrong] {
        wrong = number
      }
    }
    guard gold >= 0 else { return nil }
    let isRight = wrong < 0 || scores[gold] > scores[wrong]
    return (isRight || (scores[gold] == scores[wrong] && gold < wrong) ? gold : wrong, gold, wrong)
  }
}
