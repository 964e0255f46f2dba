import Foundation
public import Ontology

/// Reads articles out of files, folders and standard input, one at a time.
///
/// In: ``ArticleInput``s. Out: an ``Article`` or an ``IngestError`` at a time, in the order of the
/// inputs; after an error the reading goes on with what follows. Each format has a file of its own
/// here; ``ByteSource`` is where their bytes come from.
public struct ArticleReader {
  private var inputs: ArraySlice<ArticleInput>
  private let defaults: ArticleDefaults
  private var stream: (any ArticleStream)?
  private var current = InputCount()

  /// Of one input: what it is called and how many articles came out of it.
  private struct InputCount {
    var name = ""
    var articles = 0
  }

  /// The inputs out of which no article came, by name; complete at the end.
  public private(set) var barren: [String] = []

  /// A reader of these inputs.
  ///
  /// - Parameter defaults: what holds for an article that does not say it itself.
  public init(_ inputs: [ArticleInput], defaults: ArticleDefaults = ArticleDefaults()) {
    self.inputs = inputs[...]
    self.defaults = defaults
  }

  /// The next article or what is wrong in its place; nil at the end.
  public mutating func next() -> Result<Article, IngestError>? {
    while true {
      if let outcome = stream?.next() {
        if case .success(let article) = outcome {
          current.articles += 1
          return .success(defaults.filling(article))
        }
        return outcome
      }
      closeInput()
      guard let input = inputs.popFirst() else { return nil }
      current.name = input.name
      do throws(IngestError) {
        stream = try input.open()
      } catch {
        stream = nil
        return .failure(error)
      }
    }
  }

  private mutating func closeInput() {
    if !current.name.isEmpty, current.articles == 0 { barren.append(current.name) }
    current = InputCount()
    stream = nil
  }
}

/// What holds for every article that does not say it itself.
public struct ArticleDefaults: Sendable {
  /// Who published it.
  public var publisher: String?
  /// The day of publication.
  public var published: Day?
  /// `id` or `en`.
  public var language: String?

  /// Defaults of these values.
  public init(publisher: String? = nil, published: Day? = nil, language: String? = nil) {
    self.publisher = publisher
    self.published = published
    self.language = language
  }

  func filling(_ article: Article) -> Article {
    var article = article
    article.publisher = article.publisher ?? publisher
    article.published = article.published ?? published
    article.language = article.language ?? language
    return article
  }
}

/// One source of articles that is being read.
protocol ArticleStream {
  /// The next article or what is wrong in its place; nil at the end.
  mutating func next() -> Result<Article, IngestError>?
}

/// A stream of what was read at once.
struct ReadyArticles: ArticleStream {
  private var outcomes: ArraySlice<Result<Article, IngestError>>

  init(_ outcomes: [Result<Article, IngestError>]) {
    self.outcomes = outcomes[...]
  }

  mutating func next() -> Result<Article, IngestError>? { outcomes.popFirst() }
}
