import Ontology

/// Events over time as SVG: cooperation above the line, conflict below it.
struct TimelineDrawing {
  /// How long a bar is.
  enum Unit {
    case day, month, year

    /// The number of the unit that a day lies in.
    func number(of day: Day) -> Int {
      switch self {
      case .day: day.rawValue
      case .month: day.monthIndex
      case .year: day.components.year
      }
    }

    /// What stands under a bar.
    func name(of number: Int) -> String {
      switch self {
      case .day: String(Day(rawValue: number).description)
      case .month:
        "\(number / 12)-" + (number % 12 < 9 ? "0" : "") + "\(number % 12 + 1)"
      case .year: String(number)
      }
    }
  }

  private static let height = 190.0
  private static let margin = 34.0
  private static let bottom = 24.0

  let tallies: [ReportFacts.Tally]
  let words: ReportWords

  /// Days up to six weeks, months up to five years, else years.
  private var unit: Unit {
    let days = tallies.map(\.day.rawValue)
    let span = (days.max() ?? 0) - (days.min() ?? 0)
    return span <= 42 ? .day : span <= 1830 ? .month : .year
  }

  /// The chart at a width in pixels.
  func svg(width: Double, kind: String) -> String {
    let unit = unit
    var sums: [Int: [Int]] = [:]
    for tally in tallies {
      sums[unit.number(of: tally.day), default: [0, 0, 0, 0]][tally.quad.rawValue - 1] +=
        tally.events
    }
    let first = sums.keys.min() ?? 0
    let last = max(sums.keys.max() ?? 0, first + 5)
    var svg = SVG(width: width, height: Self.height, label: words.timeline, kind: kind)
    let up = sums.values.map { $0[0] + $0[1] }.max() ?? 0
    let down = sums.values.map { $0[2] + $0[3] }.max() ?? 0
    let plot = Self.height - Self.bottom - 8
    let scale = plot / Double(max(1, up + down))
    let zero = 8 + Double(up) * scale
    let step = (width - Self.margin) / Double(last - first + 1)
    for (number, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let x = Self.margin + Double(number - first) * step
      drawBars(sum, unit.name(of: number), x: x, step: step, zero: zero, scale: scale, in: &svg)
    }
    svg.line("M\(Self.margin) \(zero)H\(width)", kind: "axis")
    drawScale(up: up, down: down, zero: zero, scale: scale, in: &svg)
    drawNames(first...last, unit, step: step, width: width, in: &svg)
    return svg.text
  }

  private func drawBars(
    _ sum: [Int], _ name: String, x: Double, step: Double, zero: Double, scale: Double,
    in svg: inout SVG
  ) {
    let width = max(1, min(40, step * 0.8))
    var above = zero
    var below = zero
    for quad in QuadClass.allCases where sum[quad.rawValue - 1] > 0 {
      let count = sum[quad.rawValue - 1]
      let height = Double(count) * scale
      let isAbove = quad.rawValue <= 2
      if isAbove { above -= height }
      svg.bar(
        x: x + (step - width) / 2, y: isAbove ? above : below, width: width, height: height, quad,
        tip: "\(name): \(Palette.name(quad, in: words.language)), \(count)")
      if !isAbove { below += height }
    }
  }

  private func drawScale(
    up: Int, down: Int, zero: Double, scale: Double, in svg: inout SVG
  ) {
    let x = Self.margin - 6
    svg.text("0", x: x, y: zero + 4, size: 11, kind: "tick", anchor: "end")
    if Double(up) * scale > 16 {
      svg.text("\(up)", x: x, y: 14, size: 11, kind: "tick", anchor: "end")
    }
    if Double(down) * scale > 16 {
      svg.text(
        "\(down)", x: x, y: zero + Double(down) * scale + 2, size: 11, kind: "tick", anchor: "end")
    }
  }

  /// Names under the bars, as many as there is room for.
  private func drawNames(
    _ numbers: ClosedRange<Int>, _ unit: Unit, step: Double, width: Double, in svg: inout SVG
  ) {
    let room = TextWidth.of(unit.name(of: numbers.upperBound), size: 11) + 14
    let every = max(1, Int((room / step).rounded(.up)))
    for number in stride(from: numbers.lowerBound, through: numbers.upperBound, by: every) {
      let middle = Self.margin + (Double(number - numbers.lowerBound) + 0.5) * step
      guard middle + room / 2 <= width + 7, middle - room / 2 >= 0 else { continue }
      svg.text(
        unit.name(of: number), x: middle, y: Self.height - 8, size: 11, kind: "tick",
        anchor: "middle")
    }
  }
}
