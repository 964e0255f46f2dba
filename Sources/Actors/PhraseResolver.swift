public import DataFiles
import Language
public import Ontology

/// Resolves a phrase that stands alone, as `kawat actors resolve` reads it.
///
/// In: "the Saudi National Guard", a day when one is known. Out: the ``ActorMention`` that the
/// phrase is about, or nil.
public struct PhraseResolver: Sendable {
  private let dictionary: ActorDictionary
  private let pipelines: [String: LanguagePipeline]
  private let finders: [String: MentionFinder]

  /// Loads the models and finders of both languages.
  ///
  /// - Throws: ``DataError`` when a data file is missing or malformed.
  public init(
    dictionary: ActorDictionary, data: DataDirectory, labels: String = "en"
  ) throws(DataError) {
    self.dictionary = dictionary
    var pipelines: [String: LanguagePipeline] = [:]
    var finders: [String: MentionFinder] = [:]
    for language in ActorTables.languages {
      pipelines[language] = try LanguagePipeline(language, data: data)
      finders[language] = try MentionFinder(
        language, dictionary: dictionary, data: data, labels: labels)
    }
    self.pipelines = pipelines
    self.finders = finders
  }

  /// Whom a phrase names; nil when the dictionary knows nobody in it.
  ///
  /// - Parameter language: `en` or `id`; anything else is read as English.
  public func resolve(_ text: String, language: String, on day: Day?) -> ActorMention? {
    let language = pipelines[language] == nil ? "en" : language
    guard let pipeline = pipelines[language], let finder = finders[language] else { return nil }
    var all: [ActorMention] = []
    for sentence in pipeline.sentences(in: text) {
      let mentions = finder.mentions(in: sentence, on: day)
      all += mentions.filter { $0.kind != .unknown && $0.kind != .reference }
    }
    return best(of: all)
  }

  /// The first mention with a key; a role without a state takes the state named beside it.
  private func best(of mentions: [ActorMention]) -> ActorMention? {
    guard let first = mentions.first else { return nil }
    if first.key != nil, !first.sectors.isEmpty || mentions.count == 1 { return first }
    guard first.key == nil else {
      return first
    }
    guard let owner = mentions.first(where: { $0.key != nil }), let key = owner.key else {
      return first
    }
    var joined = first
    joined.key = ActorKey(code: key.code, sectors: Array(first.sectors.prefix(1)))
    joined.name = dictionary.displayName(of: key.code, language: "en") ?? key.code
    joined.reason += "; \(owner.reason)"
    return joined
  }
}
