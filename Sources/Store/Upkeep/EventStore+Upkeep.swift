import Foundation
import GRDB

extension EventStore {
  /// Copies the graph to a new file, while others may go on reading and writing it.
  ///
  /// The copy is of one moment. It appears under its name only when it is whole.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:problem:)`` when there is such a file already.
  public func backup(to target: String) throws(StoreError) {
    try Self.attempt(target) {
      guard !FileManager.default.fileExists(atPath: target) else {
        throw StoreError.cannotOpen(path: target, problem: "there is such a file already")
      }
      let part = target + ".part"
      try? FileManager.default.removeItem(atPath: part)
      do {
        let copy = try DatabaseQueue(path: part)
        try database.backup(to: copy)
        try copy.close()
        try FileManager.default.moveItem(atPath: part, toPath: target)
      } catch {
        for end in ["", "-wal", "-shm", "-journal"] {
          try? FileManager.default.removeItem(atPath: part + end)
        }
        throw error
      }
    }
  }

  /// An imported file as the graph knows it.
  public struct Source: Hashable, Sendable {
    /// The name under which it was imported.
    public let name: String
    /// Its layout.
    public let format: String
    /// How many lines have been read.
    public let lines: Int
    /// How many events it gave.
    public let events: Int
    /// How many lines were left out.
    public let skipped: Int
    /// Whether it was read to its end.
    public let isFinished: Bool
  }

  /// The imported files, in the order in which they came in.
  public func sources() throws(StoreError) -> [Source] {
    try read { connection in
      let statement = try connection.statement(
        "SELECT name, format, lines, events, skipped, finished FROM source ORDER BY id")
      var found: [Source] = []
      while try statement.step() {
        found.append(
          Source(
            name: statement.text(0), format: statement.text(1), lines: statement.int(2),
            events: statement.int(3), skipped: statement.int(4),
            isFinished: statement.int(5) != 0))
      }
      return found
    }
  }

  /// Takes the events of an imported file out of the graph, with the words they came with.
  ///
  /// - Returns: how many events went; nil when no file of this name was imported.
  public func removeSource(_ name: String) throws(StoreError) -> Int? {
    try writeOutsideTransaction { connection in
      let events = try connection.int(
        "SELECT sum(events) FROM source WHERE name = ?", [.text(name)])
      guard let events else { return nil }
      let all = try connection.int("SELECT count(*) FROM event") ?? 0
      let load = BulkLoad(connection)
      let isBulk = events >= 100_000 && events >= all / 4
      if isBulk { try load.begin() }
      try connection.transaction { try SourceRemoval(connection).remove(name) }
      if isBulk { try load.end { _ in } }
      return events
    }
  }

  /// Whether reports are grouped into events.
  public func isGrouping() throws(StoreError) -> Bool {
    try read { try $0.text("SELECT value FROM setting WHERE name = 'grouping'") != "off" }
  }

  /// Groups all reports anew, in the order of their days, or makes every report an event.
  ///
  /// Articles that come in later are treated alike. Events get new numbers; imported events stay
  /// as they are.
  public func regroup(_ groups: Bool) throws(StoreError) {
    try write { connection in
      try connection.run(
        "UPDATE setting SET value = ? WHERE name = 'grouping'", [.text(groups ? "on" : "off")])
      try Regrouping(connection).run()
    }
  }
}

/// Takes out what an imported file gave.
struct SourceRemoval {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func remove(_ name: String) throws {
    let runs = try connection.statement(
      """
      SELECT firstEvent, lastEvent FROM provenance \
      WHERE source IN (SELECT id FROM source WHERE name = ?)
      """, [.text(name)])
    while try runs.step() {
      let range: [SQLValue] = [.integer(runs.int(0)), .integer(runs.int(1))]
      try connection.run(
        """
        DELETE FROM sentence WHERE article IS NULL AND id IN \
        (SELECT sentence FROM eventSentence WHERE event BETWEEN ? AND ?)
        """, range)
      try connection.run("DELETE FROM event WHERE id BETWEEN ? AND ?", range)
    }
    runs.reset()
    try connection.run("DELETE FROM source WHERE name = ?", [.text(name)])
  }
}

/// Makes events anew from the reports that are there.
struct Regrouping {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func run() throws {
    let pairs = try reports()
    try connection.run("DELETE FROM event WHERE id IN (SELECT event FROM eventReport)")
    let grouping = try Grouping(connection)
    for report in pairs {
      try grouping.add(
        report: report.id, kind: report.kind, day: report.day, dyads: report.dyads)
    }
  }

  private struct StoredReport {
    let id: Int
    let kind: Int
    let day: Int?
    var dyads: [Grouping.Dyad]
  }

  /// Reports with their dyads, by day and key. The dyads are those of the present events; a
  /// reciprocal event may have been told from the other side, which is the same event.
  private func reports() throws -> [StoredReport] {
    let statement = try connection.statement(
      """
      SELECT p.id, p.kind, p.day, e.actor, e.recipient FROM report AS p \
      JOIN eventReport AS x ON x.report = p.id JOIN event AS e ON e.id = x.event \
      ORDER BY p.day, p.key, e.id
      """)
    var found: [StoredReport] = []
    while try statement.step() {
      let dyad = Grouping.Dyad(actor: statement.int(3), recipient: statement.optionalInt(4))
      if found.last?.id == statement.int(0) {
        found[found.count - 1].dyads.append(dyad)
      } else {
        found.append(
          StoredReport(
            id: statement.int(0), kind: statement.int(1), day: statement.optionalInt(2),
            dyads: [dyad]))
      }
    }
    return found
  }
}
