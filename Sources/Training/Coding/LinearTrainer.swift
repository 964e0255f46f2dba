import Coding

/// One example for a linear model: its features and its class.
package struct LinearExample: Sendable {
  /// The features' hashes.
  package let features: [UInt64]
  /// The class, as a position in the model's list.
  package let label: Int

  /// An example of these parts.
  package init(features: [UInt64], label: Int) {
    self.features = features
    self.label = label
  }
}

/// Trains multinomial logistic regression with AdaGrad; the same examples, options and seed give the
/// same weights, bit for bit.
package struct LinearTrainer: Sendable {
  /// How to train.
  package struct Options: Sendable {
    /// Passes over the examples.
    package var epochs = 12
    /// The first step's size.
    package var rate: Float = 0.02
    /// The pull towards zero.
    package var decay: Float = 0.00002
    /// Features seen less often are left out.
    package var leastCount = 2
    /// Rows whose weights are all smaller are left out of the model.
    package var leastWeight: Float = 0.02
    /// Where the shuffling starts.
    package var seed: UInt64 = 1

    /// The options in use.
    package init() {}
  }

  private let options: Options
  private let classes: [String]

  /// A trainer for a list of classes.
  package init(classes: [String], options: Options = Options()) {
    self.classes = classes
    self.options = options
  }

  /// The rows of a trained model, sorted by key.
  package func train(_ examples: [LinearExample]) -> [(key: UInt32, weights: [Float])] {
    let (ids, keys) = number(examples)
    let rows = examples.map { example in
      example.features.compactMap { ids[LinearModel.key($0)] }
    }
    var state = State(features: keys.count, classes: classes.count)
    var random = SmallRandom(seed: options.seed)
    var order = Array(examples.indices)
    for _ in 0..<options.epochs {
      random.shuffle(&order)
      for index in order {
        state.learn(rows[index], label: examples[index].label, options: options)
      }
    }
    return state.rows(keys: keys, least: options.leastWeight)
  }

  /// Numbers the features that are seen often enough, in order of their keys.
  private func number(_ examples: [LinearExample]) -> (ids: [UInt32: Int], keys: [UInt32]) {
    var counts: [UInt32: Int] = [:]
    for example in examples {
      for key in Set(example.features.map(LinearModel.key)) { counts[key, default: 0] += 1 }
    }
    let keys = counts.filter { $0.value >= options.leastCount }.keys.sorted()
    let ids = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    return (ids, keys)
  }
}

/// Weights and their accumulated squares while training.
private struct State {
  private let width: Int
  private var weights: [Float]
  private var squares: [Float]
  private var scores: [Float]

  init(features: Int, classes: Int) {
    width = classes
    weights = [Float](repeating: 0, count: features * classes)
    squares = [Float](repeating: 0, count: features * classes)
    scores = [Float](repeating: 0, count: classes)
  }

  mutating func learn(_ features: [Int], label: Int, options: LinearTrainer.Options) {
    for index in 0..<width { scores[index] = 0 }
    for feature in features {
      let start = feature * width
      for index in 0..<width { scores[index] += weights[start + index] }
    }
    let chances = LinearModel.softmax(scores)
    for feature in features {
      let start = feature * width
      for index in 0..<width {
        let error = chances[index] - (index == label ? 1 : 0)
        let slope = error + options.decay * weights[start + index]
        squares[start + index] += slope * slope
        weights[start + index] -=
          options.rate * slope / (squares[start + index].squareRoot() + 0.000001)
      }
    }
  }

  func rows(keys: [UInt32], least: Float) -> [(key: UInt32, weights: [Float])] {
    keys.indices.compactMap { feature in
      let row = Array(weights[(feature * width)..<((feature + 1) * width)])
      return row.contains { abs($0) >= least } ? (keys[feature], row) : nil
    }
  }
}
