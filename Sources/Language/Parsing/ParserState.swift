/// A state of the arc-hybrid parser: a stack, the rest of the sentence, and the arcs so far.
///
/// Nodes: 0 is nothing (what stands where no word is), 1 the root, word *i* (from 0) is *i* + 2.
/// - Source: Kuhlmann, Gómez-Rodríguez and Satta 2011, with the root at the stack's bottom.
package struct ParserState {
  /// What a state knows of a node.
  package struct Node {
    // Fixed while a sentence is parsed.
    var word: UInt64 = 0, ends: UInt64 = 0, stem: UInt64 = 0, affix: UInt64 = 0
    var tag: UInt64 = 0, capital: UInt64 = 0
    // What the arcs say: the head, the relation (+ 1, 0 for none), the outer children on both
    // sides, how many children there are, and the set of their relations.
    var head = 0, relation = 0
    var left1 = 0, left2 = 0, right1 = 0, right2 = 0
    var lefts = 0, rights = 0
    var leftRelations: UInt64 = 0, rightRelations: UInt64 = 0
  }

  /// The nodes: nothing, the root, then the words.
  package private(set) var nodes: [Node] = []
  /// The stack, its top last.
  package private(set) var stack: [Int] = []
  /// The first node of the rest of the sentence.
  package private(set) var next = 2

  /// An empty state.
  package init() {}

  /// Begins a sentence whose words are tagged.
  package mutating func start(_ sentence: EncodedSentence) {
    nodes.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    nodes.append(Node(word: 1, tag: 61, capital: 2, relation: 255))
    nodes.append(Node(word: 2, tag: 62, capital: 2))
    for index in 0..<sentence.count {
      let spelling = sentence.spelling(index)
      let stem = sentence.stem(index)
      nodes.append(
        Node(
          word: spelling.word, ends: spelling.suffix3 &* 0x1_0000_01b3 ^ spelling.prefix2,
          stem: stem.root, affix: stem.affixes, tag: UInt64(sentence.tags[index]),
          capital: spelling.capital))
    }
    stack.append(1)
    next = 2
  }

  /// Whether every word has its head.
  package var isFinal: Bool { next == nodes.count && stack.count == 1 }
  /// Whether the next word can go on the stack.
  package var canShift: Bool { next < nodes.count }
  /// Whether the stack's top can become a child of the next word.
  package var canAttachLeft: Bool { next < nodes.count && stack.count > 1 }
  /// Whether the stack's top can become a child of what lies below it; of the root only at the end,
  /// so that there is one root.
  package var canAttachRight: Bool {
    stack.count > 2 || (stack.count == 2 && next == nodes.count)
  }

  /// The node `depth` below the stack's top; 0 when there is none.
  @inline(__always)
  package func onStack(_ depth: Int) -> Int {
    stack.count > depth ? stack[stack.count - 1 - depth] : 0
  }

  /// The node `offset` words into the rest of the sentence; 0 when there is none.
  @inline(__always)
  package func ahead(_ offset: Int) -> Int {
    next + offset < nodes.count ? next + offset : 0
  }

  /// Does what a transition says; it must be possible.
  package mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(next)
      next += 1
    case .left(let relation):
      attach(stack.removeLast(), to: next, relation)
    case .right(let relation):
      let child = stack.removeLast()
      attach(child, to: onStack(0), relation)
    }
  }

  private mutating func attach(_ child: Int, to head: Int, _ relation: Int) {
    nodes[child].head = head
    nodes[child].relation = relation + 1
    let bit: UInt64 = 1 << UInt64(relation % 61)
    if child < head {
      nodes[head].left2 = nodes[head].left1
      nodes[head].left1 = child
      nodes[head].lefts += 1
      nodes[head].leftRelations |= bit
    } else {
      nodes[head].right2 = nodes[head].right1
      nodes[head].right1 = child
      nodes[head].rights += 1
      nodes[head].rightRelations |= bit
    }
  }

  /// The head (0 for the root, words from 1) and the relation's number of the word at `index`.
  package func arc(_ index: Int) -> (head: Int, relation: Int) {
    let node = nodes[index + 2]
    return (node.head - 1, node.relation - 1)
  }
}

/// A step of the parser; the number names a relation.
package enum Transition: Hashable, Sendable {
  /// The next word goes on the stack.
  case shift
  /// The stack's top becomes a child of the next word.
  case left(Int)
  /// The stack's top becomes a child of what lies below it.
  case right(Int)

  /// The transition with this number among those for `relations` relations.
  @inline(__always)
  package init(number: Int, relations: Int) {
    self =
      number == 0
      ? .shift : number <= relations ? .left(number - 1) : .right(number - 1 - relations)
  }

  /// The number by which weights name the transition.
  @inline(__always)
  package func number(relations: Int) -> Int {
    switch self {
    case .shift: 0
    case .left(let relation): 1 + relation
    case .right(let relation): 1 + relations + relation
    }
  }
}
