public import Ontology

/// What a report page tells of an actor.
///
/// In: figures and sentences that somebody read from a store. Out: itself; ``ReportPage`` makes the
/// page. Read ``ReportPage`` next.
public struct ReportFacts: Hashable, Sendable {
  /// Which way a relation goes, seen from the actor.
  public enum Direction: String, Hashable, Sendable {
    /// The actor acts.
    case outgoing
    /// The actor is acted upon.
    case incoming
    /// Both sides act alike.
    case mutual
  }

  /// All that goes one way between the actor and a partner.
  public struct Tie: Hashable, Sendable {
    /// The partner's name.
    public var partner: String
    /// Which way it goes.
    public var direction: Direction
    /// The strongest relation's verb: "supports".
    public var verb: String
    /// The reports of the strongest relation.
    public var verbReports: Int
    /// All relations with their reports, the strongest first: "supports (12), visits (3)".
    public var details: String
    /// The reports of all relations.
    public var reports: Int
    /// The quad class of the strongest relation.
    public var quad: QuadClass
    /// The status class of the strongest relation.
    public var status: StatusClass

    /// A tie of these parts.
    public init(
      partner: String, direction: Direction, verb: String, verbReports: Int, details: String,
      reports: Int, quad: QuadClass, status: StatusClass
    ) {
      self.partner = partner
      self.direction = direction
      self.verb = verb
      self.verbReports = verbReports
      self.details = details
      self.reports = reports
      self.quad = quad
      self.status = status
    }
  }

  /// A partner in figures.
  public struct Partner: Hashable, Sendable {
    /// The partner's name.
    public var name: String
    /// The events of each quad class, from 1 to 4.
    public var events: [Int]
    /// The mean score of the events.
    public var score: Double
    /// The day of the newest event that has one.
    public var last: Day?

    /// A partner of these parts.
    public init(name: String, events: [Int], score: Double, last: Day?) {
      self.name = name
      self.events = events
      self.score = score
      self.last = last
    }
  }

  /// A day's events of one quad class.
  public struct Tally: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The quad class.
    public var quad: QuadClass
    /// How many.
    public var events: Int

    /// A tally of these parts.
    public init(day: Day, quad: QuadClass, events: Int) {
      self.day = day
      self.quad = quad
      self.events = events
    }
  }

  /// A relation with the sentence that tells it.
  public struct Told: Hashable, Sendable {
    /// The day, when it is known.
    public var day: Day?
    /// Who acts.
    public var actor: String
    /// What is done: "plans to visit".
    public var verb: String
    /// To whom; empty when nobody is named.
    public var recipient: String
    /// The quad class.
    public var quad: QuadClass
    /// How sure it is.
    public var status: Status
    /// How many reports.
    public var reports: Int
    /// Where the sentence was published.
    public var evidence: Graph.Evidence
    /// The sentence with the words that name actor, act and recipient.
    public var sentence: MarkedSentence

    /// A told relation of these parts.
    public init(
      day: Day?, actor: String, verb: String, recipient: String, quad: QuadClass, status: Status,
      reports: Int, evidence: Graph.Evidence, sentence: MarkedSentence
    ) {
      self.day = day
      self.actor = actor
      self.verb = verb
      self.recipient = recipient
      self.quad = quad
      self.status = status
      self.reports = reports
      self.evidence = evidence
      self.sentence = sentence
    }
  }

  /// The actor's name.
  public var name: String
  /// How many events.
  public var events: Int
  /// How many reports of them.
  public var reports: Int
  /// The ties to partners, the strongest first.
  public var ties: [Tie]
  /// The partners, those with the most events first.
  public var partners: [Partner]
  /// The events by day, in any order.
  public var tallies: [Tally]
  /// The newest relations.
  public var newest: [Told]

  /// Facts of these parts.
  public init(
    name: String, events: Int, reports: Int, ties: [Tie], partners: [Partner], tallies: [Tally],
    newest: [Told]
  ) {
    self.name = name
    self.events = events
    self.reports = reports
    self.ties = ties
    self.partners = partners
    self.tallies = tallies
    self.newest = newest
  }
}
