public import Ontology

/// An actor as the graph knows it.
public struct StoredActor: Hashable, Sendable {
  /// Its number in this file; other files number it otherwise.
  public let id: Int
  /// Its key; `?/` and the words for an actor that no dictionary knows.
  public let key: ActorKey
  /// The state's or organisation's code; nil for an actor that no dictionary knows.
  public let code: String?
  /// The short name of the English press.
  public let nameEn: String
  /// The short name of the Indonesian press.
  public let nameId: String

  /// The name in `en` or `id`.
  public func name(in language: String) -> String { language == "id" ? nameId : nameEn }
}

/// What an event is, apart from who, to whom and when.
public struct EventKind: Hashable, Sendable {
  /// Its number in this file.
  public let id: Int
  /// What is done or would be done; nil for an imported code that stands for no PLOVER type.
  public let act: EventType?
  /// The PLOVER event type, which follows from act and status.
  public let type: EventType?
  /// The first mode of the act.
  public let mode: String?
  /// How sure it is that the act took place.
  public let status: Status
  /// Whether the act binds both sides alike.
  public let isReciprocal: Bool
  /// The conflict-cooperation score, from −10 to +10.
  public let score: Double
  /// The CAMEO code, or the code that an imported file gave.
  public let code: String?
}

/// One event of the graph, with its actors.
public struct Relation: Hashable, Sendable {
  /// The event's number, by which its evidence is asked for.
  public let id: Int
  /// The day; nil when none is known.
  public let day: Day?
  /// Who acts.
  public let actor: StoredActor
  /// To whom; nil when nobody is named.
  public let recipient: StoredActor?
  /// What the event is.
  public let kind: EventKind
  /// How many reports it rests on.
  public let reports: Int
  /// How many publishers brought them.
  public let publishers: Int
  /// From 0 to 1: the best estimate of its reports; nil when it was imported without one.
  public let confidence: Double?
}

/// Which events are asked for; what is left empty does not restrict.
public struct RelationFilter: Hashable, Sendable {
  /// On which side the actors stand.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// The actors act. A reciprocal event goes out from both its sides.
    case outgoing
    /// The actors are acted upon. A reciprocal event comes in on both its sides.
    case incoming
    /// Either.
    case both
  }

  /// The actors, each with everything below its key.
  public var actors: [ActorKey] = []
  /// Those on the other side, each with everything below its key.
  public var partners: [ActorKey] = []
  /// On which side the actors stand.
  public var direction = Direction.both
  /// Whether keys take in what is below them.
  public var includesDescendants = true
  /// What is done or would be done.
  public var acts: [EventType] = []
  /// The PLOVER event types, which follow from act and status.
  public var types: [EventType] = []
  /// Modes; an event has one, a report may have several.
  public var modes: [String] = []
  /// Statuses.
  public var statuses: [Status] = []
  /// CAMEO or other original codes, each with the codes that begin with it.
  public var codes: [String] = []
  /// The first day.
  public var since: Day?
  /// The last day.
  public var until: Day?
  /// At least so many reports.
  public var minReports = 1
  /// At least so sure, from 0 to 1; events without an estimate pass only 0.
  public var minConfidence = 0.0
  /// Only events with a report of an article in this language.
  public var language: String?
  /// Only events with a report of this publisher.
  public var publisher: String?
  /// Only events of this imported file.
  public var source: String?
  /// Only events whose actors both have codes.
  public var codedOnly = false
  /// At most so many events, the newest; nil for all.
  public var limit: Int?

  /// All events.
  public init() {}

  /// The events of an actor.
  public init(actors: [ActorKey], partners: [ActorKey] = [], limit: Int? = nil) {
    self.actors = actors
    self.partners = partners
    self.limit = limit
  }
}
