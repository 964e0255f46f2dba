import Foundation

/// A progress bar on standard error, drawn only for a person at a terminal.
struct ProgressBar {
  private static let cells = 24
  private static let interval: TimeInterval = 0.1

  private let title: String
  private let total: Int?
  private let isShown: Bool
  private var lastDrawn = Date.distantPast

  /// A bar up to `total` steps; without a total it counts.
  init(_ title: String, total: Int? = nil, isShown: Bool = Terminal.isStandardError) {
    self.title = title
    self.total = total
    self.isShown = isShown
  }

  /// Shows that `done` steps are done; draws at most ten times a second.
  mutating func update(_ done: Int) {
    guard isShown else { return }
    let now = Date()
    guard now.timeIntervalSince(lastDrawn) >= Self.interval else { return }
    lastDrawn = now
    draw("\r\(Self.line(title, done: done, total: total))\u{1B}[K")
  }

  /// Takes the bar away.
  func finish() {
    guard isShown else { return }
    draw("\r\u{1B}[K")
  }

  /// The bar as text: `coding ████████░░░░ 50 % (6 of 12)`.
  static func line(_ title: String, done: Int, total: Int?) -> String {
    guard let total, total > 0 else { return "\(title) \(done)" }
    let filled = min(cells, cells * done / total)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    return "\(title) \(bar) \(100 * done / total) % (\(done) of \(total))"
  }

  private func draw(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
