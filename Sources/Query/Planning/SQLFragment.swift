import Ontology
import Store

/// A piece of SQL with the values of its `?` and the type of what it gives.
struct SQLFragment: Sendable {
  var sql: String
  var arguments: [SQLValue] = []
  var type: GraphLayout.ColumnType

  init(_ sql: String, _ arguments: [SQLValue] = [], type: GraphLayout.ColumnType) {
    self.sql = sql
    self.arguments = arguments
    self.type = type
  }

  /// A constant, when SQLite can hold it; its value is bound and never written into the text.
  init?(_ value: Value) {
    switch value {
    case .integer(let number): self.init("?", [.integer(number)], type: .integer)
    case .float(let number) where number.isFinite: self.init("?", [.real(number)], type: .real)
    case .string(let text) where !text.utf8.contains(0):
      self.init("?", [.text(text)], type: .text)
    case .boolean(let truth): self.init("?", [.integer(truth ? 1 : 0)], type: .boolean)
    case .date(let day): self.init("?", [.integer(day.rawValue)], type: .day)
    default: return nil
    }
  }

  /// Whether two values compare in SQLite as in the language.
  func isComparable(with other: SQLFragment) -> Bool {
    let numbers: Set<GraphLayout.ColumnType> = [.integer, .real]
    return type == other.type || numbers.isSuperset(of: [type, other.type])
  }
}

extension Value {
  /// The value in a column of a row.
  init(_ row: SQLRow, _ column: Int, _ type: GraphLayout.ColumnType) {
    if row.isNull(column) {
      self = .null
      return
    }
    switch type {
    case .integer: self = .integer(row.integer(column))
    case .real: self = .float(row.real(column))
    case .text: self = .string(row.text(column))
    case .boolean: self = .boolean(row.integer(column) != 0)
    case .day: self = .date(Day(rawValue: row.integer(column)))
    case .texts: self = PropertyText.texts(row.text(column))
    case .document: self = PropertyText.value(of: row.text(column))
    }
  }
}
