/// Sets rows out in columns: widths from the first rows, measured as a terminal draws the text.
struct TableLayout {
  /// Rows that are looked at before the widths are fixed.
  private static let sample = 500

  private let columns: [Column]
  private let limit: Int?
  private var waiting: [[String]] = []
  private var widths: [Int] = []

  /// A layout of these columns.
  ///
  /// - Parameter width: what a line may take; nil for no limit.
  init(_ columns: [Column], width: Int?) {
    self.columns = columns
    limit = width
  }

  /// Takes a row; returns the text that is ready.
  mutating func add(_ row: [String]) -> String {
    let clean = row.map(Self.oneLine)
    guard widths.isEmpty else { return line(clean) }
    waiting.append(clean)
    return waiting.count < Self.sample ? "" : release()
  }

  /// The text of the rows that were held back.
  mutating func finish() -> String {
    widths.isEmpty ? release() : ""
  }

  private mutating func release() -> String {
    widths = columns.indices.map { index in
      waiting.reduce(columns[index].name.displayWidth) { max($0, $1[index].displayWidth) }
    }
    shrink()
    let rule = widths.map { String(repeating: "-", count: $0) }
    let text = ([columns.map(\.name), rule] + waiting).map(line).joined()
    waiting = []
    return text
  }

  private mutating func shrink() {
    guard let limit else { return }
    let gaps = 2 * (widths.count - 1)
    for index in columns.indices.reversed() {
      guard let least = columns[index].least else { continue }
      let excess = widths.reduce(gaps, +) - limit
      guard excess > 0 else { return }
      widths[index] = max(min(least, widths[index]), widths[index] - excess)
    }
  }

  private func line(_ cells: [String]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let shown = columns[index].least != nil ? cell.truncated(toWidth: widths[index]) : cell
      let padding = String(repeating: " ", count: max(0, widths[index] - shown.displayWidth))
      let isLast = index == cells.count - 1
      text += columns[index].isNumber ? padding + shown : shown + (isLast ? "" : padding)
      if !isLast { text += "  " }
    }
    return text + "\n"
  }

  /// The text with every control character as a space, so that no article can steer a terminal.
  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(clean)
  }
}
