import Foundation

extension Zone {
  /// Reads `+01:00`, `-0130`, `+02`, `Z` or a region's name; nil for anything else.
  ///
  /// A region's offset depends on the moment and is found when the date-time is made.
  init?(_ text: String) {
    if text == "Z" || text == "z" {
      self.init(offset: 0)
    } else if let offset = Self.offset(text) {
      self.init(offset: offset)
    } else if text.contains("/") || text.allSatisfy(\.isLetter), TimeZone(identifier: text) != nil {
      self.init(offset: 0, name: text)
    } else {
      return nil
    }
  }

  private static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().replacing(":", with: "")
    guard [2, 4, 6].contains(digits.count), digits.allSatisfy(\.isWholeNumber),
      let hours = Int(digits.prefix(2)), let minutes = Int("0" + digits.dropFirst(2).prefix(2)),
      let seconds = Int("0" + digits.dropFirst(4)), hours <= 18, minutes < 60, seconds < 60
    else { return nil }
    let size = hours * 3600 + minutes * 60 + seconds
    return sign == "-" ? -size : size
  }

  /// The offset of a region at a moment, in seconds.
  private static func offset(of name: String, at seconds: Int) -> Int? {
    TimeZone(identifier: name)?
      .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }

  /// The zone with the offset that it has when its clocks show a time.
  func resolved(local: LocalDateTime) -> Zone {
    guard let name else { return self }
    let seconds = local.epochSeconds
    // Of two moments that show the same time the earlier is meant: try the offset before first.
    guard let before = Self.offset(of: name, at: seconds - 86_400),
      let after = Self.offset(of: name, at: seconds + 86_400)
    else { return self }
    for offset in [before, after] where Self.offset(of: name, at: seconds - offset) == offset {
      return Zone(offset: offset, name: name)
    }
    return Zone(offset: Self.offset(of: name, at: seconds - before) ?? before, name: name)
  }

  /// The zone with the offset that it has at a moment.
  func resolved(instant: LocalDateTime) -> Zone {
    guard let name else { return self }
    return Zone(offset: Self.offset(of: name, at: instant.epochSeconds) ?? offset, name: name)
  }
}

extension ZonedDateTime {
  /// The moment at which the clocks of a zone show a time.
  init(local: LocalDateTime, in zone: Zone) {
    let resolved = zone.resolved(local: local)
    // In a gap of the clocks the time that follows is meant.
    let instant = LocalDateTime(
      epochSeconds: local.epochSeconds - resolved.offset, fraction: local.time.fraction)
    let actual = zone.resolved(instant: instant)
    self.init(
      local: LocalDateTime(
        epochSeconds: instant.epochSeconds + actual.offset, fraction: local.time.fraction),
      zone: actual)
  }

  /// A moment as the clocks of a zone show it.
  init(instant: LocalDateTime, in zone: Zone) {
    let actual = zone.resolved(instant: instant)
    self.init(
      local: LocalDateTime(
        epochSeconds: instant.epochSeconds + actual.offset, fraction: instant.time.fraction),
      zone: actual)
  }
}
