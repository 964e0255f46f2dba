package import DataFiles

/// Finds what forms of one word share and how they differ, by the spelling alone.
package struct Stemmer: Sendable {
  /// A stemmer that knows no affixes.
  package init() {}

  /// Loads the affixes of a language.
  ///
  /// - Throws: ``DataError`` when a table is missing or malformed.
  package init(_ language: String, data: DataDirectory) throws(DataError) {}

  /// The codes of a form's stem and affixes for the models.
  package func code(_ form: String) -> StemCode { StemCode() }
}
