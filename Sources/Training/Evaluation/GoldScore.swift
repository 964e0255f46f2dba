package import Ontology

/// How well coded articles agree with a gold set: precision, recall, F1, status, empty sentences.
package struct GoldScore: Sendable {
  /// Counts from which precision and recall follow.
  package struct Tally: Sendable {
    /// Events that must be found, and those of them that were.
    package var wanted = 0
    /// Those of them that were found.
    package var found = 0
    /// Events that were coded, and those of them that are right.
    package var coded = 0
    /// Those of them that are right.
    package var right = 0

    /// The share of coded events that are right.
    package var precision: Double { Double(right) / Double(max(1, coded)) }
    /// The share of wanted events that were found.
    package var recall: Double { Double(found) / Double(max(1, wanted)) }
    /// The harmonic mean of both.
    package var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  /// A coded event, flat: one actor, one recipient.
  package struct Coded: Sendable {
    /// Its type and its act.
    package let types: Set<String>
    /// The codes of both sides; empty where unknown.
    package let source: String
    /// The code of to whom.
    package let target: String
    /// How sure it is.
    package let status: String
    /// The report it came from.
    package let report: Report
  }

  /// Who, what, to whom.
  package private(set) var triple = Tally()
  /// Who and to whom, whatever the type.
  package private(set) var whoWhom = Tally()
  /// Sentences without any event, and those of them that were given one.
  package private(set) var empty = 0
  /// Those of them that were given an event.
  package private(set) var emptyCoded = 0
  /// Events found whose status can be compared, and those where it is right.
  package private(set) var statuses = 0
  /// Those of them whose status is right.
  package private(set) var statusesRight = 0
  /// What was missed, a line each.
  package private(set) var misses: [String] = []
  /// What was coded and is wrong, a line each, with the rule that fired.
  package private(set) var falseAlarms: [String] = []
  /// Confidence and rightness of every coded event.
  package private(set) var judged: [(confidence: Double, isRight: Bool)] = []

  /// An empty score.
  package init() {}

  /// Adds one document with what was coded in it.
  package mutating func add(_ document: GoldSet.Document, reports: [Report]) {
    var coded = [[Coded]](repeating: [], count: document.lines.count)
    for report in reports {
      let place = report.trigger.map(\.range.lowerBound).min() ?? report.text.range.lowerBound
      guard let index = document.lines.firstIndex(where: { $0.range.contains(place) }) else {
        continue
      }
      coded[index] += Self.flat(report)
    }
    for (index, line) in document.lines.enumerated() { add(line.line, coded: coded[index]) }
  }

  /// The dyads of a report whose actor has a code.
  package static func flat(_ report: Report) -> [Coded] {
    var pairs: [(Participant, Participant?)] = []
    if report.recipients.isEmpty, report.actors.count > 1 {
      for (index, actor) in report.actors.enumerated() {
        pairs += report.actors.dropFirst(index + 1).map { (actor, $0) }
      }
    } else {
      let others = report.recipients.isEmpty ? [nil] : report.recipients.map(Optional.some)
      pairs = report.actors.flatMap { actor in others.map { (actor, $0) } }
    }
    return pairs.compactMap { actor, recipient in
      actor.key.map { key in
        Coded(
          types: [report.type.rawValue, report.act.rawValue], source: key.code,
          target: recipient?.key?.code ?? "", status: report.status.rawValue, report: report)
      }
    }
  }

  private mutating func add(_ line: GoldSet.Line, coded: [Coded]) {
    let all = line.must + line.may
    for event in line.must {
      triple.wanted += 1
      whoWhom.wanted += 1
      if coded.contains(where: { Self.agree($0, event, typed: false) }) { whoWhom.found += 1 }
      let matches = coded.filter { Self.agree($0, event, typed: true) }
      guard !matches.isEmpty else {
        misses.append(Self.describe(line, event))
        continue
      }
      triple.found += 1
      statuses += 1
      let accepted = Set(event.statuses + [event.status])
      if matches.contains(where: { accepted.contains($0.status) }) { statusesRight += 1 }
    }
    for event in coded {
      triple.coded += 1
      whoWhom.coded += 1
      let isRight = all.contains { Self.agree(event, $0, typed: true) }
      if isRight { triple.right += 1 } else { falseAlarms.append(Self.describe(line, event)) }
      if all.contains(where: { Self.agree(event, $0, typed: false) }) { whoWhom.right += 1 }
      judged.append((event.report.confidence, isRight))
    }
    if all.isEmpty {
      empty += 1
      if !coded.isEmpty { emptyCoded += 1 }
    }
  }

  private static func agree(_ coded: Coded, _ gold: GoldSet.Event, typed: Bool) -> Bool {
    if typed, coded.types.isDisjoint(with: gold.types) { return false }
    func fits(_ code: String, _ accepted: Set<String>) -> Bool {
      accepted.isEmpty || accepted.contains(code)
    }
    return fits(coded.source, gold.source) && fits(coded.target, gold.target)
      || gold.reciprocal && fits(coded.source, gold.target) && fits(coded.target, gold.source)
  }

  private static func describe(_ line: GoldSet.Line, _ event: GoldSet.Event) -> String {
    let types = event.types.sorted().joined(separator: "|")
    let source = event.source.sorted().joined(separator: "|")
    let target = event.target.sorted().joined(separator: "|")
    return "\(line.id)\t\(types) \(source)->\(target) \(event.status)\t\(line.text)"
  }

  private static func describe(_ line: GoldSet.Line, _ event: Coded) -> String {
    let report = event.report
    let words = report.trigger.map(\.text).joined(separator: " … ")
    return "\(line.id)\t\(report.act.rawValue) \(event.source)->\(event.target) \(event.status) "
      + "«\(words)» \(report.rule) \(report.confidence)\t\(line.text)"
  }
}
