public import Ontology

/// A time of day, to the nanosecond.
public struct ClockTime: Hashable, Sendable {
  /// Nanoseconds since midnight, below 86,400,000,000,000.
  public var nanoseconds: Int

  static let perSecond = 1_000_000_000
  static let perDay = 86_400 * perSecond

  init(nanoseconds: Int) {
    self.nanoseconds = nanoseconds
  }

  var hour: Int { nanoseconds / (3600 * Self.perSecond) }
  var minute: Int { nanoseconds / (60 * Self.perSecond) % 60 }
  var second: Int { nanoseconds / Self.perSecond % 60 }
  var fraction: Int { nanoseconds % Self.perSecond }
}

/// A time of day with its distance from UTC.
public struct ZonedTime: Hashable, Sendable {
  /// The time as a clock there shows it.
  public var time: ClockTime
  /// Seconds east of UTC.
  public var offset: Int

  /// The time at UTC; may lie before or after the day.
  var utcNanoseconds: Int { time.nanoseconds - offset * ClockTime.perSecond }
}

/// A day and a time of day.
public struct LocalDateTime: Hashable, Sendable, Comparable {
  /// The day.
  public var day: Day
  /// The time of day.
  public var time: ClockTime

  /// Orders by time.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.day, left.time.nanoseconds) < (right.day, right.time.nanoseconds)
  }

  /// Seconds since 1970-01-01 as if at UTC, rounded down.
  var epochSeconds: Int { day.rawValue * 86_400 + time.nanoseconds / ClockTime.perSecond }

  init(day: Day, time: ClockTime) {
    self.day = day
    self.time = time
  }

  init(epochSeconds: Int, fraction: Int) {
    let day = epochSeconds.floored(by: 86_400)
    self.day = Day(rawValue: day)
    time = ClockTime(
      nanoseconds: (epochSeconds - day * 86_400) * ClockTime.perSecond + fraction)
  }
}

/// A time zone: an offset, and the name of the region that has it.
public struct Zone: Hashable, Sendable {
  /// Seconds east of UTC.
  public var offset: Int
  /// `Europe/Stockholm`; nil for a bare offset.
  public var name: String?

  init(offset: Int, name: String? = nil) {
    self.offset = offset
    self.name = name
  }
}

/// A day and a time of day in a zone.
public struct ZonedDateTime: Hashable, Sendable {
  /// Day and time as they are shown there.
  public var local: LocalDateTime
  /// The zone.
  public var zone: Zone

  /// The moment: at UTC.
  var instant: LocalDateTime {
    LocalDateTime(
      epochSeconds: local.epochSeconds - zone.offset, fraction: local.time.fraction)
  }
}

/// A length of time; months and days have no fixed length and so are kept apart.
public struct CalendarDuration: Hashable, Sendable {
  /// Months.
  public var months: Int
  /// Days.
  public var days: Int
  /// Seconds.
  public var seconds: Int
  /// Nanoseconds to add to the seconds, from 0 below 1,000,000,000.
  public var nanoseconds: Int

  /// A length of these parts; nanoseconds are carried over into seconds.
  init(months: Int = 0, days: Int = 0, seconds: Int = 0, nanoseconds: Int = 0) {
    self.months = months
    self.days = days
    let carried = nanoseconds.floored(by: ClockTime.perSecond)
    self.seconds = seconds + carried
    self.nanoseconds = nanoseconds - carried * ClockTime.perSecond
  }

  /// Seconds, with a month of 30.436875 days; for ordering alone.
  var approximateSeconds: Double {
    Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds)
      + Double(nanoseconds) / 1e9
  }
}

extension Int {
  /// Division that rounds down, also below zero.
  func floored(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  /// The remainder of division that rounds down.
  func modulo(_ divisor: Int) -> Int {
    self - floored(by: divisor) * divisor
  }
}
