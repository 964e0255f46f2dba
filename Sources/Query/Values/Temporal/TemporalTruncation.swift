import Ontology

/// Finds the start of the unit of time that a value lies in.
enum TemporalTruncation {
  static func truncate(
    _ kind: TemporalKind, _ values: [Value], now: ZonedDateTime, at offset: Int
  ) throws(QueryError) -> Value {
    guard case .string(let unit) = values[0] else {
      throw TemporalMaking.wrong("the unit is a text such as 'month'", at: offset)
    }
    let value = values.count > 1 ? values[1] : .dateTime(now)
    guard var parts = TemporalParts(value) else {
      throw TemporalMaking.wrong("\(value.typeName) is no date or time", at: offset)
    }
    if kind.hasDay, parts.day == nil {
      throw TemporalMaking.wrong("a \(kind.rawValue) needs a day", at: offset)
    }
    if let size = size(of: unit) {
      guard size < ClockTime.perDay || parts.day != nil || !kind.hasDay else {
        throw TemporalMaking.wrong("there is no \(unit) in \(value.typeName)", at: offset)
      }
      let time = parts.time?.nanoseconds ?? 0
      parts.time = ClockTime(nanoseconds: time / size * size)
    } else {
      guard let day = parts.day, let start = start(of: unit, day) else {
        throw TemporalMaking.wrong("there is no unit '\(unit)'", at: offset)
      }
      parts.day = start
      parts.time = ClockTime(nanoseconds: 0)
    }
    var map = ValueMap()
    if values.count > 2, case .map(let fields) = values[2] { map = fields }
    return try TemporalMaking.make(kind, map, base: parts, addsFraction: true, at: offset)
  }

  /// The nanoseconds of a unit up to a day; nil for longer ones.
  private static func size(of unit: String) -> Int? {
    switch unit {
    case "day": ClockTime.perDay
    case "hour": 3600 * ClockTime.perSecond
    case "minute": 60 * ClockTime.perSecond
    case "second": ClockTime.perSecond
    case "millisecond": 1_000_000
    case "microsecond": 1000
    default: nil
    }
  }

  /// The first day of a unit longer than a day; nil when there is no such unit.
  private static func start(of unit: String, _ day: Day) -> Day? {
    let (year, month, _) = day.components
    switch unit {
    case "millennium": return Calendar.day(year: year.floored(by: 1000) * 1000, month: 1, day: 1)
    case "century": return Calendar.day(year: year.floored(by: 100) * 100, month: 1, day: 1)
    case "decade": return Calendar.day(year: year.floored(by: 10) * 10, month: 1, day: 1)
    case "year": return Calendar.day(year: year, month: 1, day: 1)
    case "weekYear": return Calendar.firstMonday(ofWeekYear: Calendar.week(of: day).year)
    case "quarter": return Calendar.firstDay(ofQuarter: (month + 2) / 3, year: year)
    case "month": return Calendar.day(year: year, month: month, day: 1)
    case "week": return day.advanced(by: -day.weekday)
    default: return nil
    }
  }
}
