import GRDBSQLite

/// Writes imported events, and remembers on which lines they stand.
final class EventSink {
  private let connection: Connection
  private let source: Int
  private let isBulk: Bool
  private let insert: OpaquePointer
  private let insertStatement: SQLStatement
  private var runs: [Run] = []
  private var blocks: [Int: ClosedRange<Int>] = [:]
  private var block = -1
  private var blockDays = 0...0
  /// The number of the line that is being read, from 1.
  var line = 0
  /// How many events have been written.
  private(set) var events = 0
  /// How many events have been written by the number of their kind.
  private(set) var eventsByKind: [Int] = []

  /// Events with neighbouring numbers on neighbouring lines, or on one line.
  private struct Run {
    var firstEvent: Int
    var lastEvent: Int
    var firstLine: Int
    var step: Int
  }

  init(_ connection: Connection, source: Int, isBulk: Bool) throws {
    self.connection = connection
    self.source = source
    self.isBulk = isBulk
    insertStatement = try connection.statement(
      """
      INSERT INTO event (actor, recipient, day, kind, reports, publishers, confidence) \
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, Array(repeating: .null, count: 7))
    insert = insertStatement.handle
  }

  /// Adds an event and returns its number.
  @discardableResult
  func add(_ event: ImportedEvent) throws -> Int {
    sqlite3_bind_int64(insert, 1, Int64(event.actor))
    bind(event.recipient, at: 2)
    bind(event.day, at: 3)
    sqlite3_bind_int64(insert, 4, Int64(event.kind))
    sqlite3_bind_int64(insert, 5, Int64(event.reports))
    sqlite3_bind_int64(insert, 6, Int64(event.publishers))
    bind(event.confidence, at: 7)
    let code = sqlite3_step(insert)
    guard code == SQLITE_DONE else {
      let failure = insertStatement.failure(code)
      sqlite3_reset(insert)
      throw failure
    }
    sqlite3_reset(insert)
    let id = connection.lastInserted
    events += 1
    while eventsByKind.count <= event.kind { eventsByKind.append(0) }
    eventsByKind[event.kind] += 1
    remember(id)
    if isBulk, let day = event.day { widen(id / EventBlocks.size, by: day) }
    if let text = event.text { try add(text, to: id) }
    return id
  }

  /// Adds one more report to an event of this import.
  func addReport(_ report: ImportedEvent, to event: Int) throws {
    let update = try connection.cached(
      """
      UPDATE event SET reports = reports + 1, \
      confidence = max(ifnull(confidence, ?1), ifnull(?1, confidence)) WHERE id = ?2
      """)
    try update.bind([.integer(orNull: report.confidence), .integer(event)])
    try update.run()
    if let text = report.text { try add(text, to: event) }
  }

  private func bind(_ number: Int?, at index: Int32) {
    if let number {
      sqlite3_bind_int64(insert, index, Int64(number))
    } else {
      sqlite3_bind_null(insert, index)
    }
  }

  private func remember(_ id: Int) {
    if let last = runs.indices.last, runs[last].lastEvent == id - 1 {
      let length = id - runs[last].firstEvent
      let step = length == 1 ? line - runs[last].firstLine : runs[last].step
      if (0...1).contains(step), runs[last].firstLine + step * length == line {
        runs[last].lastEvent = id
        runs[last].step = step
        return
      }
    }
    runs.append(Run(firstEvent: id, lastEvent: id, firstLine: line, step: 1))
  }

  private func widen(_ id: Int, by day: Int) {
    if id != block {
      if block >= 0 { blocks[block] = blockDays }
      blockDays = blocks[id] ?? day...day
      block = id
    }
    blockDays = min(blockDays.lowerBound, day)...max(blockDays.upperBound, day)
  }

  private func add(_ text: String, to event: Int) throws {
    let sentence = try connection.cached(
      #"INSERT INTO sentence (number, start, "end", text) VALUES (?, 0, ?, ?)"#)
    try sentence.bind([
      .integer(line), .integer(text.unicodeScalars.count), .text(text),
    ])
    try sentence.run()
    let link = try connection.cached("INSERT INTO eventSentence (event, sentence) VALUES (?, ?)")
    try link.bind([.integer(event), .integer(connection.lastInserted)])
    try link.run()
  }

  /// Writes what is remembered of the present batch, before it is committed.
  func finishBatch() throws {
    let origin = try connection.cached(
      """
      INSERT INTO provenance (firstEvent, lastEvent, source, firstLine, step) VALUES (?, ?, ?, ?, ?)
      """)
    for run in runs {
      try origin.bind([
        .integer(run.firstEvent), .integer(run.lastEvent), .integer(source),
        .integer(run.firstLine), .integer(run.step),
      ])
      try origin.run()
    }
    runs = []
    if block >= 0 { blocks[block] = blockDays }
    for (id, days) in blocks { try EventBlocks.widen(id, by: days, on: connection) }
    blocks = [:]
    block = -1
  }
}

/// The days that each 4,096 events lie within.
enum EventBlocks {
  /// How many event numbers a block takes.
  static let size = 4096

  /// Widens a block's days.
  static func widen(_ id: Int, by days: ClosedRange<Int>, on connection: Connection) throws {
    let statement = try connection.cached(
      """
      INSERT INTO eventBlock (id, minDay, maxDay) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET \
      minDay = min(minDay, excluded.minDay), maxDay = max(maxDay, excluded.maxDay)
      """)
    try statement.bind([
      .integer(id), .integer(days.lowerBound), .integer(days.upperBound),
    ])
    try statement.run()
  }
}
