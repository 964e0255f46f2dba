import Ontology

extension Value {
  /// A temporal value in ISO 8601; nil for any other value.
  var temporalText: String? {
    switch self {
    case .date(let day): TemporalText.text(of: day)
    case .localTime(let time): TemporalText.text(of: time)
    case .time(let value):
      TemporalText.text(of: value.time) + TemporalText.text(ofOffset: value.offset)
    case .localDateTime(let value): TemporalText.text(of: value)
    case .dateTime(let value):
      TemporalText.text(of: value.local) + TemporalText.text(ofOffset: value.zone.offset)
        + (value.zone.name.map { "[\($0)]" } ?? "")
    case .duration(let value): TemporalText.text(of: value)
    default: nil
    }
  }
}

/// How temporal values are written.
enum TemporalText {
  static func text(of day: Day) -> String {
    let (year, month, date) = day.components
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return "\(sign)\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(date, 2))"
  }

  static func text(of time: ClockTime) -> String {
    var text = "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
    if time.second != 0 || time.fraction != 0 { text += ":\(padded(time.second, 2))" }
    return text + Self.text(ofFraction: time.fraction)
  }

  static func text(of value: LocalDateTime) -> String {
    text(of: value.day) + "T" + text(of: value.time)
  }

  static func text(ofOffset offset: Int) -> String {
    guard offset != 0 else { return "Z" }
    let size = abs(offset)
    let seconds = size % 60 == 0 ? "" : ":\(padded(size % 60, 2))"
    return
      "\(offset < 0 ? "-" : "+")\(padded(size / 3600, 2)):\(padded(size / 60 % 60, 2))\(seconds)"
  }

  /// `.645`, without zeros at the end; nothing for a whole second.
  private static func text(ofFraction fraction: Int) -> String {
    guard fraction != 0 else { return "" }
    var digits = padded(fraction, 9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  static func text(of value: CalendarDuration) -> String {
    func part(_ number: Int, _ unit: String) -> String { number == 0 ? "" : "\(number)\(unit)" }
    let date =
      part(value.months / 12, "Y") + part(value.months % 12, "M") + part(value.days, "D")
    // The nanoseconds count upwards; a negative length is written with both parts negative.
    let borrows = value.seconds < 0 && value.nanoseconds > 0
    let whole = borrows ? value.seconds + 1 : value.seconds
    let fraction = borrows ? ClockTime.perSecond - value.nanoseconds : value.nanoseconds
    var time = part(whole / 3600, "H") + part(whole / 60 % 60, "M")
    let seconds = whole % 60
    if seconds != 0 || fraction != 0 {
      let sign = value.seconds < 0 ? "-" : ""
      time += "\(sign)\(abs(seconds))\(text(ofFraction: fraction))S"
    }
    if date.isEmpty, time.isEmpty { return "PT0S" }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
