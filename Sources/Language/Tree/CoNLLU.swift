/// Trees as CoNLL-U text, the form in which treebanks and other parsers exchange them.
///
/// Read with ``read(_:)``, write with ``text(of:)``. What a ``Sentence`` holds survives the round
/// trip; the language-specific tag, enhanced dependencies and MISC (but for `SpaceAfter=No`) are
/// not kept, and empty nodes are passed over.
/// - Source: https://universaldependencies.org/format.html
package enum CoNLLU {}

/// Why a text is not CoNLL-U, with the line (from 1).
package enum CoNLLUError: Error, Equatable {
  /// A line breaks the format.
  case malformed(line: Int, problem: String)
}

extension CoNLLUError: CustomStringConvertible {
  /// One line that names the place and what is wrong there.
  package var description: String {
    switch self {
    case .malformed(let line, let problem): "line \(line): \(problem)"
    }
  }
}

extension Sentence {
  /// Whether the heads form one tree: a single root, every word below it.
  package var isTree: Bool {
    guard words.count(where: { $0.head == 0 }) == 1 else { return false }
    var safe = [Bool](repeating: false, count: words.count + 1)
    safe[0] = true
    for start in words.indices {
      var path: [Int] = []
      var number = start + 1
      while !safe[number] {
        guard path.count <= words.count else { return false }
        path.append(number)
        number = words[number - 1].head
        guard number >= 0, number <= words.count else { return false }
      }
      for passed in path { safe[passed] = true }
    }
    return true
  }
}
