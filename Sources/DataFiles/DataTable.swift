/// A tab-separated table with a header row: one fact a line, `#` comments on lines of their own.
package struct DataTable: Sendable {
  /// One line of a table: its number in the file (from 1) and its fields, one a column.
  package struct Row: Sendable {
    /// The line's number in the file, from 1.
    package let line: Int
    /// The fields in the order of the columns; empty text where a field is empty.
    package let fields: [String]

    /// The field of the column at `index`.
    package subscript(_ index: Int) -> String { fields[index] }
  }

  /// Where the table was read from, for messages.
  package let path: String
  /// The lines below the header, in file order.
  package let rows: [Row]

  /// Reads a table and checks its header and the number of fields of every line.
  ///
  /// - Throws: ``DataError/malformed(path:line:problem:)`` with the line's number.
  package init(path: String, text: String, columns: [String]) throws(DataError) {
    self.path = path
    var rows: [Row] = []
    var header: [String]?
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if header == nil {
        try Self.check(header: fields, against: columns, path: path, line: number)
        header = fields
      } else if fields.count != columns.count {
        let problem = "expected \(columns.count) fields, found \(fields.count)"
        throw .malformed(path: path, line: number, problem: problem)
      } else {
        rows.append(Row(line: number, fields: fields))
      }
    }
    guard header != nil else {
      throw .malformed(path: path, line: 0, problem: "no header row")
    }
    self.rows = rows
  }

  /// The error for a line of this table.
  package func malformed(_ row: Row, _ problem: String) -> DataError {
    .malformed(path: path, line: row.line, problem: problem)
  }

  private static func check(
    header: [String], against columns: [String], path: String, line: Int
  ) throws(DataError) {
    guard header == columns else {
      let problem = "expected the header \(columns.joined(separator: " ⇥ "))"
      throw .malformed(path: path, line: line, problem: problem)
    }
  }
}
