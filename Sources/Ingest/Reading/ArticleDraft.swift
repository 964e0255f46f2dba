import Ontology

/// An article that is being put together from named fields.
struct ArticleDraft {
  /// The fields of an article's header.
  static let names: Set = ["title", "published", "publisher", "language", "url", "id"]

  /// Where it stands, for messages; line 0 for a whole file.
  let path: String
  let line: Int
  /// The file's name without its ending, of which identifiers are made.
  let stem: String
  var id: String?
  var title: String?
  var published: Day?
  var publisher: String?
  var language: String?
  var url: String?
  var text = ""

  init(path: String, line: Int, stem: String) {
    self.path = path
    self.line = line
    self.stem = stem
  }

  /// The identifier that is given; else one of the address, which stays when the text is corrected;
  /// else one of file name and text, which stays when the file is moved.
  private var identifier: String {
    if let id { return id }
    guard let url, let host = url.split(separator: "/").dropFirst().first else {
      return "\(stem)-\(TextHash(text).short)"
    }
    return "\(host)-\(TextHash(url).short)"
  }

  /// Sets a field by its name; an empty value sets nothing.
  ///
  /// - Throws: ``IngestError/malformed(path:line:problem:)`` for a date that is none.
  mutating func set(_ name: String, to value: String) throws(IngestError) {
    guard !value.isEmpty else { return }
    switch name {
    case "id": id = value
    case "title": title = value
    case "publisher": publisher = value
    case "language": language = Self.language(value)
    case "url": url = value
    case "text": text = value
    case "published":
      guard let day = PublicationDate.day(value) else {
        throw .malformed(path: path, line: line, problem: "published is not a date: \(value)")
      }
      published = day
    default: break
    }
  }

  /// The article.
  ///
  /// - Throws: ``IngestError/emptyArticle(path:line:)`` when it has no text.
  func article() throws(IngestError) -> Article {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw .emptyArticle(path: path, line: line)
    }
    return Article(
      id: identifier, language: language, title: title, publisher: publisher, url: url,
      published: published, text: text)
  }

  /// `id` of `id-ID`; Indonesian is also written `in` and `ind`, English `eng`.
  static func language(_ tag: String) -> String? {
    let base = tag.lowercased().prefix { $0.isLetter }
    switch base {
    case "id", "in", "ind": return "id"
    case "en", "eng": return "en"
    default: return base.isEmpty ? nil : String(base)
    }
  }
}
