import Ontology

/// Writes rows in any ``OutputFormat`` as they come; only tables hold back rows, to set their widths.
struct RowWriter {
  private let columns: [Column]
  private let format: OutputFormat
  private let output: StandardOutput
  private var table: TableLayout
  /// The rows that were written so far.
  private(set) var count = 0

  /// A writer of rows with these columns.
  ///
  /// - Parameter width: the columns that a line of a table may take; nil for no limit.
  init(_ columns: [Column], format: OutputFormat, width: Int?, to output: StandardOutput) {
    self.columns = columns
    self.format = format
    self.output = output
    table = TableLayout(columns, width: width)
  }

  /// Writes one row, with one cell a column.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  mutating func write(_ row: [Cell]) throws(CommandFailure) {
    if count == 0 { begin() }
    switch format {
    case .table: output.write(table.add(row.map(\.plain)))
    case .json: output.write((count == 0 ? "\n" : ",\n") + object(row))
    case .jsonl: output.write(object(row) + "\n")
    case .csv: output.write(Self.csv(row.map(\.plain)))
    case .tsv: output.write(Self.tsv(row.map(\.plain)))
    }
    count += 1
    try output.check()
  }

  /// Writes what is held back and the end; to be called once, after the last row.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  mutating func finish() throws(CommandFailure) {
    if count == 0 { begin() }
    switch format {
    case .table: output.write(table.finish())
    case .json: output.write(count == 0 ? "]\n" : "\n]\n")
    case .jsonl, .csv, .tsv: break
    }
    try output.flush()
  }

  /// Ends the output as ``finish()`` does; that nothing was found is then the command's failure.
  ///
  /// - Throws: ``CommandFailure/nothingFound(_:)`` when no row was written.
  mutating func finish(orNothingFound remark: String?) throws(CommandFailure) {
    if count > 0 || format == .json { try finish() }
    if count == 0 { throw .nothingFound(remark) }
  }

  private func begin() {
    switch format {
    case .table, .jsonl: break
    case .json: output.write("[")
    case .csv: output.write(Self.csv(columns.map(\.name)))
    case .tsv: output.write(Self.tsv(columns.map(\.name)))
    }
  }

  private func object(_ row: [Cell]) -> String {
    var json = JSONText()
    json.beginObject()
    for (column, cell) in zip(columns, row) {
      json.name(column.name)
      cell.write(to: &json)
    }
    json.endObject()
    return json.text
  }

  /// A line of RFC 4180: a field with a comma, a quote or a line end stands in quotes.
  private static func csv(_ fields: [String]) -> String {
    let quoted = fields.map { field in
      let needsQuotes = field.utf8.contains { [10, 13, 34, 44].contains($0) }
      return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
    return quoted.joined(separator: ",") + "\n"
  }

  /// A line of TSV: tab, line end and backslash in a field become `\t`, `\n`, `\r` and `\\`.
  private static func tsv(_ fields: [String]) -> String {
    let escaped = fields.map { field in
      guard field.utf8.contains(where: { [9, 10, 13, 92].contains($0) }) else { return field }
      return field.unicodeScalars.reduce(into: "") { text, scalar in
        switch scalar {
        case "\t": text += "\\t"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\\": text += "\\\\"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped.joined(separator: "\t") + "\n"
  }
}
