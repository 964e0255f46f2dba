package import DataFiles
import Language
package import Ontology

/// The triggers of a language and their frames.
///
/// In: `Data/<language>/frames.tsv`. Out: the frames whose guards hold for a word of a tree. Read
/// ``Frame`` for what a line says.
package struct FrameLexicon: Sendable {
  /// All frames, in the table's order.
  package let frames: [Frame]
  private let byWord: [String: [Int]]

  /// The columns of the table.
  package static let columns = [
    "lemma", "pos", "forms", "guard", "recipient", "act", "mode", "cameo", "example", "source",
  ]

  /// Reads the table and checks every code against the ontology.
  package init(
    _ language: String, ontology: Ontology, data: DataDirectory
  ) throws(DataError) {
    let table = try data.table("\(language)/frames.tsv", columns: Self.columns)
    var frames: [Frame] = []
    var byWord: [String: [Int]] = [:]
    for row in table.rows {
      for word in Set([row[0]] + row[2].split(separator: " ").map(String.init)) {
        byWord[word, default: []].append(frames.count)
      }
      frames.append(try Self.frame(row, of: table, ontology: ontology))
    }
    self.frames = frames
    self.byWord = byWord
  }

  private static func frame(
    _ row: DataTable.Row, of table: DataTable, ontology: Ontology
  ) throws(DataError) -> Frame {
    guard let kind = Frame.Kind(rawValue: row[1]) else {
      throw table.malformed(row, "expected V or N, found \(row[1])")
    }
    var guards: [FrameGuard] = []
    for atom in row[3].split(separator: " ") {
      guard let condition = FrameGuard(atom) else {
        throw table.malformed(row, "cannot read the guard \(atom)")
      }
      guards.append(condition)
    }
    let act = EventType(rawValue: row[5])
    guard act != nil || row[5] == "-" else { throw table.malformed(row, "unknown act \(row[5])") }
    guard row[6].isEmpty || act.map({ ontology.modes[$0, default: []].contains(row[6]) }) == true
    else { throw table.malformed(row, "unknown mode \(row[6])") }
    guard row[7].isEmpty || ontology.cameo[row[7]] != nil else {
      throw table.malformed(row, "unknown CAMEO code \(row[7])")
    }
    return Frame(
      lemma: row[0], kind: kind, guards: guards,
      recipient: row[4].split(separator: "|").map(String.init), act: act, mode: row[6],
      cameo: row[7], example: row[8], line: row.line)
  }

  /// Whether any frame stands under a word.
  package func knows(_ word: String) -> Bool { byWord[word] != nil }

  /// The rows under a form and under its lemma, each once, in the table's order.
  private func keys(of form: String, _ lemma: String) -> [Int] {
    let byForm = byWord[form] ?? []
    guard form != lemma, let byLemma = byWord[lemma] else { return byForm }
    return byForm.isEmpty ? byLemma : Array(Set(byForm).union(byLemma)).sorted()
  }

  /// The frames of a word: first those whose guards hold, the most specific first, then the others.
  ///
  /// - Returns: the frames, and how many of them hold.
  package func matches(at word: Int, in view: TreeView) -> (frames: [Frame], held: Int) {
    let keys = keys(of: view.forms[word], view.lemmas[word])
    guard !keys.isEmpty else { return ([], 0) }
    let around = Surroundings(of: word, in: view)
    var held: [Frame] = []
    var others: [Frame] = []
    for frame in keys.map({ frames[$0] }) {
      if frame.guards.allSatisfy(around.fulfils) {
        held.append(frame)
      } else {
        others.append(frame)
      }
    }
    let ordered = held.enumerated().sorted {
      ($1.element.guards.count, $0.offset) < ($0.element.guards.count, $1.offset)
    }
    return (ordered.map(\.element) + others, held.count)
  }
}

/// The words with which a trigger stands: its children, their modifiers, and the words that follow.
struct Surroundings {
  private let words: Set<String>
  private let hasClause: Bool
  private let hasObject: Bool

  init(of word: Int, in view: TreeView) {
    var near: Set<String> = []
    func take(_ index: Int) {
      near.insert(view.forms[index])
      near.insert(view.lemmas[index])
    }
    for child in view.children(of: word) {
      take(child)
      for grandchild in view.children(of: child)
      where ["compound", "amod", "flat", "nmod", "conj"].contains(view.baseRelation(grandchild)) {
        take(grandchild)
      }
    }
    for index in (word + 1)..<min(view.count, word + 4) where index > word { take(index) }
    if view.upos(word) == .noun, view.heads[word] >= 0, view.upos(view.heads[word]) == .verb {
      take(view.heads[word])
    }
    words = near
    let relations = view.children(of: word).map { view.baseRelation($0) }
    hasClause = relations.contains("ccomp") || relations.contains("xcomp")
    hasObject = relations.contains("obj")
  }

  func fulfils(_ condition: FrameGuard) -> Bool {
    switch condition.kind {
    case .needs: condition.words.contains { words.contains($0) }
    case .forbids: !condition.words.contains { words.contains($0) }
    case .clause: hasClause
    case .intransitive: !hasObject
    }
  }
}
