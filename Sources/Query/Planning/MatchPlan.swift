/// The order in which a pattern is looked for, with conditions where they can first be looked at.
struct MatchPlan: Sendable {
  struct Step: Sendable {
    enum Kind: Sendable {
      /// A node that an earlier clause has found.
      case bound(BoundNode)
      /// Every node with its labels, and with these values of properties.
      case scan(BoundNode, [(key: String, value: BoundExpression)])
      /// A relationship or chain from the node at one end.
      case follow(BoundRelationship, isReversed: Bool)
      /// Shortest chains between two nodes that are there.
      case shortest(BoundRelationship)
      /// A path from its parts.
      case path(BoundPath)
    }

    let kind: Kind
    var filters: [BoundExpression] = []
    /// The places that are filled after this step.
    var filled: Set<Int> = []
  }

  private(set) var steps: [Step] = []
  private var before: Set<Int> = []

  /// The plan of nothing.
  init() {}

  /// Plans a pattern: begins at nodes that are there, else where most is known, and follows
  /// relationships from what is there.
  init(_ pattern: BoundMatch) {
    var filled = Set(pattern.nodes.filter(\.isBound).map(\.slot))
    before = filled
    for node in pattern.nodes where node.isBound { add(.bound(node), &filled, []) }
    var open = pattern.relationships
    var nodes = pattern.nodes.filter { !$0.isBound }
    while !nodes.isEmpty || !open.isEmpty {
      if let index = open.firstIndex(where: { Self.isReady($0, filled) }) {
        let next = open.remove(at: index)
        if next.selector != .all {
          add(.shortest(next), &filled, [next.slot])
        } else {
          let isReversed = !filled.contains(next.left)
          add(.follow(next, isReversed: isReversed), &filled, [next.slot, next.left, next.right])
        }
        nodes.removeAll { filled.contains($0.slot) }
      } else if let index = Self.best(of: nodes, pattern, filled) {
        let node = nodes.remove(at: index)
        let values = Self.values(of: node.slot, pattern.filters, pattern.newSlots, filled)
        add(.scan(node, values), &filled, [node.slot])
      } else {
        break
      }
    }
    for path in pattern.paths { add(.path(path), &filled, [path.slot]) }
    place(pattern.filters, pattern.newSlots)
  }

  /// Whether a place is filled before a step.
  func isFilled(_ slot: Int, before index: Int) -> Bool {
    index == 0 ? before.contains(slot) : steps[index - 1].filled.contains(slot)
  }

  private mutating func add(_ kind: Step.Kind, _ filled: inout Set<Int>, _ slots: [Int]) {
    filled.formUnion(slots)
    steps.append(Step(kind: kind, filled: filled))
  }

  private static func isReady(_ relationship: BoundRelationship, _ filled: Set<Int>) -> Bool {
    let ends = [relationship.left, relationship.right].map(filled.contains)
    return relationship.selector == .all ? ends.contains(true) : !ends.contains(false)
  }

  /// The node to begin at: with known values, else with labels, else the first.
  private static func best(
    of nodes: [BoundNode], _ pattern: BoundMatch, _ filled: Set<Int>
  ) -> Int? {
    nodes.indices.max { left, right in
      func score(_ index: Int) -> Int {
        let known = values(of: nodes[index].slot, pattern.filters, pattern.newSlots, filled)
        return (known.isEmpty ? 0 : 2) + (nodes[index].labels.isEmpty ? 0 : 1)
      }
      return (score(left), -left) < (score(right), -right)
    }
  }

  /// The properties of a node whose values are known when it is looked for.
  private static func values(
    of slot: Int, _ filters: [BoundExpression], _ new: Set<Int>, _ filled: Set<Int>
  ) -> [(key: String, value: BoundExpression)] {
    filters.compactMap { filter in
      guard case .comparison(.equal, let left, let right) = filter else { return nil }
      for (side, other) in [(left, right), (right, left)] {
        guard case .property(.slot(slot), let key, _) = side, let needed = other.slots else {
          continue
        }
        if needed.intersection(new).isSubset(of: filled) { return (key, other) }
      }
      return nil
    }
  }

  /// Puts each condition behind the first step after which all that it speaks of is there.
  private mutating func place(_ filters: [BoundExpression], _ new: Set<Int>) {
    for filter in filters {
      let needed = filter.slots?.intersection(new)
      let index = steps.firstIndex { needed?.isSubset(of: $0.filled) ?? false }
      if !steps.isEmpty { steps[index ?? steps.count - 1].filters.append(filter) }
    }
  }
}
