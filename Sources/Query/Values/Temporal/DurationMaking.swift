import Ontology

/// Makes durations of texts, maps and two moments.
enum DurationMaking {
  static func value(of value: Value, at offset: Int) throws(QueryError) -> Value {
    switch value {
    case .duration: return value
    case .map(let map): return .duration(try duration(map, at: offset))
    case .string(let text):
      guard let length = DurationReading.duration(text) else {
        throw TemporalMaking.wrong("'\(text)' is no duration", at: offset)
      }
      return .duration(length)
    default:
      throw .running(
        "InvalidArgumentType", "duration does not take \(value.typeName)", at: offset)
    }
  }

  private static func duration(
    _ map: ValueMap, at offset: Int
  ) throws(QueryError) -> CalendarDuration {
    func sum(_ units: [(String, Double)]) throws(QueryError) -> Double {
      var total = 0.0
      for (name, size) in units {
        guard let value = map[name], !value.isNull else { continue }
        guard let number = value.number else {
          throw TemporalMaking.wrong("\(name) must be a number", at: offset)
        }
        total += number * size
      }
      return total
    }
    return CalendarDuration(
      months: try sum([("years", 12), ("quarters", 3), ("months", 1)]),
      days: try sum([("weeks", 7), ("days", 1)]),
      seconds: try sum([("hours", 3600), ("minutes", 60), ("seconds", 1)]),
      nanoseconds: try sum([
        ("milliseconds", 1_000_000), ("microseconds", 1000), ("nanoseconds", 1),
      ]))
  }

  // MARK: Between two moments

  /// In which units a difference is told.
  enum Unit { case all, months, days, seconds }

  static func between(
    _ first: Value, _ second: Value, unit: Unit, at offset: Int
  ) throws(QueryError) -> Value {
    guard let left = TemporalParts(first), let right = TemporalParts(second) else {
      throw .running(
        "InvalidArgumentType", "the time between takes two dates or times", at: offset)
    }
    let bothHaveDays = left.day != nil && right.day != nil
    if !bothHaveDays, unit == .months || unit == .days { return .duration(CalendarDuration()) }
    let zone = left.zone ?? right.zone ?? Zone(offset: 0)
    // Where only one has a day, the times are compared as on that day.
    let day = bothHaveDays ? nil : left.day ?? right.day ?? Day(rawValue: 0)
    let start = moment(left, day, zone)
    let end = moment(right, day, right.zone ?? zone)
    return .duration(difference(start, ZonedDateTime(instant: end.instant, in: zone), unit))
  }

  private static func moment(_ parts: TemporalParts, _ day: Day?, _ zone: Zone) -> ZonedDateTime {
    let local = LocalDateTime(
      day: day ?? parts.day ?? Day(rawValue: 0), time: parts.time ?? ClockTime(nanoseconds: 0))
    return ZonedDateTime(local: local, in: zone)
  }

  private static func difference(
    _ start: ZonedDateTime, _ end: ZonedDateTime, _ unit: Unit
  ) -> CalendarDuration {
    var from = start
    var months = 0
    if unit == .all || unit == .months {
      months = wholeMonths(start.local, end.local)
      from = start.moved(by: CalendarDuration(months: months))
    }
    if unit == .months { return CalendarDuration(months: months) }
    var days = 0
    if unit == .all || unit == .days {
      days = wholeDays(from.local, end.local)
      from = from.moved(by: CalendarDuration(days: days))
    }
    if unit == .days { return CalendarDuration(days: days) }
    return CalendarDuration(
      months: months, days: days,
      seconds: end.instant.epochSeconds - from.instant.epochSeconds,
      nanoseconds: end.local.time.fraction - from.local.time.fraction)
  }

  private static func wholeMonths(_ start: LocalDateTime, _ end: LocalDateTime) -> Int {
    let (first, second) = (start.day.components, end.day.components)
    let months = (second.year - first.year) * 12 + second.month - first.month
    let reached = LocalDateTime(
      day: Calendar.adding(months: months, to: start.day), time: start.time)
    if months > 0, reached > end { return months - 1 }
    return months < 0 && reached < end ? months + 1 : months
  }

  private static func wholeDays(_ start: LocalDateTime, _ end: LocalDateTime) -> Int {
    let days = end.day.rawValue - start.day.rawValue
    if days > 0, end.time.nanoseconds < start.time.nanoseconds { return days - 1 }
    return days < 0 && end.time.nanoseconds > start.time.nanoseconds ? days + 1 : days
  }
}

/// Reads durations in the forms of ISO 8601.
enum DurationReading {
  static func duration(_ text: String) -> CalendarDuration? {
    guard text.first == "P" else { return nil }
    let halves = text.dropFirst().split(
      separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if halves[0].contains("-"), let length = dateForm(halves) { return length }
    var parts = Parts()
    let units: [[Character: WritableKeyPath<Parts, Double>]] = [
      ["Y": \.years, "M": \.months, "W": \.weeks, "D": \.days],
      ["H": \.hours, "M": \.minutes, "S": \.seconds],
    ]
    var count = 0
    for (half, known) in zip(halves, units) {
      var number = ""
      for character in half {
        guard let unit = known[character] else {
          number.append(character)
          continue
        }
        guard let value = Double(number) else { return nil }
        parts[keyPath: unit] += value
        number = ""
        count += 1
      }
      guard number.isEmpty else { return nil }
    }
    return count > 0 ? parts.duration : nil
  }

  private struct Parts {
    var (years, months, weeks, days) = (0.0, 0.0, 0.0, 0.0)
    var (hours, minutes, seconds) = (0.0, 0.0, 0.0)

    var duration: CalendarDuration {
      let fraction = (seconds - seconds.rounded(.towardZero)) * 1e9
      return CalendarDuration(
        months: years * 12 + months, days: weeks * 7 + days,
        seconds: hours * 3600 + minutes * 60 + seconds.rounded(.towardZero),
        nanoseconds: fraction.rounded())
    }
  }

  /// `P2012-02-02T14:37:21.545`.
  private static func dateForm(_ halves: [Substring]) -> CalendarDuration? {
    let numbers = halves[0].split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, !halves[0].hasPrefix("-") else { return nil }
    var time = ClockTime(nanoseconds: 0)
    if halves.count == 2 {
      guard let found = TemporalReading.time(halves[1]) else { return nil }
      time = found
    }
    return CalendarDuration(
      months: numbers[0] * 12 + numbers[1], days: numbers[2],
      seconds: time.nanoseconds / ClockTime.perSecond, nanoseconds: time.fraction)
  }
}
