import Ontology
import Store

/// Sets the evidence of an event out: as a page for people, as rows for programs.
struct EvidencePage {
  private let ontology: Ontology
  private let label: String

  /// A page with names and relations in the language `label`.
  init(ontology: Ontology, label: String) {
    self.ontology = ontology
    self.label = label
  }

  /// The columns of the rows, one row a sentence.
  static let columns: [Column] = [
    .number("event"), "report", "article", "publisher", "published", "url", .number("sentence"),
    "actor", "recipient", "trigger", "status", "attributed_to", .number("confidence"), "rule",
    .number("start"), .number("end"), .wide("text"),
  ]

  /// The row of one sentence.
  func row(_ event: Int, _ evidence: Evidence) -> [Cell] {
    let report = evidence.report
    let article = evidence.article
    return [
      .integer(event), .optional(report?.id), .optional(article?.id),
      .optional(article?.publisher), .optional(article?.published?.description),
      .optional(article?.url), .optional(report?.sentence),
      .list(report?.actors.map(\.mention.text) ?? []),
      .list(report?.recipients.map(\.mention.text) ?? []),
      .list(report?.trigger.map(\.text) ?? []), .optional(report?.status.rawValue),
      .list(report?.attributedTo.map(\.rawValue) ?? []), .optional(report?.confidence),
      .optional(report?.rule), .integer(evidence.sentence.range.lowerBound),
      .integer(evidence.sentence.range.upperBound), .text(evidence.sentence.text),
    ]
  }

  /// The event and its sentences as a page.
  func text(_ relation: Relation, _ evidence: [Evidence], origin: EventOrigin?) -> String {
    var lines = [head(relation), facts(relation)]
    for (number, piece) in evidence.enumerated() {
      lines.append("")
      lines.append("  \(number + 1). \(source(piece))")
      lines.append("     \(marked(piece))")
      if let report = piece.report { lines += details(report).map { "     " + $0 } }
    }
    if let origin {
      lines.append("")
      lines.append("  line \(origin.line) of \(origin.source) (\(origin.format))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(_ relation: Relation) -> String {
    let recipient = relation.recipient.map { " " + $0.name(in: label) } ?? ""
    let day = relation.day.map { ", \($0)" } ?? ""
    let actor = relation.actor.name(in: label)
    return "event \(relation.id): \(actor) \(verb(relation.kind))\(recipient)\(day)"
  }

  private func verb(_ kind: EventKind) -> String {
    guard let act = kind.act else { return kind.code ?? "?" }
    return ontology.relation(
      act, modes: kind.mode.map { [$0] } ?? [], status: kind.status, in: label)
  }

  private func facts(_ relation: Relation) -> String {
    let kind = relation.kind
    let act = kind.act.map { "act \($0.rawValue)" + (kind.mode.map { ", mode \($0)" } ?? "") }
    let parts = [
      kind.type?.rawValue, act, kind.status.rawValue, kind.isReciprocal ? "reciprocal" : nil,
      "score \(kind.score)", kind.code.map { "code \($0)" },
      "reports \(relation.reports), publishers \(relation.publishers)",
    ]
    return "  " + parts.compactMap { $0 }.joined(separator: "; ")
  }

  private func source(_ evidence: Evidence) -> String {
    guard let article = evidence.article else { return "imported" }
    let parts = [
      article.publisher, article.published?.description, article.title.map { "\"\($0)\"" },
      article.url, article.id,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func details(_ report: Report) -> [String] {
    let actors = report.actors.map { participant("actor", $0) }
    let recipients = report.recipients.map { participant("recipient", $0) }
    let claim = report.attributedTo.map(\.rawValue).joined(separator: ", ")
    let contexts = report.contexts.joined(separator: ", ")
    let rest = [
      claim.isEmpty ? nil : "claimed by  \(claim)",
      contexts.isEmpty ? nil : "context     \(contexts)",
      "coded       \(report.rule), confidence \(report.confidence), report \(report.id)",
    ]
    return actors + recipients + rest.compactMap { $0 }
  }

  private func participant(_ side: String, _ participant: Participant) -> String {
    let name = side.padding(toLength: 12)
    let key = participant.key?.rawValue ?? "no code"
    let range = participant.mention.range
    return "\(name)\(key): \"\(participant.mention.text)\" "
      + "(\(range.lowerBound)–\(range.upperBound))"
  }

  /// The sentence with the sides and the act marked.
  private func marked(_ evidence: Evidence) -> String {
    let scalars = Array(evidence.sentence.text.unicodeScalars)
    let start = evidence.sentence.range.lowerBound
    var opening: [Int: String] = [:]
    var closing: [Int: String] = [:]
    func mark(_ spans: [TextSpan], _ left: String, _ right: String) {
      for span in spans {
        opening[span.range.lowerBound - start, default: ""] += left
        closing[span.range.upperBound - start, default: ""] += right
      }
    }
    mark(evidence.report?.actors.map(\.mention) ?? [], "[", "]")
    mark(evidence.report?.recipients.map(\.mention) ?? [], "(", ")")
    mark(evidence.report?.trigger ?? [], "*", "*")
    var text = ""
    for (index, scalar) in scalars.enumerated() {
      text += (closing[index] ?? "") + (opening[index] ?? "")
      text.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return text + (closing[scalars.count] ?? "")
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - displayWidth))
  }
}
