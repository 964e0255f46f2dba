import Foundation
import Ontology
import Store

/// Draws a timeline: bars whose colour is the mean score, for a terminal or as SVG.
struct TimelinePlot {
  private let buckets: [TimelineBucket]
  private let unit: TimeUnit
  private let title: String

  init(buckets: [TimelineBucket], unit: TimeUnit, title: String) {
    self.buckets = buckets
    self.unit = unit
    self.title = title
  }

  private var highest: Int { max(1, buckets.map(\.events).max() ?? 1) }

  /// A line a stretch: its name, a bar, its count and mean score.
  func text(width: Int) -> String {
    let room = max(10, width - 28)
    return buckets.map { bucket in
      let eighths = bucket.events * room * 8 / highest
      let bar =
        String(repeating: "█", count: eighths / 8) + Self.eighth(eighths % 8)
      let filled = bar.count
      let rest = String(repeating: " ", count: max(0, room - filled))
      let score = bucket.meanScore.map { String(format: "%+5.1f", $0) } ?? ""
      return "\(label(bucket)) \(bar)\(rest) \(bucket.events) \(score)"
        .trimmingCharacters(in: .init(charactersIn: " ")) + "\n"
    }.joined()
  }

  private static func eighth(_ count: Int) -> String {
    ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][count]
  }

  private func label(_ bucket: TimelineBucket) -> String {
    let day = bucket.start.description
    switch unit {
    case .year: return String(day.prefix(4))
    case .month: return String(day.prefix(7))
    case .day, .week: return day
    }
  }

  // MARK: SVG

  private static let width = 900.0
  private static let height = 300.0
  private static let margin = (left: 50.0, right: 10.0, top: 40.0, bottom: 40.0)

  /// A drawing of its own, 900 × 300.
  func svg() -> String {
    let plotWidth = Self.width - Self.margin.left - Self.margin.right
    let plotHeight = Self.height - Self.margin.top - Self.margin.bottom
    let step = plotWidth / Double(max(1, buckets.count))
    let base = Self.margin.top + plotHeight
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" viewBox="0 0 900 300" \
      font-family="sans-serif" font-size="11">
      <rect width="900" height="300" fill="white"/>
      <text x="50" y="20" font-size="14">\(Self.escaped(title))</text>
      <text x="890" y="20" text-anchor="end">events by \(unit.rawValue); \
      red conflict, blue cooperation</text>

      """
    for (index, bucket) in buckets.enumerated() where bucket.events > 0 {
      let tall = plotHeight * Double(bucket.events) / Double(highest)
      let x = Self.margin.left + step * Double(index)
      let score = Self.number(bucket.meanScore ?? 0)
      svg += """
        <rect x="\(Self.number(x))" y="\(Self.number(base - tall))" \
        width="\(Self.number(max(0.5, step * 0.9)))" height="\(Self.number(tall))" \
        fill="\(Self.colour(bucket.meanScore ?? 0))"><title>\(label(bucket)): \
        \(bucket.events) events, mean score \(score)</title></rect>

        """
    }
    return svg + axes(base: base, step: step) + "</svg>\n"
  }

  private func axes(base: Double, step: Double) -> String {
    var svg = """
      <line x1="50" y1="\(Self.number(base))" x2="890" y2="\(Self.number(base))" stroke="black"/>
      <text x="45" y="\(Self.number(Self.margin.top + 8))" text-anchor="end">\(highest)</text>
      <text x="45" y="\(Self.number(base))" text-anchor="end">0</text>

      """
    let every = max(1, (buckets.count + 9) / 10)
    for index in stride(from: 0, to: buckets.count, by: every) {
      let x = Self.margin.left + step * (Double(index) + 0.45)
      svg += """
        <text x="\(Self.number(x))" y="\(Self.number(base + 16))" text-anchor="middle">\
        \(label(buckets[index]))</text>

        """
    }
    return svg
  }

  /// From red (−10) over grey (0) to blue (+10).
  private static func colour(_ score: Double) -> String {
    let share = max(-1, min(1, score / 7))
    let grey = 150.0
    let red = Int(share < 0 ? grey - share * 60 : grey * (1 - share) + 30 * share)
    let green = Int(grey * (1 - abs(share)) + 60 * abs(share))
    let blue = Int(share > 0 ? grey + share * 60 : grey * (1 + share) - 40 * share)
    return "rgb(\(red),\(green),\(blue))"
  }

  private static func number(_ value: Double) -> String { String(format: "%.2f", value) }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
  }
}
