import Ontology

/// A drawing that grows by shapes; colours come from the page's style.
struct SVG {
  private var body: String
  /// The drawing as far as it goes, closed.
  var text: String { body + "</svg>\n" }

  /// An empty drawing, shown on screens of its `kind`: `wide` or `narrow`.
  init(width: Double, height: Double, label: String, kind: String) {
    body =
      "<svg class=\"\(kind)\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" "
      + "height=\"\(height)\" role=\"img\" aria-label=\"\(escaped(label))\">\n"
  }

  /// A line of text.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, kind: String, anchor: String = "start"
  ) {
    body +=
      "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" "
      + "text-anchor=\"\(anchor)\">\(escaped(text))</text>\n"
  }

  /// A box with a name in its middle, which is cut where it is too long.
  mutating func box(
    _ name: String, x: Double, y: Double, width: Double, height: Double, size: Double, kind: String
  ) {
    let shown = TextWidth.fit(name, width: width - 16, size: size)
    body +=
      "<g class=\"\(kind)\"><title>\(escaped(name))</title>"
      + "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"8\"/>"
      + "<text x=\"\(x + width / 2)\" y=\"\(y + height / 2)\" font-size=\"\(size)\" "
      + "text-anchor=\"middle\" dominant-baseline=\"central\">\(escaped(shown))</text></g>\n"
  }

  /// A partner's box.
  mutating func partner(_ row: EgoDrawing.Row, x: Double, width: Double) {
    box(
      row.tie.partner, x: x, y: row.y - EgoDrawing.boxHeight / 2, width: width,
      height: EgoDrawing.boxHeight, size: 14, kind: "partner")
  }

  /// A line in the page's own colours.
  mutating func line(_ path: String, kind: String) {
    body += "<path class=\"\(kind)\" d=\"\(path)\"/>\n"
  }

  /// The line of a tie: colour by quad class, width by reports, dashes by status.
  mutating func path(_ path: String, _ tie: ReportFacts.Tie, tip: String) {
    body +=
      "<path class=\"tie q\(tie.quad.rawValue) \(tie.status.rawValue)\" d=\"\(path)\" "
      + "stroke-width=\"\(DOT.width(reports: tie.reports))\"><title>\(escaped(tip))</title></path>\n"
  }

  /// An arrowhead whose point is at `x`.
  mutating func arrow(x: Double, y: Double, pointing: Double, _ quad: QuadClass) {
    let back = x - 11 * pointing
    body +=
      "<path class=\"head q\(quad.rawValue)\" d=\"M\(x) \(y)L\(back) \(y - 6)V\(y + 6)Z\"/>\n"
  }

  /// What a tie is, above its line.
  mutating func label(
    _ tie: ReportFacts.Tie, _ words: ReportWords, x: Double, y: Double, width: Double
  ) {
    let count = " (\(tie.verbReports))"
    let room = width - TextWidth.of(count, size: 12)
    let shown = TextWidth.fit(tie.verb, width: room, size: 12) + count
    text(shown, x: x, y: y, size: 12, kind: "relation")
  }

  /// A bar of a chart.
  mutating func bar(
    x: Double, y: Double, width: Double, height: Double, _ quad: QuadClass, tip: String
  ) {
    body +=
      "<rect class=\"bar q\(quad.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" "
      + "height=\"\(height)\"><title>\(escaped(tip))</title></rect>\n"
  }
}
