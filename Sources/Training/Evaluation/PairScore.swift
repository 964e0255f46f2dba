package import Ontology

/// How often the act between two given mentions is named right.
package struct PairScore: Sendable {
  private static let mirrored: Set<String> = ["CONSULT", "AGREE", "COOPERATE"]

  /// Pairs of gold and coded type; `NONE` where nothing was coded between the mentions.
  package private(set) var judged: [(gold: String, coded: String)] = []
  /// What was missed or mistaken, a line each, with the rule that fired.
  package private(set) var misses: [String] = []

  /// An empty score.
  package init() {}

  /// Adds a pair with the reports of its sentence.
  package mutating func add(_ pair: PairSet.Pair, reports: [Report]) {
    let gold = Self.root(pair.event)
    var best: (strength: Int, straight: Bool, order: Int, type: String, rule: String)?
    var order = 0
    for report in reports {
      for (actor, recipient) in Self.dyads(report) {
        order += 1
        guard let match = Self.match(pair, report.type.rawValue, actor, recipient) else { continue }
        let candidate = (
          strength: match.strength, straight: match.straight, order: -order,
          type: Self.root(report.type.rawValue), rule: report.rule
        )
        let isBetter =
          best.map {
            ($0.strength, $0.straight ? 1 : 0, $0.order)
              < (candidate.strength, candidate.straight ? 1 : 0, candidate.order)
          } ?? true
        if isBetter { best = candidate }
      }
    }
    let coded = best?.type ?? "NONE"
    judged.append((gold, coded))
    if coded != gold {
      misses.append(
        "\(pair.id)\t\(gold) coded \(coded) \(best?.rule ?? "")\t\(pair.source_text) -> "
          + "\(pair.target_text)\t\(pair.text)")
    }
  }

  /// The share of pairs for which anything was coded.
  package var coverage: Double {
    Double(judged.filter { $0.coded != "NONE" }.count) / Double(max(1, judged.count))
  }

  /// The share of pairs with the right type.
  package var accuracy: Double {
    Double(judged.filter { $0.coded == $0.gold }.count) / Double(max(1, judged.count))
  }

  /// F1 of each type that the gold set holds.
  package var types: [(type: String, f1: Double, wanted: Int)] {
    Set(judged.map(\.gold)).sorted().map { type in
      let right = judged.filter { $0.gold == type && $0.coded == type }.count
      let wanted = judged.filter { $0.gold == type }.count
      let coded = judged.filter { $0.coded == type }.count
      return (type, 2 * Double(right) / Double(max(1, wanted + coded)), wanted)
    }
  }

  /// The mean F1 over the types.
  package var macroF1: Double {
    types.map(\.f1).reduce(0, +) / Double(max(1, types.count))
  }

  private static func root(_ type: String) -> String {
    type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type
  }

  private static func dyads(_ report: Report) -> [(Participant, Participant)] {
    if report.recipients.isEmpty, report.actors.count > 1 {
      return report.actors.indices.flatMap { index in
        report.actors[(index + 1)...].map { (report.actors[index], $0) }
      }
    }
    return report.actors.flatMap { actor in report.recipients.map { (actor, $0) } }
  }

  private static func match(
    _ pair: PairSet.Pair, _ type: String, _ actor: Participant, _ recipient: Participant
  ) -> (strength: Int, straight: Bool)? {
    func strength(_ actor: Participant, _ recipient: Participant) -> Int? {
      guard
        let left = overlap(pair.source_text, pair.source_start, pair.source_end, actor.mention),
        let right = overlap(pair.target_text, pair.target_start, pair.target_end, recipient.mention)
      else { return nil }
      return left + right
    }
    let straight = strength(actor, recipient)
    let turned = mirrored.contains(type) ? strength(recipient, actor) : nil
    guard let best = [straight, turned].compactMap({ $0 }).max() else { return nil }
    return (best, straight == best)
  }

  private static func overlap(
    _ text: String, _ start: Int?, _ end: Int?, _ mention: TextSpan
  ) -> Int? {
    if let start, let end {
      let shared = min(end, mention.range.upperBound) - max(start, mention.range.lowerBound)
      if shared > 0 { return shared }
      return nil
    }
    return mention.text.contains(text) || text.contains(mention.text)
      ? min(text.count, mention.text.count) : nil
  }
}
