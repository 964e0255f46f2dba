public import DataFiles
import Foundation
public import Ontology

extension EventStore {
  /// Imports a file of event data.
  ///
  /// Importing the same file again adds nothing; one that was cut off goes on where it stood; one
  /// that has grown since adds what is new.
  ///
  /// - Parameters:
  ///   - path: the file, plain, gzip or zip; `-` for standard input.
  ///   - data: where the names of other data sets stand.
  /// - Throws: ``StoreError/unreadable(path:problem:)`` and others.
  public func importFile(
    _ path: String, _ options: ImportOptions, ontology: Ontology, data: DataDirectory
  ) throws(StoreError) -> ImportReport {
    try writeOutsideTransaction { connection in
      let codes = try ImportCodes(
        connection, ontology: ontology, data: data, naming: naming, resolve: options.resolve)
      return try ImportRun(connection, path: path, options: options, codes: codes).run()
    }
  }
}

/// One import of one file.
final class ImportRun {
  private let connection: Connection
  private let path: String
  private let name: String
  private let options: ImportOptions
  private let codes: ImportCodes
  private let mapper: any RowMapper
  private var report: ImportReport
  private var head = ""
  private var earlierEvents = 0
  private var earlierSkipped = 0

  init(_ connection: Connection, path: String, options: ImportOptions, codes: ImportCodes) {
    self.connection = connection
    self.path = path
    self.options = options
    self.codes = codes
    name = options.name ?? (path == "-" ? "standard input" : path)
    mapper = options.format.mapper(codes, columns: options.columns)
    report = ImportReport(source: name)
  }

  func run() throws -> ImportReport {
    let (reader, input, known) = try open()
    let load = BulkLoad(connection)
    let wasCutOff = try load.isAbandoned()
    let isBulk = try wasCutOff || goesInBulk(input)
    let source = try known ?? addSource()
    if isBulk {
      try connection.run("PRAGMA foreign_keys = OFF")
      try load.begin()
    }
    defer { if isBulk { try? connection.run("PRAGMA foreign_keys = ON") } }
    let isFinished = try readAll(reader, input, source: source, isBulk: isBulk)
    if isBulk {
      try load.end { phase in
        tell(phase, part: nil, events: report.events)
      }
    }
    if isFinished {
      try connection.run("UPDATE source SET finished = 1 WHERE id = ?", [.integer(source)])
    }
    report.wasThere = report.resumedAfter != nil && report.events == 0 && report.skipped == 0
    return report
  }

  // MARK: Which file it is

  private func open() throws -> (LineReader, ByteInput, source: Int?) {
    let (reader, input) = try openReader()
    head = try reader.head()
    let known = try connection.statement(
      """
      SELECT id, bytes, digest, lines, events, skipped FROM source \
      WHERE format = ? AND (head = ? OR name = ?) ORDER BY bytes DESC
      """, [.text(options.format.rawValue), .text(head), .text(name)])
    var untouched: (LineReader, ByteInput)? = (reader, input)
    while try known.step() {
      if known.int(1) == 0, let (reader, input) = untouched { return (reader, input, known.int(0)) }
      let (reader, input) = try untouched ?? reopened()
      untouched = nil
      let isSame = try reader.skip(
        toBytes: known.int(1), digest: known.text(2), lines: known.int(3))
      guard isSame else { continue }
      report.resumedAfter = known.int(3)
      earlierEvents = known.int(4)
      earlierSkipped = known.int(5)
      return (reader, input, known.int(0))
    }
    let (fresh, freshInput) = try untouched ?? reopened()
    return (fresh, freshInput, nil)
  }

  /// The file once more from its beginning, which standard input cannot give.
  private func reopened() throws -> (LineReader, ByteInput) {
    guard path != "-" else {
      throw StoreError.unreadable(
        path: name,
        problem: "begins like an earlier import and goes on otherwise; give it as a file")
    }
    return try openReader()
  }

  /// A reader that stands behind the header.
  private func openReader() throws -> (LineReader, ByteInput) {
    let input = try ByteInput(path: path)
    let reader = LineReader(input)
    if mapper.hasHeader {
      guard let line = try reader.next() else {
        throw StoreError.unreadable(path: name, problem: "is empty")
      }
      do {
        try mapper.readHeader(line)
      } catch {
        throw StoreError.unreadable(path: name, problem: error.reason)
      }
    }
    return (reader, input)
  }

  private func addSource() throws -> Int {
    try connection.run(
      "INSERT INTO source (name, format, head) VALUES (?, ?, ?)",
      [.text(name), .text(options.format.rawValue), .text(head)])
    return connection.lastInserted
  }

  /// Whether the load is large enough to take indexes and triggers away for.
  private func goesInBulk(_ input: ByteInput) throws -> Bool {
    guard options.bulk == .whenLarge else { return options.bulk == .always }
    let present = try connection.int("SELECT max(id) FROM event") ?? 0
    guard present > 0 else { return true }
    // Event tables have some 60 bytes a row and shrink to a sixth.
    let rows = (input.fileSize ?? 0) / (input.isPacked ? 10 : 60)
    return rows >= 100_000 && rows >= present / 4
  }

  // MARK: Rows

  /// Reads all lines; false when the caller ended it before.
  private func readAll(
    _ reader: LineReader, _ input: ByteInput, source: Int, isBulk: Bool
  ) throws -> Bool {
    let sink = try EventSink(connection, source: source, isBulk: isBulk)
    var isAtEnd = false
    while !isAtEnd {
      if options.isCancelled?() == true { break }
      try connection.transaction {
        isAtEnd = try readBatch(reader, to: sink)
        try sink.finishBatch()
        try note(reader, sink, source)
      }
      let size = input.fileSize ?? 0
      tell(
        .rows, part: size > 0 ? Double(reader.bytesRead) / Double(size) : nil, events: sink.events)
    }
    report.lines = reader.lines
    report.events = sink.events
    for (kind, code) in codes.unmapped where kind < sink.eventsByKind.count {
      report.unmapped[code, default: 0] += sink.eventsByKind[kind]
    }
    return isAtEnd
  }

  /// Reads one transaction's worth of lines; true at the end of the file.
  private func readBatch(_ reader: LineReader, to sink: EventSink) throws -> Bool {
    let goal = sink.events + options.batch
    let lastLine = reader.lines + 4 * options.batch
    let deadline = ContinuousClock.now + .seconds(2)
    while sink.events < goal, reader.lines < lastLine {
      guard let line = try reader.next() else { return true }
      guard !line.isEmpty else { continue }
      sink.line = reader.lines
      do {
        try mapper.map(line, to: sink)
      } catch let problem as RowProblem {
        try leaveOut(reader.lines, problem)
      }
      if reader.lines & 0xFFF == 0, ContinuousClock.now > deadline { return false }
    }
    return false
  }

  private func leaveOut(_ line: Int, _ problem: RowProblem) throws {
    guard !options.isStrict else {
      throw StoreError.unreadable(path: "\(name):\(line)", problem: problem.reason)
    }
    report.skipped += 1
    if report.problems.count < 10 {
      report.problems.append(.init(line: line, reason: problem.reason))
    }
  }

  /// Puts down how far the source has been read, in the transaction of its events.
  private func note(_ reader: LineReader, _ sink: EventSink, _ source: Int) throws {
    let (bytes, digest) = reader.position()
    try connection.run(
      """
      UPDATE source SET bytes = ?, digest = ?, lines = ?, events = ?, skipped = ?, finished = 0 \
      WHERE id = ?
      """,
      [
        .integer(bytes), .text(digest), .integer(reader.lines),
        .integer(earlierEvents + sink.events), .integer(earlierSkipped + report.skipped),
        .integer(source),
      ])
  }

  private func tell(_ phase: ImportProgress.Phase, part: Double?, events: Int) {
    options.progress?(
      ImportProgress(phase: phase, lines: report.lines, events: events, part: part))
  }
}
