import Ontology

/// Days of publication as they are written in headers, feeds and pages.
enum PublicationDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `2024-06-18`, a date-time that begins so, or `Tue, 18 Jun 2024 08:00:00 +0700`.
  ///
  /// The day is that of the publisher's own clock.
  static func day(_ text: String) -> Day? {
    let text = String(text.trimmed)
    return Day(text) ?? feedDay(text)
  }

  private static func feedDay(_ text: String) -> Day? {
    let date = text.split(separator: ",").last ?? ""
    let parts = date.split(separator: " ")
    guard parts.count >= 3, let day = Int(parts[0]),
      let month = months.firstIndex(of: parts[1].prefix(3).lowercased()),
      let year = Int(parts[2]), year >= 1000
    else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }
}
