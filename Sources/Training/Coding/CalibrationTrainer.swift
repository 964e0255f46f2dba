import Coding

/// Fits the staircase from the models' own probability to the share of choices that were right, on
/// sentences that the models did not see.
struct CalibrationTrainer {
  /// A choice that would be coded: its probability and whether act and both sides are right.
  struct Judged {
    let probability: Double
    let isRight: Bool
  }

  /// The choices of held-out examples that would be coded.
  static func judge(_ example: CoderTrainer.Example, models: CoderModels) -> [Judged] {
    let decoder = Decoder(models)
    return example.analyses.flatMap { analysis in
      decoder.choices(in: analysis).compactMap { choice in
        guard choice.act != nil, !choice.roles.actors.isEmpty else { return nil }
        return Judged(
          probability: choice.probability * choice.roles.probability,
          isRight: isRight(choice, example, in: analysis))
      }
    }
  }

  private static func isRight(
    _ choice: Decoder.Choice, _ example: CoderTrainer.Example, in analysis: SentenceAnalysis
  ) -> Bool {
    Alignment.events(of: example.sentence, at: choice.trigger, in: analysis).contains { event in
      (event.act == choice.act || event.type == choice.act)
        && agrees(choice.roles.actors, event.actors, in: analysis)
        && agrees(choice.roles.recipients, event.recipients, in: analysis)
    }
  }

  private static func agrees(
    _ chosen: [Int], _ marks: [Range<Int>], in analysis: SentenceAnalysis
  ) -> Bool {
    guard let first = chosen.first else { return marks.isEmpty }
    let span = Alignment.span(of: analysis.mentions[first], in: analysis)
    return Alignment.covers(marks, span)
  }

  /// A staircase of equally filled steps that never falls (pool adjacent violators).
  static func steps(_ judged: [Judged], count: Int = 20) -> [(from: Double, confidence: Double)] {
    let sorted = judged.sorted { $0.probability < $1.probability }
    guard !sorted.isEmpty else { return [] }
    var pools: [(from: Double, right: Int, all: Int)] = []
    let width = max(1, sorted.count / count)
    for start in stride(from: 0, to: sorted.count, by: width) {
      let slice = sorted[start..<min(start + width, sorted.count)]
      let right = slice.filter(\.isRight).count
      pools.append((slice.first?.probability ?? 0, right, slice.count))
      while pools.count > 1, falls(pools[pools.count - 2], pools[pools.count - 1]) {
        let last = pools.removeLast()
        pools[pools.count - 1].right += last.right
        pools[pools.count - 1].all += last.all
      }
    }
    return pools.enumerated().map { index, pool in
      (index == 0 ? 0 : pool.from, Double(pool.right) / Double(pool.all))
    }
  }

  private static func falls(
    _ left: (from: Double, right: Int, all: Int), _ right: (from: Double, right: Int, all: Int)
  ) -> Bool {
    Double(left.right) / Double(left.all) >= Double(right.right) / Double(right.all)
  }
}
