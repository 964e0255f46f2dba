import Actors
import DataFiles
import Language
import Ontology

/// Loading the dictionary of actors, and finding and resolving mentions in the sample articles.
enum ActorBenchmark {
  static let all: [(name: String, run: @Sendable () throws -> Int)] = [
    ("actors-load", load), ("actors-mentions-id", { try mentions("id") }),
    ("actors-mentions-en", { try mentions("en") }),
  ]

  @Sendable private static func load() throws -> Int {
    let ontology = try Ontology(.embedded)
    return try ActorDictionary(data: .embedded, ontology: ontology).persons.count
  }

  /// Words whose mentions are found and resolved; the trees are made before the clock of a run.
  private static func mentions(_ language: String) throws -> Int {
    let prepared = try Prepared.of(language)
    var words = 0
    for _ in 0..<20 {
      var article = ArticleActors(language, dictionary: prepared.dictionary)
      for sentence in prepared.sentences {
        _ = article.resolve(prepared.finder.mentions(in: sentence, on: nil), in: sentence)
        words += sentence.words.count
      }
    }
    return words
  }

  /// The trees of a language's samples with a finder, made once.
  private struct Prepared: Sendable {
    let dictionary: ActorDictionary
    let finder: MentionFinder
    let sentences: [Sentence]

    private static let english = Result { try Prepared("en") }
    private static let indonesian = Result { try Prepared("id") }

    static func of(_ language: String) throws -> Prepared {
      try language == "id" ? indonesian.get() : english.get()
    }

    private init(_ language: String) throws {
      let data = DataDirectory.embedded
      dictionary = try ActorDictionary(data: data, ontology: Ontology(data))
      finder = try MentionFinder(language, dictionary: dictionary, data: data)
      let paths = DataDirectory.embeddedPaths.filter {
        $0.hasPrefix("samples/\(language)") && $0.hasSuffix(".txt")
      }
      let text = try paths.map(data.text).joined(separator: "\n")
      sentences = try LanguagePipeline(language, data: data).sentences(in: text)
    }
  }
}
