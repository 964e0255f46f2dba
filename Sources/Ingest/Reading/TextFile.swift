import Ontology

/// A text file that holds one article.
///
/// It may begin with lines `title:`, `published:`, `publisher:`, `language:`, `url:` and `id:`, in any
/// order and ended by a blank line; without them the whole file is the text.
enum TextFile {
  /// Reads the article of a file.
  static func read(_ source: ByteSource) -> Result<Article, IngestError> {
    Result { () throws(IngestError) in
      let text = try source.text()
      let (fields, body) = header(of: text)
      var draft = ArticleDraft(path: source.path, line: 0, stem: source.stem)
      for (name, value) in fields { try draft.set(name, to: value) }
      draft.text = String(body)
      return try draft.article()
    }
  }

  /// The block of named lines above the first blank line, and the text below it.
  static func header(of text: String) -> (fields: [(String, String)], body: Substring) {
    var fields: [(String, String)] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: \.isNewline) {
      let line = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if line.allSatisfy(\.isWhitespace), !fields.isEmpty { return (fields, rest) }
      guard let colon = line.firstIndex(of: ":"),
        ArticleDraft.names.contains(line[..<colon].lowercased())
      else { return ([], text[...]) }
      let value = line[line.index(after: colon)...].trimmed
      fields.append((line[..<colon].lowercased(), String(value)))
    }
    return ([], text[...])
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmed: SubSequence {
    let tail = drop(while: \.isWhitespace)
    let end = tail.lastIndex { !$0.isWhitespace }.map { tail.index(after: $0) }
    return tail[..<(end ?? tail.startIndex)]
  }
}
