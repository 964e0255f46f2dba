import Actors
import DataFiles
import Language
import Ontology

/// What the tests of actors share: the dictionary and the finders of both languages, loaded once.
struct Loaded: Sendable {
  let dictionary: ActorDictionary
  let pipelines: [String: LanguagePipeline]
  let finders: [String: MentionFinder]

  static let shared = Result { try Loaded() }

  private init() throws {
    let data = DataDirectory.embedded
    dictionary = try ActorDictionary(data: data, ontology: Ontology(data))
    var pipelines: [String: LanguagePipeline] = [:]
    var finders: [String: MentionFinder] = [:]
    for language in ["id", "en"] {
      pipelines[language] = try LanguagePipeline(language, data: data)
      finders[language] = try MentionFinder(language, dictionary: dictionary, data: data)
    }
    self.pipelines = pipelines
    self.finders = finders
  }

  /// The mentions of a text, resolved within it, sentence by sentence.
  func mentions(_ text: String, _ language: String, on day: Day?) -> [(Sentence, ActorMention)] {
    guard let pipeline = pipelines[language], let finder = finders[language] else { return [] }
    var article = ArticleActors(language, dictionary: dictionary)
    return pipeline.sentences(in: text).flatMap { sentence in
      article.resolve(finder.mentions(in: sentence, on: day), in: sentence).map { (sentence, $0) }
    }
  }

  /// The keys of a text's mentions with the words they stand for: "RUS/GOV/vladimir-putin=Putin".
  func keys(_ text: String, _ language: String, on day: Day? = Day("2024-06-18")) -> [String] {
    mentions(text, language, on: day).compactMap { sentence, mention in
      mention.key.map { key in
        let words = sentence.words[mention.words].map(\.form).joined(separator: " ")
        return "\(key.rawValue)=\(words)"
      }
    }
  }
}
