import Ontology

/// Makes dates and times of texts, maps and one another.
enum TemporalMaking {
  static func value(
    _ kind: TemporalKind, of value: Value, now: ZonedDateTime, at offset: Int
  ) throws(QueryError) -> Value {
    switch value {
    case .string(let text):
      guard let parts = TemporalReading.parts(of: text, kind) else {
        throw wrong("'\(text)' is no \(kind.rawValue)", at: offset)
      }
      return try build(kind, parts, at: offset)
    case .map(let map): return try make(kind, map, base: TemporalParts(), at: offset)
    default:
      guard let parts = TemporalParts(value) else {
        throw .running(
          "InvalidArgumentType", "\(kind.rawValue) does not take \(value.typeName)", at: offset)
      }
      return try build(kind, parts, at: offset)
    }
  }

  static func wrong(_ message: String, at offset: Int) -> QueryError {
    .running("InvalidArgumentValue", message, at: offset, family: .argument)
  }

  /// A value of parts that may be more or fewer than it needs.
  private static func build(
    _ kind: TemporalKind, _ parts: TemporalParts, at offset: Int
  ) throws(QueryError) -> Value {
    guard parts.day != nil || !kind.hasDay else {
      throw wrong("a \(kind.rawValue) needs a day", at: offset)
    }
    guard parts.time != nil || kind.hasDay else {
      throw wrong("a \(kind.rawValue) needs a time", at: offset)
    }
    return kind.value(
      day: parts.day ?? Day(rawValue: 0), time: parts.time ?? ClockTime(nanoseconds: 0),
      zone: parts.zone ?? Zone(offset: 0))
  }

  // MARK: Maps

  /// A value of a map's fields, over those of a base.
  ///
  /// - Parameter addsFraction: whether fields below the second are added to the base's, as
  ///   truncation wants, instead of replacing them.
  static func make(
    _ kind: TemporalKind, _ map: ValueMap, base: TemporalParts, addsFraction: Bool = false,
    at offset: Int
  ) throws(QueryError) -> Value {
    var parts = base
    if let value = map["datetime"] { try take(value, &parts, day: true, time: true, at: offset) }
    if let value = map["date"] { try take(value, &parts, day: true, time: false, at: offset) }
    if let value = map["time"] { try take(value, &parts, day: false, time: true, at: offset) }
    let timeIsZoned = (map["time"] ?? map["datetime"]) != nil && parts.zone != nil
    if kind.hasDay { parts.day = try day(map, parts.day, at: offset) }
    if kind.hasTime {
      parts.time = try time(map, parts.time, addsFraction: addsFraction, at: offset)
    }
    guard let name = map["timezone"] else { return try build(kind, parts, at: offset) }
    guard case .string(let text) = name, let zone = Zone(text) else {
      throw wrong("\(name.literal) is no time zone", at: offset)
    }
    if timeIsZoned, let time = parts.time, let old = parts.zone {
      let local = LocalDateTime(day: parts.day ?? Day(rawValue: 0), time: time)
      let moved = ZonedDateTime(instant: ZonedDateTime(local: local, in: old).instant, in: zone)
      return kind.value(of: moved)
    }
    parts.zone = zone
    return try build(kind, parts, at: offset)
  }

  private static func take(
    _ value: Value, _ parts: inout TemporalParts, day: Bool, time: Bool, at offset: Int
  ) throws(QueryError) {
    guard let other = TemporalParts(value) else {
      throw wrong("\(value.literal) is no date or time", at: offset)
    }
    if day { parts.day = other.day ?? parts.day }
    if time {
      parts.time = other.time ?? parts.time
      parts.zone = other.zone ?? parts.zone
    }
  }

  private static func integer(
    _ map: ValueMap, _ key: String, at offset: Int
  ) throws(QueryError) -> Int? {
    switch map[key] {
    case nil, .null?: return nil
    case .integer(let number)?: return number
    case let value?:
      throw wrong("\(key) must be an integer, not \(value.typeName)", at: offset)
    }
  }

  private static func day(
    _ map: ValueMap, _ base: Day?, at offset: Int
  ) throws(QueryError) -> Day {
    let year = try integer(map, "year", at: offset)
    guard year != nil || base != nil else { throw wrong("a date needs a year", at: offset) }
    let found: Day?
    if map["week"] != nil || map["dayOfWeek"] != nil {
      found = try weekDate(map, year, base, at: offset)
    } else if let ordinal = try integer(map, "ordinalDay", at: offset) {
      let first = Calendar.day(year: year ?? base?.components.year ?? 0, month: 1, day: 1)
      found = (1...366).contains(ordinal) ? first?.advanced(by: ordinal - 1) : nil
    } else if map["quarter"] != nil || map["dayOfQuarter"] != nil {
      found = try quarterDate(map, year, base, at: offset)
    } else {
      found = Calendar.day(
        year: year ?? base?.components.year ?? 0,
        month: try integer(map, "month", at: offset) ?? base?.components.month ?? 1,
        day: try integer(map, "day", at: offset) ?? base?.components.day ?? 1)
    }
    guard let found else { throw wrong("the calendar has no such date", at: offset) }
    return found
  }

  private static func weekDate(
    _ map: ValueMap, _ year: Int?, _ base: Day?, at offset: Int
  ) throws(QueryError) -> Day? {
    let known = base.map { Calendar.week(of: $0) }
    let week = try integer(map, "week", at: offset) ?? known?.week ?? 1
    let weekday = try integer(map, "dayOfWeek", at: offset) ?? base.map { $0.weekday + 1 } ?? 1
    guard (1...53).contains(week), (1...7).contains(weekday) else { return nil }
    return Calendar.firstMonday(ofWeekYear: year ?? known?.year ?? 0)?
      .advanced(by: (week - 1) * 7 + weekday - 1)
  }

  private static func quarterDate(
    _ map: ValueMap, _ year: Int?, _ base: Day?, at offset: Int
  ) throws(QueryError) -> Day? {
    let parts = base?.components
    let quarter =
      try integer(map, "quarter", at: offset) ?? parts.map { ($0.month + 2) / 3 } ?? 1
    guard (1...4).contains(quarter) else { return nil }
    let year = year ?? parts?.year ?? 0
    if let number = try integer(map, "dayOfQuarter", at: offset) {
      guard (1...92).contains(number) else { return nil }
      return Calendar.firstDay(ofQuarter: quarter, year: year)?.advanced(by: number - 1)
    }
    let month = parts.map { ($0.month - 1) % 3 + 1 } ?? 1
    return Calendar.day(
      year: year, month: quarter * 3 - 3 + (try integer(map, "month", at: offset) ?? month),
      day: try integer(map, "day", at: offset) ?? parts?.day ?? 1)
  }

  private static func time(
    _ map: ValueMap, _ base: ClockTime?, addsFraction: Bool, at offset: Int
  ) throws(QueryError) -> ClockTime? {
    let hour = try integer(map, "hour", at: offset)
    let minute = try integer(map, "minute", at: offset)
    let second = try integer(map, "second", at: offset)
    let milliseconds = try integer(map, "millisecond", at: offset)
    let microseconds = try integer(map, "microsecond", at: offset)
    let nanoseconds = try integer(map, "nanosecond", at: offset)
    let given = [hour, minute, second, milliseconds, microseconds, nanoseconds].compactMap { $0 }
    if given.isEmpty { return base }
    var fraction =
      (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1000 + (nanoseconds ?? 0)
    let hasFraction = milliseconds != nil || microseconds != nil || nanoseconds != nil
    if addsFraction || !hasFraction { fraction += base?.fraction ?? 0 }
    let (hours, minutes) = (hour ?? base?.hour ?? 0, minute ?? base?.minute ?? 0)
    let seconds = second ?? base?.second ?? 0
    guard (0...23).contains(hours), (0...59).contains(minutes), (0...59).contains(seconds),
      (0..<ClockTime.perSecond).contains(fraction)
    else { throw wrong("the day has no such time", at: offset) }
    let whole = hours * 3600 + minutes * 60 + seconds
    return ClockTime(nanoseconds: whole * ClockTime.perSecond + fraction)
  }
}
