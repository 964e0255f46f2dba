/// A news article as it is read: its text and what is known about its publication.
public struct Article: Hashable, Sendable {
  /// The identifier that its reports carry; unique within a graph.
  public var id: String
  /// `id` or `en`; nil when it is to be found out.
  public var language: String?
  /// The headline, when it stands apart from the text.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Where it can be read.
  public var url: String?
  /// The day of publication, against which "yesterday" is read.
  public var published: Day?
  /// The text; all offsets of reports count its Unicode scalars.
  public var text: String

  /// An article of these parts.
  public init(
    id: String, language: String? = nil, title: String? = nil, publisher: String? = nil,
    url: String? = nil, published: Day? = nil, text: String
  ) {
    self.id = id
    self.language = language
    self.title = title
    self.publisher = publisher
    self.url = url
    self.published = published
    self.text = text
  }
}

/// A piece of an article's text with its place, in Unicode scalars.
public struct TextSpan: Hashable, Codable, Sendable {
  /// The words as they stand in the article.
  public let text: String
  /// Where they stand: offsets in Unicode scalars into the article's text.
  public let range: Range<Int>

  /// The piece `text` at `range`.
  public init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
