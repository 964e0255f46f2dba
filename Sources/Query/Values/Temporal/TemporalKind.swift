import Ontology

/// The five types of dates and times, by the names of the functions that make them.
enum TemporalKind: String, Hashable, Sendable, CaseIterable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  var hasDay: Bool { self == .date || self == .localDateTime || self == .dateTime }
  var hasTime: Bool { self != .date }
  var hasZone: Bool { self == .time || self == .dateTime }

  /// What a value of this type is, in a line.
  var meaning: String {
    switch self {
    case .date: "a day, `date('2024-06-18')`; without an argument today, in UTC"
    case .localTime: "a time of day without a zone, `localtime('12:31:14')`"
    case .time: "a time of day with an offset, `time('12:31:14+07:00')`"
    case .localDateTime: "a day and time without a zone, `localdatetime('2024-06-18T12:31')`"
    case .dateTime: "a day and time in a zone, `datetime('2024-06-18T12:31[Asia/Jakarta]')`"
    }
  }

  /// The part of a moment that this type has.
  func value(of moment: ZonedDateTime) -> Value {
    value(day: moment.local.day, time: moment.local.time, zone: moment.zone)
  }

  /// A value of this type from its parts.
  func value(day: Day, time: ClockTime, zone: Zone) -> Value {
    switch self {
    case .date: .date(day)
    case .localTime: .localTime(time)
    case .time:
      .time(
        ZonedTime(
          time: time,
          offset: zone.resolved(local: LocalDateTime(day: day, time: time)).offset))
    case .localDateTime: .localDateTime(LocalDateTime(day: day, time: time))
    case .dateTime:
      .dateTime(ZonedDateTime(local: LocalDateTime(day: day, time: time), in: zone))
    }
  }
}

/// The parts that a date or time has.
struct TemporalParts {
  var day: Day?
  var time: ClockTime?
  var zone: Zone?

  /// The parts of a value; nil when it is no date or time.
  init?(_ value: Value) {
    switch value {
    case .date(let day): self.day = day
    case .localTime(let time): self.time = time
    case .time(let value): (time, zone) = (value.time, Zone(offset: value.offset))
    case .localDateTime(let value): (day, time) = (value.day, value.time)
    case .dateTime(let value): (day, time, zone) = (value.local.day, value.local.time, value.zone)
    default: return nil
    }
  }

  init() {}

  /// A part of a date, time or duration by its name, `month`; nil when the value has no such part.
  static func part(_ name: String, of value: Value) -> Value? {
    if case .duration(let length) = value {
      return durationPart(name, length).map { .integer($0) }
    }
    guard let parts = TemporalParts(value) else { return nil }
    if let day = parts.day, let number = dayPart(name, day) { return .integer(number) }
    if let time = parts.time, let number = timePart(name, time) { return .integer(number) }
    return parts.zonePart(name)
  }

  private static func dayPart(_ name: String, _ day: Day) -> Int? {
    let (year, month, date) = day.components
    switch name {
    case "year": return year
    case "quarter": return (month + 2) / 3
    case "month": return month
    case "week": return Calendar.week(of: day).week
    case "weekYear": return Calendar.week(of: day).year
    case "day": return date
    case "ordinalDay": return Calendar.ordinal(of: day)
    case "weekDay", "dayOfWeek": return day.weekday + 1
    case "dayOfQuarter": return Calendar.dayOfQuarter(of: day)
    default: return nil
    }
  }

  private static func timePart(_ name: String, _ time: ClockTime) -> Int? {
    switch name {
    case "hour": time.hour
    case "minute": time.minute
    case "second": time.second
    case "millisecond": time.fraction / 1_000_000
    case "microsecond": time.fraction / 1000
    case "nanosecond": time.fraction
    default: nil
    }
  }

  private func zonePart(_ name: String) -> Value? {
    guard let zone else { return nil }
    let offset = TemporalText.text(ofOffset: zone.offset)
    switch name {
    case "timezone": return .string(zone.name ?? offset)
    case "offset": return .string(offset)
    case "offsetMinutes": return .integer(zone.offset / 60)
    case "offsetSeconds": return .integer(zone.offset)
    default: break
    }
    guard let day, let time else { return nil }
    let seconds = LocalDateTime(day: day, time: time).epochSeconds - zone.offset
    switch name {
    case "epochSeconds": return .integer(seconds)
    case "epochMillis": return .integer(seconds * 1000 + time.fraction / 1_000_000)
    default: return nil
    }
  }

  private static func durationPart(_ name: String, _ length: CalendarDuration) -> Int? {
    switch name {
    case "years": length.months / 12
    case "quarters": length.months / 3
    case "months": length.months
    case "weeks": length.days / 7
    case "days": length.days
    case "hours": length.seconds / 3600
    case "minutes": length.seconds / 60
    case "seconds": length.seconds
    case "milliseconds": length.seconds * 1000 + length.nanoseconds / 1_000_000
    case "microseconds": length.seconds * 1_000_000 + length.nanoseconds / 1000
    case "nanoseconds": length.seconds * 1_000_000_000 + length.nanoseconds
    case "quartersOfYear": length.months % 12 / 3
    case "monthsOfQuarter": length.months % 3
    case "monthsOfYear": length.months % 12
    case "daysOfWeek": length.days % 7
    case "minutesOfHour": length.seconds % 3600 / 60
    case "secondsOfMinute": length.seconds % 60
    case "millisecondsOfSecond": length.nanoseconds / 1_000_000
    case "microsecondsOfSecond": length.nanoseconds / 1000
    case "nanosecondsOfSecond": length.nanoseconds
    default: nil
    }
  }
}
