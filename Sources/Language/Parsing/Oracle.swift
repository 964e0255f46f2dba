/// The dynamic oracle: what each kind of transition would cost from any state, also a wrong one.
///
/// A cost counts the gold arcs that could still be reached before the transition and cannot
/// afterwards.
/// - Source: Goldberg and Nivre 2013, arc-hybrid system.
package struct Oracle {
  /// The gold head of every node: the root's node is 1; 0 for nothing and the root itself.
  let heads: [Int]
  /// The gold relation's number of every node.
  let relations: [Int]

  /// An oracle for a tree: `heads` from 0 (the root) and relations' numbers, a pair a word.
  package init(heads: [Int], relations: [Int]) {
    self.heads = [0, 0] + heads.map { $0 + 1 }
    self.relations = [0, 0] + relations
  }

  /// What shifting, attaching left and attaching right would cost; nil where impossible.
  package func costs(_ state: ParserState) -> (shift: Int?, left: Int?, right: Int?) {
    let top = state.onStack(0)
    return (
      state.canShift ? shiftCost(state) : nil,
      state.canAttachLeft ? children(of: top, in: state) + leftHeadCost(state, top) : nil,
      state.canAttachRight
        ? children(of: top, in: state) + (heads[top] >= state.next ? 1 : 0) : nil
    )
  }

  /// Arcs between the next word and the stack, but for a head on its top: lost by shifting.
  private func shiftCost(_ state: ParserState) -> Int {
    let next = state.next
    var cost = 0
    for node in state.stack where heads[node] == next { cost += 1 }
    for node in state.stack.dropLast() where heads[next] == node { cost += 1 }
    return cost
  }

  /// The top's own head is lost when it lies just below or further ahead.
  private func leftHeadCost(_ state: ParserState, _ top: Int) -> Int {
    let head = heads[top]
    return head > state.next || (head != 0 && head == state.onStack(1)) ? 1 : 0
  }

  /// Children of the top among the words ahead.
  private func children(of top: Int, in state: ParserState) -> Int {
    var count = 0
    for node in state.next..<max(state.next, heads.count) where heads[node] == top { count += 1 }
    return count
  }

  /// Whether a transition keeps all that can be kept: no cost beyond the least, and the gold
  /// relation when its arc is a gold arc.
  package func accepts(
    _ transition: Transition, costs: (shift: Int?, left: Int?, right: Int?), in state: ParserState
  ) -> Bool {
    let least = min(costs.shift ?? .max, costs.left ?? .max, costs.right ?? .max)
    let top = state.onStack(0)
    switch transition {
    case .shift: return costs.shift == least
    case .left(let relation):
      return costs.left == least && (heads[top] != state.next || relation == relations[top])
    case .right(let relation):
      return costs.right == least
        && (heads[top] != state.onStack(1) || relation == relations[top])
    }
  }
}
