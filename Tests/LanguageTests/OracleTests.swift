import Language
import Testing
import Training

@Suite struct `The dynamic oracle` {
  @Test(arguments: 0..<300)
  func `following it builds any projective tree`(seed: UInt64) {
    var random = SmallRandom(seed: seed)
    let heads = Self.projectiveHeads(count: 1 + random.below(20), &random)
    let relations = heads.indices.map { _ in random.below(5) }
    let oracle = Oracle(heads: heads, relations: relations)
    var state = Self.start(heads.count)
    while !state.isFinal {
      let costs = oracle.costs(state)
      let accepted = Self.transitions(state, relations: 5).filter {
        oracle.accepts($0, costs: costs, in: state)
      }
      #expect(min(costs.shift ?? 9, costs.left ?? 9, costs.right ?? 9) == 0)
      state.apply(accepted[random.below(accepted.count)])
    }
    #expect(heads.indices.map { state.arc($0).head } == heads)
    #expect(heads.indices.map { state.arc($0).relation } == relations)
  }

  @Test(arguments: 0..<60)
  func `its costs are the arcs that can no longer be reached, from wrong states too`(seed: UInt64) {
    var random = SmallRandom(seed: seed)
    let heads = Self.projectiveHeads(count: 2 + random.below(4), &random)
    let oracle = Oracle(heads: heads, relations: heads.map { _ in 0 })
    var state = Self.start(heads.count)
    while !state.isFinal {
      let reachable = Self.mostRightArcs(from: state, heads)
      let costs = oracle.costs(state)
      for transition in Self.transitions(state, relations: 1) {
        var next = state
        next.apply(transition)
        let lost = reachable - Self.mostRightArcs(from: next, heads)
        let cost =
          transition == .shift ? costs.shift : transition == .left(0) ? costs.left : costs.right
        #expect(cost == lost, "\(transition), heads \(heads), stack \(state.stack)")
      }
      let all = Self.transitions(state, relations: 1)
      state.apply(all[random.below(all.count)])
    }
  }

  /// The most gold arcs that a final state beyond this one can have, by trying everything.
  private static func mostRightArcs(from state: ParserState, _ heads: [Int]) -> Int {
    guard !state.isFinal else { return heads.indices.count { state.arc($0).head == heads[$0] } }
    return transitions(state, relations: 1).map {
      var next = state
      next.apply($0)
      return mostRightArcs(from: next, heads)
    }.max() ?? 0
  }

  private static func transitions(_ state: ParserState, relations: Int) -> [Transition] {
    (0...2 * relations).map { Transition(number: $0, relations: relations) }.filter {
      switch $0 {
      case .shift: state.canShift
      case .left: state.canAttachLeft
      case .right: state.canAttachRight
      }
    }
  }

  private static func start(_ count: Int) -> ParserState {
    var sentence = EncodedSentence()
    for _ in 0..<count { sentence.append(Spelling("x"), known: 0, stem: StemCode()) }
    var state = ParserState()
    state.start(sentence)
    return state
  }

  /// The heads of a random projective tree: a root, and the rest on both sides of it likewise.
  private static func projectiveHeads(count: Int, _ random: inout SmallRandom) -> [Int] {
    var heads = [Int](repeating: 0, count: count)
    var open = [(range: 0..<count, head: 0)]
    while let (range, head) = open.popLast() {
      guard !range.isEmpty else { continue }
      let root = range.lowerBound + random.below(range.count)
      heads[root] = head
      for side in [range.lowerBound..<root, root + 1..<range.upperBound] where !side.isEmpty {
        let cut = side.lowerBound + random.below(side.count + 1)
        open.append((side.lowerBound..<cut, root + 1))
        open.append((cut..<side.upperBound, root + 1))
      }
    }
    return heads
  }
}
