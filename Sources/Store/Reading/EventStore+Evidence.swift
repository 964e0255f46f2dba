public import Ontology
import Foundation

/// What an event was read from: a report in a sentence of an article, or an imported row.
public struct Evidence: Hashable, Sendable {
  /// The article without its text; nil for an imported row.
  public let article: Article?
  /// The sentence, or the words that the imported row gave.
  public let sentence: TextSpan
  /// What the coder said of the sentence; nil for an imported row.
  public let report: Report?
}

/// The line of an imported file on which an event stands.
public struct EventOrigin: Hashable, Sendable {
  /// The file's name as it was given.
  public let source: String
  /// Its format.
  public let format: String
  /// The line, from 1.
  public let line: Int
}

extension EventStore {
  /// The sentences that an event rests on, in the order in which they came in.
  public func evidence(of event: Int) throws(StoreError) -> [Evidence] {
    try read { connection in
      var found: [Evidence] = []
      let reports = try connection.statement(
        ReportReader.select + " JOIN eventReport AS x ON x.report = p.id WHERE x.event = ?"
          + " ORDER BY p.id", [.integer(event)])
      let reader = try ReportReader(connection)
      while try reports.step() { found.append(try reader.evidence(reports)) }
      let texts = try connection.statement(
        """
        SELECT n.text, n.start, n."end" FROM eventSentence AS x JOIN sentence AS n \
        ON n.id = x.sentence WHERE x.event = ? ORDER BY n.id
        """, [.integer(event)])
      while try texts.step() {
        let span = TextSpan(text: texts.text(0), range: texts.int(1)..<texts.int(2))
        found.append(Evidence(article: nil, sentence: span, report: nil))
      }
      return found
    }
  }

  /// Streams all reports in the order in which they came in.
  ///
  /// - Throws: ``StoreError``, or what `each` throws.
  public func reports(each: (Evidence) throws -> Bool) throws {
    try reading { connection in
      let statement = try connection.statement(ReportReader.select + " ORDER BY p.id")
      let reader = try ReportReader(connection)
      while try statement.step(), try each(try reader.evidence(statement)) {}
    }
  }

  /// The events that a report stands under, by the report's identifier.
  public func events(ofReport id: String) throws(StoreError) -> [Int] {
    try read { connection in
      let statement = try connection.statement(
        """
        SELECT x.event FROM report AS p JOIN eventReport AS x ON x.report = p.id \
        WHERE p.key = ? ORDER BY x.event
        """, [.text(id)])
      var found: [Int] = []
      while try statement.step() { found.append(statement.int(0)) }
      return found
    }
  }

  /// The file and line that an imported event stands on.
  public func origin(of event: Int) throws(StoreError) -> EventOrigin? {
    try read { connection in
      let statement = try connection.statement(
        "SELECT source, format, line FROM origin WHERE event = ?", [.integer(event)])
      guard try statement.step() else { return nil }
      return EventOrigin(
        source: statement.text(0), format: statement.text(1), line: statement.int(2))
    }
  }
}
