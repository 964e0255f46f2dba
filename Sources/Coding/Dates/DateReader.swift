import Language
import DataFiles
import Ontology

/// Reads dates off a sentence: "Selasa (18/6/2024)", "19-20 Juni", "June 18, 2024", "yesterday".
///
/// In: a tree and the day of publication. Out: the days with the words they stand at.
struct DateReader: Sendable {
  /// A date and the word at which it stands.
  struct Found: Hashable, Sendable {
    let word: Int
    let day: Day
    /// Whether the date stands behind the publisher's name and dates the report, not the event.
    let isPublishers: Bool
    /// Whether day, month and year were written out.
    let isExact: Bool
  }

  private let lexicon: DateLexicon

  init(_ language: String, data: DataDirectory) throws(DataError) {
    lexicon = try DateLexicon(language, data: data)
  }

  /// All dates of a sentence, in its order.
  func dates(in view: TreeView, published: Day?) -> [Found] {
    var found: [Found] = []
    var lastPublisher = -100
    for index in 0..<view.count {
      if lexicon.part(view.forms[index]) == .publisher { lastPublisher = index }
      guard let (day, isExact) = day(at: index, in: view, published: published) else { continue }
      let isPublishers = index - lastPublisher <= 6
      found.append(Found(word: index, day: day, isPublishers: isPublishers, isExact: isExact))
    }
    return found
  }

  /// The date of an act: the one nearest to its trigger that is the event's own; a written date
  /// before one that is only relative.
  func date(of trigger: Int, among dates: [Found]) -> Day? {
    let own = dates.filter { !$0.isPublishers }
    let best = own.min {
      let left = ($0.isExact ? 0 : 1, abs($0.word - trigger))
      let right = ($1.isExact ? 0 : 1, abs($1.word - trigger))
      return left < right
    }
    return best?.day
  }

  private func day(at index: Int, in view: TreeView, published: Day?) -> (Day, Bool)? {
    let form = view.forms[index]
    if let day = numeric(form, published: published) { return (day, true) }
    if case .month(let month) = lexicon.part(form) {
      return written(month: month, at: index, in: view, published: published).map { ($0, true) }
    }
    guard let published else { return nil }
    let pair = index + 1 < view.count ? "\(form) \(view.forms[index + 1])" : ""
    if case .relative(let days) = lexicon.part(pair) ?? lexicon.part(form) {
      return (published.advanced(by: days), false)
    }
    if case .weekday(let weekday) = lexicon.part(form) {
      return (published.advanced(by: -((published.weekday - weekday + 7) % 7)), false)
    }
    return nil
  }

  /// `18/6/2024`, `18/6`, `18-6-2024`, `2024-06-18`: day before month.
  private func numeric(_ form: String, published: Day?) -> Day? {
    if let day = Day(form), form.utf8.count == 10 { return day }
    let parts = form.split(whereSeparator: { $0 == "/" }).map { Int($0) }
    guard (2...3).contains(parts.count), let day = parts[0], let month = parts[1] else {
      return nil
    }
    guard parts.count == 3 else {
      return published.flatMap { Self.nearest(month: month, day: day, to: $0) }
    }
    guard let year = parts[2] else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }

  /// `18 Juni 2024`, `19-20 Juni`, `June 18, 2024`, `June 18`.
  private func written(month: Int, at index: Int, in view: TreeView, published: Day?) -> Day? {
    func number(_ position: Int) -> Int? {
      guard (0..<view.count).contains(position) else { return nil }
      return Int(view.forms[position].prefix { $0.isNumber && $0.isASCII })
    }
    let before = number(index - 1).flatMap { (1...31).contains($0) ? $0 : nil }
    let after = number(index + 1).flatMap { (1...31).contains($0) ? $0 : nil }
    guard let day = before ?? after else { return nil }
    let years = before != nil ? [index + 1] : [index + 2, index + 3]
    if let year = years.compactMap(number).first(where: { (1900...2100).contains($0) }) {
      return Day(year: year, month: month, day: day)
    }
    return published.flatMap { Self.nearest(month: month, day: day, to: $0) }
  }

  private static func nearest(month: Int, day: Int, to published: Day) -> Day? {
    let year = published.components.year
    return [year - 1, year, year + 1].compactMap { Day(year: $0, month: month, day: day) }
      .min { abs($0.rawValue - published.rawValue) < abs($1.rawValue - published.rawValue) }
  }
}
