/// What a parsing decision looks at. `s0 s1 s2`: the stack from its top; `b0 … b3`: the words ahead.
///
/// After the node's name: `W` word, `T` tag, `E` ends (prefix and suffix), `M` stem, `A` affixes,
/// `C` capital, `R` relation, `V` number of children, `L` and `S` the relations of the left and
/// right children. Children: `l` and `r` outermost, `ll` and `rr` second. Training and use fill the
/// same ``ParserFrame``; the templates stand in `ParserTemplates.swift`.
enum ParserAtom: Int, CaseIterable {
  case none
  case s0W, s1W, s2W, b0W, b1W, b2W
  case s0T, s1T, s2T, b0T, b1T, b2T, b3T
  case s0E, s1E, b0E, s0M, s1M, b0M, s0A, s1A, b0A
  case s0C, s1C, b0C
  case s0lT, s0lW, s0lR, s0llT, s0rT, s0rW, s0rR, s0rrT
  case b0lT, b0lW, b0lR, b0llT, s1lT, s1rT, s1rW, s1rR
  case s0V, s1V, b0V, s0L, s0S, b0L, s1L, s1S
  case gap, gap1, between, between1
  case s0beforeT, s0afterT, b0beforeT, s1afterT, s1beforeT
  case style
}

/// The scratch space in which the features of one decision are gathered.
package struct ParserFrame {
  private var atoms = [UInt64](repeating: 0, count: ParserAtom.allCases.count)
  /// The features' hashes, ``count(styles:)`` of them.
  package var features = [UInt64](repeating: 0, count: ParserTemplates.all.count)

  /// Empty scratch space.
  package init() {}

  /// How many of the templates are in use: those that ask for the house style come last and are
  /// left out where a language has one style alone.
  package static func count(styles: Int) -> Int {
    styles > 1 ? ParserTemplates.all.count : ParserTemplates.plain.count
  }

  /// Gathers the features of a state.
  package mutating func fill(_ state: ParserState, style: UInt64) {
    let s0 = state.onStack(0)
    let s1 = state.onStack(1)
    let b0 = state.ahead(0)
    state.nodes.withUnsafeBufferPointer { nodes in
      fillNodes(nodes, s0, s1, b0)
      fillFar(nodes, state)
      fillChildren(nodes, s0, s1, b0)
      fillSurroundings(nodes, s0, s1, b0)
    }
    set(.style, style + 1)
    hashAll(ParserTemplates.all, atoms: atoms, into: &features)
  }

  @inline(__always)
  private mutating func set(_ atom: ParserAtom, _ value: UInt64) {
    atoms[atom.rawValue] = value
  }

  @inline(__always)
  private mutating func fillNodes(
    _ nodes: UnsafeBufferPointer<ParserState.Node>, _ s0: Int, _ s1: Int, _ b0: Int
  ) {
    set(.s0W, nodes[s0].word)
    set(.s1W, nodes[s1].word)
    set(.b0W, nodes[b0].word)
    set(.s0T, nodes[s0].tag)
    set(.s1T, nodes[s1].tag)
    set(.b0T, nodes[b0].tag)
    set(.s0E, nodes[s0].ends)
    set(.s1E, nodes[s1].ends)
    set(.b0E, nodes[b0].ends)
    set(.s0M, nodes[s0].stem)
    set(.s1M, nodes[s1].stem)
    set(.b0M, nodes[b0].stem)
    set(.s0A, nodes[s0].affix)
    set(.s1A, nodes[s1].affix)
    set(.b0A, nodes[b0].affix)
    set(.s0C, nodes[s0].capital)
    set(.s1C, nodes[s1].capital)
    set(.b0C, nodes[b0].capital)
  }

  @inline(__always)
  private mutating func fillFar(
    _ nodes: UnsafeBufferPointer<ParserState.Node>, _ state: ParserState
  ) {
    let s2 = state.onStack(2)
    let b1 = state.ahead(1)
    let b2 = state.ahead(2)
    set(.s2W, nodes[s2].word)
    set(.s2T, nodes[s2].tag)
    set(.b1W, nodes[b1].word)
    set(.b1T, nodes[b1].tag)
    set(.b2W, nodes[b2].word)
    set(.b2T, nodes[b2].tag)
    set(.b3T, nodes[state.ahead(3)].tag)
  }

  @inline(__always)
  private mutating func fillChildren(
    _ nodes: UnsafeBufferPointer<ParserState.Node>, _ s0: Int, _ s1: Int, _ b0: Int
  ) {
    let (top, below, ahead) = (nodes[s0], nodes[s1], nodes[b0])
    set(.s0lT, nodes[top.left1].tag)
    set(.s0lW, nodes[top.left1].word)
    set(.s0lR, UInt64(nodes[top.left1].relation))
    set(.s0llT, nodes[top.left2].tag)
    set(.s0rT, nodes[top.right1].tag)
    set(.s0rW, nodes[top.right1].word)
    set(.s0rR, UInt64(nodes[top.right1].relation))
    set(.s0rrT, nodes[top.right2].tag)
    set(.b0lT, nodes[ahead.left1].tag)
    set(.b0lW, nodes[ahead.left1].word)
    set(.b0lR, UInt64(nodes[ahead.left1].relation))
    set(.b0llT, nodes[ahead.left2].tag)
    set(.s1lT, nodes[below.left1].tag)
    set(.s1rT, nodes[below.right1].tag)
    set(.s1rW, nodes[below.right1].word)
    set(.s1rR, UInt64(nodes[below.right1].relation))
    set(.s0V, UInt64(min(top.lefts, 4) * 8 + min(top.rights, 4)))
    set(.s1V, s1 == 0 ? 99 : UInt64(min(below.lefts, 4) * 8 + min(below.rights, 4)))
    set(.b0V, b0 == 0 ? 9 : UInt64(min(ahead.lefts, 4)))
    set(.s0L, top.leftRelations)
    set(.s0S, top.rightRelations)
    set(.b0L, ahead.leftRelations)
    set(.s1L, below.leftRelations)
    set(.s1S, below.rightRelations)
  }

  @inline(__always)
  private mutating func fillSurroundings(
    _ nodes: UnsafeBufferPointer<ParserState.Node>, _ s0: Int, _ s1: Int, _ b0: Int
  ) {
    set(.gap, b0 == 0 ? 0 : Self.binned(b0 - s0))
    set(.gap1, s1 == 0 ? 0 : Self.binned(s0 - s1))
    set(.between, b0 == 0 ? 0 : Self.tags(nodes, s0 + 1, b0))
    set(.between1, s1 == 0 ? 0 : Self.tags(nodes, s1 + 1, s0))
    set(.s0beforeT, nodes[s0 > 2 ? s0 - 1 : 0].tag)
    set(.s0afterT, nodes[s0 > 1 && s0 + 1 < nodes.count ? s0 + 1 : 0].tag)
    set(.b0beforeT, nodes[b0 > 2 ? b0 - 1 : 0].tag)
    set(.s1afterT, nodes[s1 > 1 && s1 + 1 < nodes.count ? s1 + 1 : 0].tag)
    set(.s1beforeT, nodes[s1 > 2 ? s1 - 1 : 0].tag)
  }

  private static func binned(_ distance: Int) -> UInt64 {
    distance > 10 ? 7 : distance > 6 ? 6 : distance > 4 ? 5 : UInt64(distance)
  }

  /// The set of tags of the nodes from `start` up to `end`; of the 40 before `end` when more.
  @inline(__always)
  private static func tags(
    _ nodes: UnsafeBufferPointer<ParserState.Node>, _ start: Int, _ end: Int
  ) -> UInt64 {
    var set: UInt64 = 0
    for place in max(start, end - 40)..<max(end, start) { set |= 1 << (nodes[place].tag & 63) }
    return set
  }
}
