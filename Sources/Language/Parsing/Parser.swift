package import DataFiles

/// The dependency parser: greedy, transition-based, two steps a word.
///
/// In: an ``EncodedSentence`` with tags. Out: a head and a relation a word, in ``Scratch/state``.
/// Read ``ParserState`` and `ParserFeatures.swift` next; the training stands in target Training.
package struct Parser: Sendable {
  private let weights: Weights
  private let features: Int
  /// The names of the relations, by number.
  package let relations: [String]

  /// Loads `parser.bin` of a language.
  ///
  /// - Throws: ``DataError`` when it is missing or damaged.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    let path = "\(language)/parser.bin"
    let model = try ModelFile(path, kind: "parser", data: data)
    guard let parser = Parser(model) else {
      throw .malformed(path: path, line: 0, problem: "no relations, or too many")
    }
    self = parser
  }

  /// A parser over a model; nil when its relations are not 1 to 63.
  package init?(_ model: ModelFile) {
    let relations = model.header["relations"] ?? []
    guard relations.count >= 1, relations.count <= 63 else { return nil }
    self.relations = relations
    weights = model.weights
    features = ParserFrame.count(styles: model.styles)
  }

  /// Finds the tree of a sentence; read it with ``ParserState/arc(_:)`` of `scratch.state`.
  package func parse(_ sentence: EncodedSentence, style: TreebankStyle, _ scratch: inout Scratch) {
    scratch.state.start(sentence)
    while !scratch.state.isFinal {
      scratch.parser.fill(scratch.state, style: UInt64(style.rawValue))
      weights.score(
        scratch.parser.features, count: features, rows: &scratch.rows, into: &scratch.scores)
      let number = best(scratch.scores, scratch.state)
      scratch.state.apply(Transition(number: number, relations: relations.count))
    }
  }

  /// The number of the best scored transition among the possible ones.
  @inline(__always)
  private func best(_ scores: [Int32], _ state: ParserState) -> Int {
    var best = -1
    if state.canShift { best = 0 }
    if state.canAttachLeft { best = highest(scores, from: 1, best) }
    if state.canAttachRight { best = highest(scores, from: 1 + relations.count, best) }
    return best
  }

  @inline(__always)
  private func highest(_ scores: [Int32], from start: Int, _ best: Int) -> Int {
    var best = best
    for index in start..<start + relations.count where best < 0 || scores[index] > scores[best] {
      best = index
    }
    return best
  }
}
