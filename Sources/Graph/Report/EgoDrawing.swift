import Ontology

/// The actor and its partners as SVG, laid out in rows so that nothing can lie upon anything else.
///
/// Wide: on the left those who act upon the actor, on the right those upon whom it acts; everything
/// flows from left to right. Narrow: the partners below the actor, one a row.
struct EgoDrawing {
  /// Where a tie is drawn: from the actor's box to the partner's row.
  struct Row {
    let tie: ReportFacts.Tie
    let y: Double
  }

  static let boxHeight = 34.0
  let name: String
  let ties: [ReportFacts.Tie]
  let words: ReportWords

  // MARK: Wide

  private static let width = 1120.0
  private static let partnerWidth = 190.0
  private static let labelWidth = 200.0
  private static let egoWidth = 160.0
  private static let rowHeight = 54.0
  private static let top = 30.0
  private static let portGap = 18.0

  /// The drawing for screens of a desk.
  func wide(limit: Int = 8) -> String {
    let incoming = Array(ties.filter { $0.direction == .incoming }.prefix(limit))
    let outgoing = Array(ties.filter { $0.direction != .incoming }.prefix(limit))
    let rows = Double(max(incoming.count, outgoing.count, 1))
    let height = Self.top + rows * Self.rowHeight + 10
    let middle = Self.top + rows * Self.rowHeight / 2
    let left = Self.placed(incoming, rows: rows)
    let right = Self.placed(outgoing, rows: rows)
    var svg = SVG(width: Self.width, height: height, label: words.egoTitle(name), kind: "wide")
    if !left.isEmpty { svg.text(words.toActor, x: 0, y: 14, size: 13, kind: "caption") }
    if !right.isEmpty {
      svg.text(words.fromActor, x: Self.width, y: 14, size: 13, kind: "caption", anchor: "end")
    }
    for (number, row) in left.enumerated() {
      drawIncoming(row, at: middle + Self.port(number, of: left.count), in: &svg)
    }
    for (number, row) in right.enumerated() {
      drawOutgoing(row, at: middle + Self.port(number, of: right.count), in: &svg)
    }
    let box = max(48, rows * Self.portGap + 10)
    svg.box(
      name, x: (Self.width - Self.egoWidth) / 2, y: middle - box / 2, width: Self.egoWidth,
      height: box, size: 17, kind: "ego")
    return svg.text
  }

  private static func placed(_ ties: [ReportFacts.Tie], rows: Double) -> [Row] {
    let start = top + (rows - Double(ties.count)) * rowHeight / 2 + rowHeight / 2
    return ties.enumerated().map { Row(tie: $1, y: start + Double($0) * rowHeight) }
  }

  /// Where a line meets the actor's box, up or down from its middle.
  private static func port(_ number: Int, of count: Int) -> Double {
    (Double(number) - Double(count - 1) / 2) * portGap
  }

  private func drawIncoming(_ row: Row, at port: Double, in svg: inout SVG) {
    let start = Self.partnerWidth
    let bend = start + Self.labelWidth
    let end = (Self.width - Self.egoWidth) / 2 - 9
    let middle = (bend + end) / 2
    svg.path(
      "M\(start) \(row.y)H\(bend)C\(middle) \(row.y) \(middle) \(port) \(end) \(port)",
      row.tie, tip: words.tip(row.tie, name))
    svg.arrow(x: end + 9, y: port, pointing: 1, row.tie.quad)
    svg.label(row.tie, words, x: start + 10, y: row.y - 8, width: Self.labelWidth - 20)
    svg.partner(row, x: 0, width: Self.partnerWidth)
  }

  private func drawOutgoing(_ row: Row, at port: Double, in svg: inout SVG) {
    let start = (Self.width + Self.egoWidth) / 2
    let end = Self.width - Self.partnerWidth
    let bend = end - Self.labelWidth
    let middle = (start + bend) / 2
    let from = row.tie.direction == .mutual ? start + 9 : start
    svg.path(
      "M\(from) \(port)C\(middle) \(port) \(middle) \(row.y) \(bend) \(row.y)H\(end - 9)",
      row.tie, tip: words.tip(row.tie, name))
    svg.arrow(x: end, y: row.y, pointing: 1, row.tie.quad)
    if row.tie.direction == .mutual { svg.arrow(x: start, y: port, pointing: -1, row.tie.quad) }
    svg.label(row.tie, words, x: bend + 6, y: row.y - 8, width: Self.labelWidth - 20)
    svg.partner(row, x: end, width: Self.partnerWidth)
  }

  // MARK: Narrow

  private static let narrowWidth = 350.0
  private static let narrowBox = 160.0
  private static let spine = 12.0

  /// The drawing for the screens of telephones.
  func narrow(limit: Int = 10) -> String {
    let shown = Array(ties.prefix(limit))
    let rows = shown.enumerated().map { Row(tie: $1, y: 92 + Double($0) * 54) }
    let height = (rows.last?.y ?? 50) + 30
    var svg = SVG(
      width: Self.narrowWidth, height: height, label: words.egoTitle(name), kind: "narrow")
    if let last = rows.last {
      svg.line("M\(Self.spine) 46V\(last.y)", kind: "spine")
    }
    for row in rows { drawNarrow(row, in: &svg) }
    svg.box(name, x: 0, y: 6, width: 200, height: 40, size: 16, kind: "ego")
    return svg.text
  }

  private func drawNarrow(_ row: Row, in svg: inout SVG) {
    let end = Self.narrowWidth - Self.narrowBox
    let isIncoming = row.tie.direction == .incoming
    let isMutual = row.tie.direction == .mutual
    let from = Self.spine + (isIncoming || isMutual ? 11 : 1)
    svg.path(
      "M\(from) \(row.y)H\(isIncoming ? end : end - 9)", row.tie, tip: words.tip(row.tie, name))
    if isIncoming || isMutual {
      svg.arrow(x: Self.spine + 2, y: row.y, pointing: -1, row.tie.quad)
    }
    if !isIncoming { svg.arrow(x: end, y: row.y, pointing: 1, row.tie.quad) }
    svg.label(row.tie, words, x: Self.spine + 12, y: row.y - 9, width: end - Self.spine - 20)
    svg.partner(row, x: end, width: Self.narrowBox)
  }
}
