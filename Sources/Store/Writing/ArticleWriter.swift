import Ontology

/// Writes coded articles within one transaction.
final class ArticleWriter {
  private let connection: Connection
  private let actors: ActorTable
  private let kinds: KindTable
  private let grouping: Grouping

  init(
    _ connection: Connection, ontology: Ontology, naming: @escaping EventStore.ActorNaming
  ) throws {
    self.connection = connection
    actors = try ActorTable(connection, ontology: ontology, naming: naming)
    kinds = try KindTable(connection, ontology: ontology)
    grouping = try Grouping(connection)
  }

  func add(_ coded: CodedArticle) throws -> AddOutcome {
    let digest = Self.digest(of: coded.article)
    let coding = Self.digest(ofCoding: coded)
    let known = try connection.statement(
      "SELECT digest, codingDigest FROM article WHERE key = ?", [.text(coded.article.id)])
    let exists = try known.step()
    if exists, known.text(0) == digest, known.text(1) == coding { return .unchanged }
    known.reset()
    if exists { _ = try ArticleRemoval(connection).remove(coded.article.id) }
    let article = try insert(coded, digest: digest, coding: coding)
    let sentences = try insertSentences(coded, of: article)
    for report in coded.reports {
      guard let sentence = sentences[report.sentence] else { continue }
      try add(report, sentence: sentence)
    }
    return exists ? .replaced : .added
  }

  private func insert(_ coded: CodedArticle, digest: String, coding: String) throws -> Int {
    let article = coded.article
    try connection.run(
      """
      INSERT INTO article (key, language, title, publisher, url, published, text, digest, \
      codingDigest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(article.id), .text(coded.language), .text(orNull: article.title),
        .text(orNull: article.publisher), .text(orNull: article.url),
        .integer(orNull: article.published?.rawValue), .text(article.text), .text(digest),
        .text(coding),
      ])
    return connection.lastInserted
  }

  /// The numbers of the sentences by their place in the article.
  private func insertSentences(_ coded: CodedArticle, of article: Int) throws -> [Int: Int] {
    let insert = try connection.cached(
      #"INSERT INTO sentence (article, number, start, "end", text) VALUES (?, ?, ?, ?, ?)"#)
    var ids: [Int: Int] = [:]
    for (number, sentence) in coded.sentences.enumerated() {
      insert.bind(article, at: 1)
      insert.bind(number, at: 2)
      insert.bind(sentence.range.lowerBound, at: 3)
      insert.bind(sentence.range.upperBound, at: 4)
      insert.bind(sentence.text, at: 5)
      try insert.run()
      ids[number] = connection.lastInserted
    }
    return ids
  }

  private func add(_ report: Report, sentence: Int) throws {
    let kind = try kinds.id(of: report)
    let insert = try connection.cached(
      """
      INSERT INTO report (key, sentence, day, dayIsFromText, kind, modes, contexts, members, \
      "trigger", attributedTo, confidence, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try insert.bind([
      .text(report.id), .integer(sentence), .integer(orNull: report.date?.rawValue),
      .integer(report.dateIsFromText ? 1 : 0), .integer(kind),
      .text(ReportJSON.list(report.modes)), .text(ReportJSON.list(report.contexts)),
      .text(ReportJSON.members(report)), .text(ReportJSON.spans(report.trigger)),
      .text(ReportJSON.list(report.attributedTo.map(\.rawValue))), .real(report.confidence),
      .text(report.rule),
    ])
    try insert.run()
    try grouping.add(
      report: connection.lastInserted, kind: kind, day: report.date?.rawValue,
      dyads: try dyads(of: report))
  }

  /// The ordered pairs that a report's sides make; a reciprocal act of one side pairs its members.
  private func dyads(of report: Report) throws -> [Grouping.Dyad] {
    let acting = try report.actors.map { try actors.id(of: $0, language: report.language) }
    let receiving = try report.recipients.map { try actors.id(of: $0, language: report.language) }
    if receiving.isEmpty, report.reciprocal, acting.count > 1 {
      return acting.indices.flatMap { first in
        acting[(first + 1)...].map { Grouping.Dyad(actor: acting[first], recipient: $0) }
      }
    }
    if receiving.isEmpty { return acting.map { Grouping.Dyad(actor: $0, recipient: nil) } }
    return acting.flatMap { actor in
      receiving.filter { $0 != actor }.map { Grouping.Dyad(actor: actor, recipient: $0) }
    }
  }

  static func digest(of article: Article) -> String {
    var digest = Digest()
    digest.add(article.id)
    digest.add(article.language ?? "")
    digest.add(article.title ?? "")
    digest.add(article.publisher ?? "")
    digest.add(article.url ?? "")
    digest.add(article.published?.description ?? "")
    digest.add(article.text)
    return digest.text
  }

  private static func digest(ofCoding coded: CodedArticle) -> String {
    var digest = Digest()
    digest.add(coded.language)
    for sentence in coded.sentences { digest.add(sentence.text) }
    for report in coded.reports {
      digest.add(report.id)
      digest.add("\(report.type) \(report.act) \(report.status) \(report.reciprocal)")
      digest.add("\(report.date?.rawValue ?? .min) \(report.confidence) \(report.rule)")
      digest.add(report.cameo ?? "")
      digest.add(ReportJSON.list(report.modes + report.contexts))
      digest.add(ReportJSON.members(report) + ReportJSON.spans(report.trigger))
      digest.add(ReportJSON.list(report.attributedTo.map(\.rawValue)))
    }
    return digest.text
  }
}
