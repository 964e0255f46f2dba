/// A day of the proleptic Gregorian calendar, as a number of days since 1970-01-01.
public struct Day: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public let rawValue: Int

  /// The day that many days after 1970-01-01.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The day of a date; nil when the calendar has no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    rawValue = Self.days(year: year, month: month, day: day)
  }

  /// Reads `2024-06-18`, or a date-time that begins so; nil for anything else.
  public init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    let rest = text.utf8.dropFirst(10).first
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, rest == nil || rest == UInt8(ascii: "T") || rest == 32,
      let year = Self.number(parts[0]), let month = Self.number(parts[1]),
      let day = Self.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
  }

  /// Year, month (1–12) and day (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = rawValue + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Months since year 0: year × 12 + month − 1.
  public var monthIndex: Int {
    let (year, month, _) = components
    return year * 12 + month - 1
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    let remainder = (rawValue + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The day that many days later.
  public func advanced(by days: Int) -> Day { Day(rawValue: rawValue + days) }

  /// Orders days by time.
  public static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension Day: CustomStringConvertible {
  /// The ISO 8601 date, `2024-06-18`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(year < 0 ? "-" : "")\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
