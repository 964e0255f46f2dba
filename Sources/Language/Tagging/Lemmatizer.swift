package import DataFiles

/// Gives words their lemmas and morphological features.
package struct Lemmatizer: Sendable {
  /// Loads the tables of a language.
  package init(_ language: String, data: DataDirectory) throws(DataError) {}

  /// Sets the lemma and the features of every word; tags and tree are there.
  package func lemmatize(_ words: inout [Word]) {
    for index in words.indices { words[index].lemma = words[index].form.lowercased() }
  }
}
