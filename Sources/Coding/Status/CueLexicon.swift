package import DataFiles

/// Words that tell how sure an act is, and of whom it is told: negation, future, claim, report …
///
/// In: `Data/<language>/cues.tsv`. Out: the cues of a word.
package struct CueLexicon: Sendable {
  /// A class of words; the table's second column.
  package enum Cue: String, CaseIterable, Sendable {
    /// not, never, without; cancelled and failed acts.
    case negation
    /// will, about to, next.
    case future
    /// plans, intends, is scheduled.
    case plan
    /// promises, offers, agrees.
    case promise
    /// if, could, should; requests whose content may never come.
    case hypothetical
    /// is doing, still, continues.
    case ongoing
    /// denies, refutes.
    case deny
    /// says, according to.
    case report
    /// claims, accuses, is suspected of.
    case claim
    /// tries to.
    case attempt
    /// refuses to.
    case refuse
    /// threatens to.
    case threat
    /// asks to.
    case request
    /// has done, after.
    case done
    /// again, resumed.
    case again
  }

  private let cues: [String: [Cue]]

  /// Reads the table.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    let table = try data.table("\(language)/cues.tsv", columns: ["word", "cue", "source"])
    var cues: [String: [Cue]] = [:]
    for row in table.rows {
      guard let cue = Cue(rawValue: row[1]) else {
        throw table.malformed(row, "unknown cue \(row[1])")
      }
      cues[row[0], default: []].append(cue)
    }
    self.cues = cues
  }

  /// The cues of a word of a tree, by its form, else by its lemma.
  package func cues(of word: Int, in view: TreeView) -> [Cue] {
    cues[view.forms[word]] ?? cues[view.lemmas[word]] ?? []
  }
}
