public import Ontology

extension Graph {
  /// A relation: all events of one actor, recipient, act, mode and status class.
  public struct Edge: Hashable, Sendable {
    /// The position of the actor in the graph's nodes.
    public var source: Int
    /// The position of the recipient in the graph's nodes.
    public var target: Int
    /// What is done or would be done.
    public var act: EventType
    /// The mode that gives the relation its verb; empty where the act alone does.
    public var mode: String
    /// How sure it is that it was done.
    public var status: StatusClass
    /// How many events.
    public var events: Int
    /// How many reports of them.
    public var reports: Int
    /// How many of the events bind both sides alike.
    public var reciprocal: Int
    /// The PLOVER score, from −10 to +10.
    public var score: Double
    /// The day of the first event that has one.
    public var first: Day?
    /// The day of the last event that has one.
    public var last: Day?
    /// The sentence of the newest report.
    public var evidence: String
    /// Where the newest report can be read; empty where that is not known.
    public var url: String
    /// When the relation held, in order and without overlaps; empty when not asked for.
    public var spells: [ClosedRange<Day>]

    /// An edge of these parts.
    public init(
      source: Int, target: Int, act: EventType, mode: String = "", status: StatusClass = .actual,
      events: Int = 1, reports: Int = 1, reciprocal: Int = 0, score: Double = 0,
      first: Day? = nil, last: Day? = nil, evidence: String = "", url: String = "",
      spells: [ClosedRange<Day>] = []
    ) {
      self.source = source
      self.target = target
      self.act = act
      self.mode = mode
      self.status = status
      self.events = events
      self.reports = reports
      self.reciprocal = reciprocal
      self.score = score
      self.first = first
      self.last = last
      self.evidence = evidence
      self.url = url
      self.spells = spells
    }

    /// Whether every event of the relation binds both sides alike.
    public var isReciprocal: Bool { events > 0 && reciprocal == events }

    /// What tells this edge from the others of a graph, in the order in which edges are written.
    package var identity: Identity {
      Identity(source: source, target: target, act: act, mode: mode, status: status)
    }

    /// What tells an edge from the others of a graph.
    package struct Identity: Hashable, Comparable, Sendable {
      /// The position of the actor.
      package var source: Int
      /// The position of the recipient.
      package var target: Int
      /// What is done.
      package var act: EventType
      /// In which mode.
      package var mode: String
      /// How sure it is.
      package var status: StatusClass

      /// By actor, recipient, act, mode and status, each in the order of its name's bytes.
      package static func < (left: Identity, right: Identity) -> Bool {
        if left.source != right.source { return left.source < right.source }
        if left.target != right.target { return left.target < right.target }
        if left.act != right.act { return left.act.rawValue < right.act.rawValue }
        if left.mode != right.mode { return left.mode < right.mode }
        return left.status.rawValue < right.status.rawValue
      }
    }
  }
}

extension StatusClass {
  /// The status under which a relation of this class is read: "plans to" for what is intended.
  package var representative: Status {
    switch self {
    case .actual: .happened
    case .intended: .planned
    case .alleged: .alleged
    case .denied: .denied
    case .hypothetical: .hypothetical
    }
  }
}
