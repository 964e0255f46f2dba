public import Ontology

extension Graph {
  /// One event between two actors: reports of one dyad, act, status class and day.
  public struct Event: Hashable, Sendable {
    /// The event's identifier, unique in the graph.
    public var id: String
    /// The position of the actor in the graph's nodes.
    public var source: Int
    /// The position of the recipient in the graph's nodes.
    public var target: Int
    /// The day, when it is known.
    public var day: Day?
    /// The PLOVER event type.
    public var type: EventType
    /// What is done or would be done.
    public var act: EventType
    /// The modes of the act, most specific first.
    public var modes: [String]
    /// The contexts.
    public var contexts: [String]
    /// How sure it is that it took place.
    public var status: Status
    /// The CAMEO code, where one is known.
    public var cameo: String?
    /// The PLOVER score.
    public var score: Double
    /// Whether it binds both sides alike.
    public var reciprocal: Bool
    /// How many sentences report it.
    public var reports: Int
    /// How many publishers report it.
    public var publishers: Int
    /// How many articles report it.
    public var articles: Int
    /// The sentence that is shown as its evidence, and where it stands.
    public var evidence: Evidence

    /// An event of these parts.
    public init(
      id: String, source: Int, target: Int, day: Day?, type: EventType, act: EventType,
      modes: [String] = [], contexts: [String] = [], status: Status = .happened,
      cameo: String? = nil, score: Double = 0, reciprocal: Bool = false, reports: Int = 1,
      publishers: Int = 1, articles: Int = 1, evidence: Evidence = Evidence()
    ) {
      self.id = id
      self.source = source
      self.target = target
      self.day = day
      self.type = type
      self.act = act
      self.modes = modes
      self.contexts = contexts
      self.status = status
      self.cameo = cameo
      self.score = score
      self.reciprocal = reciprocal
      self.reports = reports
      self.publishers = publishers
      self.articles = articles
      self.evidence = evidence
    }
  }

  /// The sentence by which an event is known.
  public struct Evidence: Hashable, Sendable {
    /// The sentence.
    public var text: String
    /// The identifier of its article; empty where there is none.
    public var article: String
    /// The sentence's number in the article, from 0.
    public var sentence: Int
    /// Who published it; empty where that is not known.
    public var publisher: String
    /// Where it can be read; empty where that is not known.
    public var url: String
    /// The language of the sentence, `id` or `en`; empty where that is not known.
    public var language: String
    /// The day of publication, when it is known.
    public var published: Day?

    /// The evidence of these parts.
    public init(
      text: String = "", article: String = "", sentence: Int = 0, publisher: String = "",
      url: String = "", language: String = "", published: Day? = nil
    ) {
      self.text = text
      self.article = article
      self.sentence = sentence
      self.publisher = publisher
      self.url = url
      self.language = language
      self.published = published
    }
  }
}
