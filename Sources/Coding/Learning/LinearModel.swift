/// A multinomial linear model over hashed features: a sum of rows, then a softmax.
///
/// In: feature hashes. Out: a probability for each class. The weights are written by the training
/// target and read from `Data/<language>/*.bin`.
package struct LinearModel: Sendable {
  /// The names of the classes, in the order of the probabilities.
  package let classes: [String]
  private let keys: [UInt32]
  private let rows: [Int32]
  private let weights: [Float]
  private let mask: Int

  /// A model from rows of weights, one row a feature key.
  package init(classes: [String], rows table: [(key: UInt32, weights: [Float])]) {
    self.classes = classes
    var capacity = 16
    while capacity < table.count * 2 { capacity *= 2 }
    var keys = [UInt32](repeating: 0, count: capacity)
    var rows = [Int32](repeating: -1, count: capacity)
    var weights: [Float] = []
    weights.reserveCapacity(table.count * classes.count)
    for (number, row) in table.enumerated() {
      var slot = Int(row.key) & (capacity - 1)
      while rows[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      keys[slot] = row.key
      rows[slot] = Int32(number)
      weights += row.weights
    }
    self.keys = keys
    self.rows = rows
    self.weights = weights
    mask = capacity - 1
  }

  /// The key under which a feature's hash is kept.
  package static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 16) }

  /// Adds up the rows of the features that the model knows.
  package func scores(_ hashes: [UInt64]) -> [Float] {
    var sums = [Float](repeating: 0, count: classes.count)
    for hash in hashes {
      guard let row = row(of: Self.key(hash)) else { continue }
      let start = row * classes.count
      for index in 0..<classes.count { sums[index] += weights[start + index] }
    }
    return sums
  }

  /// The probability of each class.
  package func probabilities(_ hashes: [UInt64]) -> [Float] {
    Self.softmax(scores(hashes))
  }

  /// Scores turned into probabilities that sum to 1.
  package static func softmax(_ scores: [Float]) -> [Float] {
    let top = scores.max() ?? 0
    let powers = scores.map { exponential($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The weight of a feature for a class; 0 where the model does not know it.
  package func weight(_ hash: UInt64, for index: Int) -> Float {
    row(of: Self.key(hash)).map { weights[$0 * classes.count + index] } ?? 0
  }

  private func row(of key: UInt32) -> Int? {
    var slot = Int(key) & mask
    while rows[slot] >= 0 {
      if keys[slot] == key { return Int(rows[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// e to the x for x ≤ 0, by arithmetic that is the same on every machine.
  static func exponential(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = x / 1024
    var power = 1 + scaled + scaled * scaled / 2 + scaled * scaled * scaled / 6
    for _ in 0..<10 { power *= power }
    return power
  }
}
