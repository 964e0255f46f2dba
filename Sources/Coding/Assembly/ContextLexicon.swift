import Language
import DataFiles
import Ontology

/// The PLOVER contexts of a sentence, by the words that stand for them.
///
/// In: `Data/<language>/contexts.tsv`. Out: contexts in the ontology's order.
struct ContextLexicon: Sendable {
  private let byWord: [String: [Int]]
  private let names: [String]

  init(_ language: String, ontology: Ontology, data: DataDirectory) throws(DataError) {
    names = ontology.contexts
    let table = try data.table("\(language)/contexts.tsv", columns: ["context", "word", "source"])
    var byWord: [String: [Int]] = [:]
    for row in table.rows {
      guard let number = names.firstIndex(of: row[0]) else {
        throw table.malformed(row, "unknown context \(row[0])")
      }
      byWord[row[1], default: []].append(number)
    }
    self.byWord = byWord
  }

  /// The contexts of a sentence; two words that stand together may name one.
  func contexts(of view: TreeView) -> [String] {
    var found: Set<Int> = []
    for index in 0..<view.count {
      found.formUnion(byWord[view.forms[index]] ?? byWord[view.lemmas[index]] ?? [])
      if index + 1 < view.count {
        found.formUnion(byWord["\(view.forms[index]) \(view.forms[index + 1])"] ?? [])
      }
    }
    return found.sorted().map { names[$0] }
  }
}
