import Ontology
import Query

/// One value of a row.
enum Cell: Hashable {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([String])
  /// A value that a query returned, nested as it may be.
  case value(Value)
  case missing

  /// A text, or nothing.
  static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .missing }

  /// A number, or nothing.
  static func optional(_ number: Int?) -> Cell { number.map(Cell.integer) ?? .missing }

  /// A number, or nothing.
  static func optional(_ number: Double?) -> Cell { number.map(Cell.number) ?? .missing }

  /// The value as text without quotes or escapes; lists are joined by `; `.
  var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? "\(number)" : ""
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): items.joined(separator: "; ")
    case .value(.null): ""
    case .value(let value): value.description
    case .missing: ""
    }
  }

  /// Writes the value as JSON.
  func write(to json: inout JSONText) {
    switch self {
    case .text(let text): json.value(text)
    case .integer(let number): json.value(number)
    case .number(let number): json.value(number)
    case .flag(let flag): json.value(flag)
    case .list(let items):
      json.beginArray()
      for item in items { json.value(item) }
      json.endArray()
    case .value(let value): value.write(to: &json)
    case .missing: json.null()
    }
  }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringInterpolation
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
}

/// One column of a table.
struct Column: Hashable {
  /// The heading, which is also the member's name in JSON.
  let name: String
  /// Whether values are set flush right.
  var isNumber = false
  /// What the column keeps when the table is wider than the terminal; nil when it does not give way.
  var least: Int?

  /// A column of numbers, set flush right.
  static func number(_ name: String) -> Column { Column(name: name, isNumber: true) }

  /// A column of long text, which gives way when the table is too wide, the last one first.
  static func wide(_ name: String, atLeast least: Int = 16) -> Column {
    Column(name: name, least: least)
  }
}

extension Column: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self.init(name: value) }
}
