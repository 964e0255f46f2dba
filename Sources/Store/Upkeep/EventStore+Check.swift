/// What a check of a graph found.
public struct CheckReport: Hashable, Sendable {
  /// What is wrong, a line each; empty when nothing is.
  public internal(set) var problems: [String] = []
  /// What was put right.
  public internal(set) var repairs: [String] = []
  /// How many events there are.
  public internal(set) var events = 0
  /// How many articles there are.
  public internal(set) var articles = 0
  /// How many rows of sums were compared.
  public internal(set) var sums = 0
}

extension EventStore {
  /// Verifies a graph: the file's pages, references, the sums (computed anew and compared), the
  /// days of blocks, counts of reports, and the full text.
  ///
  /// - Parameter repairs: whether a load that was cut off is brought to its end, and wrong sums and
  ///   full text are built anew; the file must be open for writing.
  public func check(repairs: Bool = false) throws(StoreError) -> CheckReport {
    try writeOrRead(repairs) { connection in
      var report = CheckReport()
      if repairs, try connection.isLoading() {
        try BulkLoad(connection).end { _ in }
        report.repairs.append("an import that was cut off: indexes and sums are built")
      }
      let check = GraphCheck(connection)
      try check.run(&report)
      if repairs, !report.problems.isEmpty { try check.repair(&report) }
      return report
    }
  }

  private func writeOrRead<Result>(
    _ writes: Bool, _ body: (Connection) throws -> Result
  ) throws(StoreError) -> Result {
    writes ? try writeOutsideTransaction(body) : try read(body)
  }
}

/// The single checks.
struct GraphCheck {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func run(_ report: inout CheckReport) throws {
    report.events = try connection.int("SELECT count(*) FROM event") ?? 0
    report.articles = try connection.int("SELECT count(*) FROM article") ?? 0
    try checkPages(&report)
    try checkReferences(&report)
    if try connection.isLoading() {
      report.problems.append(
        "an import is at work or was cut off; import the file again, or run kawat check --repair")
    } else {
      report.sums = try SumCheck(connection).run(&report.problems)
    }
    try checkBlocks(&report)
    try checkCounts(&report)
  }

  private func checkPages(_ report: inout CheckReport) throws {
    let statement = try connection.statement("PRAGMA integrity_check(10)")
    while try statement.step() {
      let line = statement.text(0)
      if line != "ok" { report.problems.append("file: \(line)") }
    }
  }

  private func checkReferences(_ report: inout CheckReport) throws {
    let statement = try connection.statement("PRAGMA foreign_key_check")
    var counts: [String: Int] = [:]
    while try statement.step() {
      counts["\(statement.text(0)) → \(statement.text(2))", default: 0] += 1
    }
    for (reference, count) in counts.sorted(by: { $0.key < $1.key }) {
      report.problems.append("references: \(count) rows of \(reference) lead nowhere")
    }
  }

  private func checkBlocks(_ report: inout CheckReport) throws {
    let outside = try connection.int(
      """
      SELECT count(*) FROM event AS e LEFT JOIN eventBlock AS b ON b.id = e.id / 4096 \
      WHERE e.day IS NOT NULL AND (e.day BETWEEN b.minDay AND b.maxDay) IS NOT TRUE
      """)
    if let outside, outside > 0 {
      report.problems.append("blocks: \(outside) events lie outside the days of their block")
    }
  }

  private func checkCounts(_ report: inout CheckReport) throws {
    let wrong = try connection.int(
      """
      SELECT count(*) FROM (SELECT event, count(*) AS n FROM eventReport GROUP BY event) AS x \
      JOIN event AS e ON e.id = x.event WHERE e.reports <> x.n
      """)
    if let wrong, wrong > 0 {
      report.problems.append("events: \(wrong) have a wrong number of reports")
    }
    let bare = try connection.int(
      "SELECT count(*) FROM report WHERE id NOT IN (SELECT report FROM eventReport)")
    if let bare, bare > 0 { report.problems.append("reports: \(bare) stand under no event") }
  }

  /// Builds anew what can be computed: sums, days of blocks, full text.
  func repair(_ report: inout CheckReport) throws {
    try connection.transaction {
      try connection.run("DELETE FROM eventBlock")
      try connection.run(
        """
        INSERT INTO eventBlock SELECT id / 4096, min(day), max(day) FROM event \
        WHERE day IS NOT NULL GROUP BY id / 4096
        """)
    }
    try BulkLoad(connection).begin()
    try BulkLoad(connection).end { _ in }
    try connection.run("INSERT INTO sentenceIndex (sentenceIndex) VALUES ('rebuild')")
    report.repairs.append("indexes, sums and full text are built anew")
    var after = CheckReport()
    try run(&after)
    report.problems = after.problems
  }
}
