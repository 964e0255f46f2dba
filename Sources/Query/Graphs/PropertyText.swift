import Foundation

/// Values as text in the language's own notation, in which the generic graph keeps properties.
enum PropertyText {
  /// An expression that makes the value again.
  static func text(of value: Value) -> String {
    switch value {
    case .float(let number) where !number.isFinite:
      number.isNaN ? "(0.0 / 0.0)" : number < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)"
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .map(let map):
      "{"
        + map.entries.map { "`\($0.key.replacing("`", with: "``"))`: \(text(of: $0.value))" }
        .joined(separator: ", ") + "}"
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      "\(function(value))('\(value.description)')"
    default: value.literal
    }
  }

  private static func function(_ value: Value) -> String {
    switch value {
    case .date: "date"
    case .localTime: "localtime"
    case .time: "time"
    case .localDateTime: "localdatetime"
    case .dateTime: "datetime"
    default: "duration"
    }
  }

  /// The value that a text makes; null when it makes none.
  static func value(of text: String) -> Value {
    guard let tree = try? QueryParser.parseExpression(text) else { return .null }
    var binder = Binder(schema: GraphSchema(), parameters: [:], allowsCreation: false)
    guard let bound = try? binder.bind(tree) else { return .null }
    let moment = ZonedDateTime(
      local: LocalDateTime(epochSeconds: 0, fraction: 0), zone: Zone(offset: 0))
    let context = RunContext(graph: MemoryGraph(), limits: QueryLimits(), now: moment, seed: 0)
    var row: Row = []
    return (try? context.value(bound.expression, &row)) ?? .null
  }

  /// A JSON list of texts.
  static func texts(_ json: String) -> Value {
    let texts = (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    return .list(texts.map { .string($0) })
  }
}
