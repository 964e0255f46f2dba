import Ontology

/// Reckoning with days, weeks, quarters and years of the proleptic Gregorian calendar.
enum Calendar {
  /// The day of a date of any year; nil when the calendar has no such date.
  static func day(year: Int, month: Int, day: Int) -> Day? {
    guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year),
      abs(year) <= 999_999_999
    else { return nil }
    // The calendar repeats every 400 years, which have 146,097 days.
    let cycles = year.floored(by: 400)
    return Day(year: year - cycles * 400, month: month, day: day)?
      .advanced(by: cycles * 146_097)
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The same date that many months later, or the month's last day where it has no such date.
  static func adding(months: Int, to day: Day) -> Day {
    let (year, month, date) = day.components
    let index = year * 12 + month - 1 + months
    let newYear = index.floored(by: 12)
    let newMonth = index.modulo(12) + 1
    let last = length(ofMonth: newMonth, year: newYear)
    return Calendar.day(year: newYear, month: newMonth, day: min(date, last)) ?? day
  }

  /// The first day of a year's quarter, 1 to 4.
  static func firstDay(ofQuarter quarter: Int, year: Int) -> Day? {
    day(year: year, month: quarter * 3 - 2, day: 1)
  }

  /// The Monday of ISO week 1.
  static func firstMonday(ofWeekYear year: Int) -> Day? {
    day(year: year, month: 1, day: 4).map { $0.advanced(by: -$0.weekday) }
  }

  /// The ISO week of a day, and the year it belongs to.
  static func week(of day: Day) -> (year: Int, week: Int) {
    let thursday = day.advanced(by: 3 - day.weekday)
    let year = thursday.components.year
    return (year, (ordinal(of: thursday) - 1) / 7 + 1)
  }

  /// The number of a day in its year, from 1.
  static func ordinal(of day: Day) -> Int {
    let first = Calendar.day(year: day.components.year, month: 1, day: 1) ?? day
    return day.rawValue - first.rawValue + 1
  }

  /// The number of a day in its quarter, from 1.
  static func dayOfQuarter(of day: Day) -> Int {
    let (year, month, _) = day.components
    let first = firstDay(ofQuarter: (month + 2) / 3, year: year) ?? day
    return day.rawValue - first.rawValue + 1
  }
}
