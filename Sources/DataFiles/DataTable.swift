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
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let fields = Self.fields(of: line, expected: columns.count)
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

  /// The pieces of a line between its tabs.
  private static func fields(of line: ArraySlice<UInt8>, expected: Int) -> [String] {
    var fields: [String] = []
    fields.reserveCapacity(expected)
    var start = line.startIndex
    for position in line.indices where line[position] == UInt8(ascii: "\t") {
      fields.append(String(decoding: line[start..<position], as: UTF8.self))
      start = position + 1
    }
    fields.append(String(decoding: line[start...], as: UTF8.self))
    return fields
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
