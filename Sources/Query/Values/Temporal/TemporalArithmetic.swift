import Ontology

extension CalendarDuration {
  /// The sum of both, part by part; nil when a part overflows.
  func adding(_ other: CalendarDuration, sign: Int = 1) -> CalendarDuration? {
    let months = months.addingReportingOverflow(sign * other.months)
    let days = days.addingReportingOverflow(sign * other.days)
    let seconds = seconds.addingReportingOverflow(sign * other.seconds)
    guard !months.overflow, !days.overflow, !seconds.overflow else { return nil }
    return CalendarDuration(
      months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue,
      nanoseconds: nanoseconds + sign * other.nanoseconds)
  }

  /// The length multiplied by a whole number.
  func scaled(by factor: Int) -> CalendarDuration {
    CalendarDuration(
      months: months * factor, days: days * factor, seconds: seconds * factor,
      nanoseconds: nanoseconds * factor)
  }

  /// The length multiplied by any number: parts of months become days, parts of days seconds.
  func scaled(by factor: Double) -> CalendarDuration {
    CalendarDuration(
      months: Double(months) * factor, days: Double(days) * factor,
      seconds: Double(seconds) * factor, nanoseconds: Double(nanoseconds) * factor)
  }

  /// A length of parts that need not be whole; a month has 30.436875 days where it is divided.
  init(months: Double, days: Double, seconds: Double, nanoseconds: Double) {
    let wholeMonths = months.rounded(.towardZero)
    let allDays = days + (months - wholeMonths) * 30.436875
    let wholeDays = allDays.rounded(.towardZero)
    let allSeconds = seconds + (allDays - wholeDays) * 86_400
    let wholeSeconds = allSeconds.rounded(.towardZero)
    let rest = nanoseconds + (allSeconds - wholeSeconds) * 1e9
    self.init(
      months: Self.whole(wholeMonths), days: Self.whole(wholeDays),
      seconds: Self.whole(wholeSeconds), nanoseconds: Self.whole((rest * 1000).rounded() / 1000))
  }

  private static func whole(_ value: Double) -> Int {
    Int(exactly: value.rounded(.towardZero)) ?? (value < 0 ? -Int(Int32.max) : Int(Int32.max))
  }
}

extension Value {
  /// Sums of durations, moved dates and multiples of durations; nil when the operator or the types
  /// are others.
  static func temporalArithmetic(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, at offset: Int
  ) throws(QueryError) -> Value? {
    switch (operation, left, right) {
    case (.add, .duration(let first), .duration(let second)),
      (.subtract, .duration(let first), .duration(let second)):
      guard let sum = first.adding(second, sign: operation == .add ? 1 : -1) else {
        throw .running(
          "NumberOutOfRange", "the duration is too long", at: offset, family: .argument)
      }
      return .duration(sum)
    case (.add, _, .duration(let length)): return left.moved(by: length, sign: 1)
    case (.subtract, _, .duration(let length)): return left.moved(by: length, sign: -1)
    case (.add, .duration(let length), _): return right.moved(by: length, sign: 1)
    case (.multiply, .duration(let length), _):
      return right.number.map { .duration(length.scaled(by: $0)) }
    case (.multiply, _, .duration(let length)):
      return left.number.map { .duration(length.scaled(by: $0)) }
    case (.divide, .duration(let length), _):
      return right.number.map { .duration(length.scaled(by: 1 / $0)) }
    default: return nil
    }
  }

  /// The number as a double; nil for anything else.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  private func moved(by length: CalendarDuration, sign: Int) -> Value? {
    let length = length.scaled(by: sign)
    switch self {
    case .date(let day):
      let moved = Calendar.adding(months: length.months, to: day)
      // Hours count only as far as they make whole days.
      return .date(moved.advanced(by: length.days + length.seconds / 86_400))
    case .localTime(let time): return .localTime(time.moved(by: length))
    case .time(let value):
      return .time(ZonedTime(time: value.time.moved(by: length), offset: value.offset))
    case .localDateTime(let value): return .localDateTime(value.moved(by: length))
    case .dateTime(let value): return .dateTime(value.moved(by: length))
    default: return nil
    }
  }
}

extension ClockTime {
  func moved(by length: CalendarDuration) -> ClockTime {
    let seconds = length.seconds.modulo(86_400)
    return ClockTime(
      nanoseconds: (nanoseconds + seconds * Self.perSecond + length.nanoseconds)
        .modulo(Self.perDay))
  }
}

extension LocalDateTime {
  func moved(by length: CalendarDuration) -> LocalDateTime {
    let day = Calendar.adding(months: length.months, to: day).advanced(by: length.days)
    let start = LocalDateTime(day: day, time: time)
    let fraction = time.fraction + length.nanoseconds
    return LocalDateTime(
      epochSeconds: start.epochSeconds + length.seconds + fraction / ClockTime.perSecond,
      fraction: fraction % ClockTime.perSecond)
  }
}

extension ZonedDateTime {
  /// Months and days move the clock's date, seconds the moment itself.
  func moved(by length: CalendarDuration) -> ZonedDateTime {
    let dates = CalendarDuration(months: length.months, days: length.days)
    let moved = ZonedDateTime(local: local.moved(by: dates), in: zone)
    let times = CalendarDuration(seconds: length.seconds, nanoseconds: length.nanoseconds)
    return ZonedDateTime(instant: moved.instant.moved(by: times), in: zone)
  }
}
