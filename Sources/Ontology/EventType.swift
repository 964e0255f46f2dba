/// One of the sixteen event types of PLOVER.
public enum EventType: String, CaseIterable, Codable, Hashable, Sendable {
  /// An offer, a promise or another stated willingness to cooperate.
  case agree = "AGREE"
  /// A meeting, a visit, a call or another consultation.
  case consult = "CONSULT"
  /// Diplomatic cooperation without material, praise, recognition.
  case support = "SUPPORT"
  /// A verbal concession without material effect.
  case concede = "CONCEDE"
  /// Mutual material cooperation or exchange.
  case cooperate = "COOPERATE"
  /// Material aid that accrues to the recipient.
  case aid = "AID"
  /// A concession with immediate material effect.
  case retreat = "RETREAT"
  /// A request, a demand or an order.
  case request = "REQUEST"
  /// Disapproval, criticism, accusation, lawsuit or investigation.
  case accuse = "ACCUSE"
  /// A rejection or a refusal.
  case reject = "REJECT"
  /// A threat or a forceful warning.
  case threaten = "THREATEN"
  /// A demonstration or another collective protest of civilians.
  case protest = "PROTEST"
  /// A reduction of existing relations, formal sanctions included.
  case sanction = "SANCTION"
  /// A military or police move short of the use of force.
  case mobilize = "MOBILIZE"
  /// Repression or coercion short of violence.
  case coerce = "COERCE"
  /// A deliberate act with potential for substantial physical harm.
  case assault = "ASSAULT"
}

/// One of the four quad classes that PLOVER groups event types into.
public enum QuadClass: Int, CaseIterable, Codable, Hashable, Sendable {
  /// Cooperation in words.
  case verbalCooperation = 1
  /// Cooperation in deeds.
  case materialCooperation = 2
  /// Conflict in words.
  case verbalConflict = 3
  /// Conflict in deeds.
  case materialConflict = 4
}

/// How sure it is that an act took place, and when.
public enum Status: String, CaseIterable, Codable, Hashable, Sendable {
  /// It is told as a fact.
  case happened
  /// It goes on at the time of writing.
  case ongoing
  /// It is announced or scheduled.
  case planned
  /// The actor promises it.
  case promised
  /// Somebody claims it.
  case alleged
  /// It is negated or denied.
  case denied
  /// It is only supposed, wished for or feared.
  case hypothetical

  /// The class under which reports are grouped into events.
  public var statusClass: StatusClass {
    switch self {
    case .happened, .ongoing: .actual
    case .planned, .promised: .intended
    case .alleged: .alleged
    case .denied: .denied
    case .hypothetical: .hypothetical
    }
  }
}

/// Statuses that one event may mix: an act told as done and as going on is the same act.
public enum StatusClass: String, CaseIterable, Codable, Hashable, Sendable {
  /// Happened or ongoing.
  case actual
  /// Planned or promised.
  case intended
  /// Claimed by somebody.
  case alleged
  /// Negated or denied.
  case denied
  /// Only supposed.
  case hypothetical
}
