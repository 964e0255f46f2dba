import Ontology

/// Writes reports: as PLOVER JSON lines, or as rows with the members of a side in one cell.
struct RecordWriter {
  private static let columns: [Column] = [
    "id", "date", "actor", "relation", "recipient", "event", "act", "status", "attributed_to",
    .number("confidence"), .wide("text"),
  ]

  private let ontology: Ontology
  private let label: String
  private let output: StandardOutput
  private var rows: RowWriter?
  /// The records that were written so far.
  private(set) var count = 0

  /// A writer that labels relations in the language `label`.
  init(
    ontology: Ontology, label: String, format: OutputFormat,
    output: StandardOutput = StandardOutput()
  ) {
    self.ontology = ontology
    self.label = label
    self.output = output
    guard format != .jsonl else { return }
    rows = RowWriter(Self.columns, format: format, width: Terminal.width, to: output)
  }

  /// Writes the reports of an article and sends them off.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  mutating func write(_ reports: [Report]) throws(CommandFailure) {
    for report in reports {
      if rows != nil {
        let cells = row(report)
        try rows?.write(cells)
      } else {
        output.write(report.json(ontology: ontology, label: label, coder: Kawat.coder) + "\n")
      }
      count += 1
    }
    if !reports.isEmpty { try output.flush() }
  }

  /// Writes the end.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  mutating func finish() throws(CommandFailure) {
    try rows?.finish()
    try output.flush()
  }

  private func row(_ report: Report) -> [Cell] {
    let relation = ontology.relation(
      report.act, modes: report.modes, status: report.status, in: label)
    return [
      .text(report.id), .optional(report.date?.description), names(report.actors),
      .text(relation), names(report.recipients), .text(report.type.rawValue),
      .text(report.act.rawValue), .text(report.status.rawValue),
      .list(report.attributedTo.map(\.rawValue)), .number(report.confidence),
      .text(report.text.text),
    ]
  }

  private func names(_ side: [Participant]) -> Cell { .list(side.map(\.name)) }
}
