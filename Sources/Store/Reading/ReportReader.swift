import Foundation
import Ontology

/// Reads reports back as they were stored.
struct ReportReader {
  static let select = """
    SELECT p.key, p.day, p.dayIsFromText, p.kind, p.modes, p.contexts, p.members, p."trigger", \
    p.attributedTo, p.confidence, p.rule, n.number, n.start, n."end", n.text, \
    c.key, c.language, c.title, c.publisher, c.url, c.published \
    FROM report AS p JOIN sentence AS n ON n.id = p.sentence \
    LEFT JOIN article AS c ON c.id = n.article
    """

  private let kinds: RelationReader

  init(_ connection: Connection) throws { kinds = try RelationReader(connection) }

  func evidence(_ row: SQLStatement) throws -> Evidence {
    let span = TextSpan(text: row.text(14), range: row.int(12)..<row.int(13))
    let article = Article(
      id: row.text(15), language: row.text(16), title: row.optionalText(17),
      publisher: row.optionalText(18), url: row.optionalText(19),
      published: row.optionalInt(20).map(Day.init(rawValue:)), text: "")
    return Evidence(article: article, sentence: span, report: try report(row, in: span))
  }

  private func report(_ row: SQLStatement, in span: TextSpan) throws -> Report? {
    guard let kind = try kinds.kind(row.int(3)), let act = kind.act, let type = kind.type
    else { return nil }
    let members = try decoded([StoredMember].self, row.text(6))
    return Report(
      id: row.text(0), article: row.text(15), sentence: row.int(11), text: span,
      language: row.text(16), date: row.optionalInt(1).map(Day.init(rawValue:)),
      dateIsFromText: row.int(2) != 0, actors: members.filter(\.isActor).map(\.participant),
      recipients: members.filter { !$0.isActor }.map(\.participant), type: type, act: act,
      modes: try decoded([String].self, row.text(4)),
      contexts: try decoded([String].self, row.text(5)), cameo: kind.code, status: kind.status,
      attributedTo: try decoded([String].self, row.text(8)).map(ActorKey.init(rawValue:)),
      reciprocal: kind.isReciprocal,
      trigger: try decoded([StoredSpan].self, row.text(7)).map(\.span), confidence: row.double(9),
      rule: row.text(10))
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}

/// A piece of text as `trigger` holds it.
struct StoredSpan: Codable {
  let text: String
  let start: Int
  let end: Int

  var span: TextSpan { TextSpan(text: text, range: start..<end) }
}

/// One side's member as `members` holds it.
struct StoredMember: Codable {
  let side: String
  let key: String?
  let sectors: [String]
  let name: String
  let text: String
  let start: Int
  let end: Int

  var isActor: Bool { side == "actor" }

  var participant: Participant {
    Participant(
      key: key.map(ActorKey.init(rawValue:)), sectors: sectors, name: name,
      mention: TextSpan(text: text, range: start..<end))
  }
}
