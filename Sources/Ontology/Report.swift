/// One coded act in one sentence: who did what to whom, by which words, and how sure it is.
///
/// A report is what the coder makes and what is stored with all its spans; reports of one dyad, act,
/// status class and day are grouped into an event by the store.
public struct Report: Hashable, Sendable {
  /// `article/sentence/number`, unique within a graph and the same on every run.
  public var id: String
  /// The article's identifier.
  public var article: String
  /// The sentence's number in the article, from 0.
  public var sentence: Int
  /// The sentence as it stands in the article.
  public var text: TextSpan
  /// `id` or `en`.
  public var language: String
  /// The day of the act when the text tells it, else the day of publication, else nil.
  public var date: Day?
  /// Whether `date` was read off the text.
  public var dateIsFromText: Bool
  /// Who acts; several members act together.
  public var actors: [Participant]
  /// To whom; empty when nobody is named.
  public var recipients: [Participant]
  /// The PLOVER event type, which follows from act and status.
  public var type: EventType
  /// What is done or would be done.
  public var act: EventType
  /// The modes of the act, most specific first.
  public var modes: [String]
  /// The contexts of the sentence, in the ontology's order.
  public var contexts: [String]
  /// The CAMEO code where the lexicon knows it.
  public var cameo: String?
  /// How sure it is that the act took place.
  public var status: Status
  /// Whose claim it is.
  public var attributedTo: [ActorKey]
  /// Whether the act binds both sides alike.
  public var reciprocal: Bool
  /// The words that name the act.
  public var trigger: [TextSpan]
  /// From 0 to 1: the coder's estimate that type and both actors are right.
  public var confidence: Double
  /// The rule that fired, `id/light-verb: beri+tuduh`.
  public var rule: String

  /// A report of these parts.
  public init(
    id: String, article: String, sentence: Int, text: TextSpan, language: String, date: Day?,
    dateIsFromText: Bool, actors: [Participant], recipients: [Participant], type: EventType,
    act: EventType, modes: [String], contexts: [String], cameo: String?, status: Status,
    attributedTo: [ActorKey], reciprocal: Bool, trigger: [TextSpan], confidence: Double,
    rule: String
  ) {
    self.id = id
    self.article = article
    self.sentence = sentence
    self.text = text
    self.language = language
    self.date = date
    self.dateIsFromText = dateIsFromText
    self.actors = actors
    self.recipients = recipients
    self.type = type
    self.act = act
    self.modes = modes
    self.contexts = contexts
    self.cameo = cameo
    self.status = status
    self.attributedTo = attributedTo
    self.reciprocal = reciprocal
    self.trigger = trigger
    self.confidence = confidence
    self.rule = rule
  }
}

/// One side of a report: the words that name somebody, and who that is.
public struct Participant: Hashable, Sendable {
  /// The actor's key; nil when no dictionary knows the mention.
  public var key: ActorKey?
  /// The PLOVER sectors of the role in which the actor is named.
  public var sectors: [String]
  /// The short display name, or the words themselves for an unknown actor.
  public var name: String
  /// The words and their place.
  public var mention: TextSpan

  /// A participant of these parts.
  public init(key: ActorKey?, sectors: [String], name: String, mention: TextSpan) {
    self.key = key
    self.sectors = sectors
    self.name = name
    self.mention = mention
  }
}

/// An article with everything that was read off it.
public struct CodedArticle: Sendable {
  /// The article as it was given.
  public var article: Article
  /// The language that was used, `id` or `en`.
  public var language: String
  /// The sentences with their places.
  public var sentences: [TextSpan]
  /// The reports, in the order of the text.
  public var reports: [Report]
  /// What was found but not coded, with the reason.
  public var rejections: [Rejection]

  /// A coded article of these parts.
  public init(
    article: Article, language: String, sentences: [TextSpan], reports: [Report],
    rejections: [Rejection]
  ) {
    self.article = article
    self.language = language
    self.sentences = sentences
    self.reports = reports
    self.rejections = rejections
  }
}

/// A trigger that was seen and not coded.
public struct Rejection: Hashable, Sendable {
  /// The sentence's number in the article, from 0.
  public var sentence: Int
  /// The words that looked like an act.
  public var trigger: TextSpan
  /// A short reason that can be counted: `no recipient`, `no actor with a code`.
  public var reason: String

  /// A rejection of these parts.
  public init(sentence: Int, trigger: TextSpan, reason: String) {
    self.sentence = sentence
    self.trigger = trigger
    self.reason = reason
  }
}
