import Ontology

/// A page about one actor: one HTML file without script, network or fonts of its own.
///
/// In: ``ReportFacts``. Out: HTML in a ``ByteSink``. The drawings are ``EgoDrawing`` and
/// ``TimelineDrawing``; the style sheet is ``ReportStyle``.
public struct ReportPage: Sendable {
  private let facts: ReportFacts
  private let words: ReportWords

  /// The page of `facts` in the language `language`, `en` or `id`.
  public init(_ facts: ReportFacts, language: String) {
    self.facts = facts
    words = ReportWords(language: language)
  }

  /// Writes the page.
  ///
  /// - Throws: what the sink's output throws.
  public func write(to sink: inout ByteSink) throws {
    sink.append(head)
    sink.append("<body>\n<main>\n")
    sink.append(header)
    for section in [relations, timeline, partners] where !section.isEmpty {
      sink.append(section)
      try sink.endRecord()
    }
    sink.append("<section id=\"newest\">\n<h2>\(words.newest)</h2>\n\(marksLegend)<ol>\n")
    for told in facts.newest {
      sink.append(item(told))
      try sink.endRecord()
    }
    sink.append("</ol>\n</section>\n</main>\n<footer><p>\(words.footer)</p></footer>\n")
    sink.append("</body>\n</html>\n")
    try sink.flush()
  }

  private var head: String {
    """
    <!doctype html>
    <html lang="\(words.language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'">
    <title>\(escaped(facts.name)) – Kawat</title>
    <style>
    \(ReportStyle.sheet)
    </style>
    </head>

    """
  }

  private var period: String {
    let days = facts.tallies.map(\.day)
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last ? "\(first)" : "\(first) – \(last)"
  }

  private var header: String {
    let figures = [
      period, "\(facts.events) \(words.events)", "\(facts.reports) \(words.reports)",
      "\(facts.partners.count) \(words.partners.lowercased())",
    ]
    let list = figures.filter { !$0.isEmpty }.map { "<li>\($0)</li>" }.joined()
    return
      "<header>\n<h1>\(escaped(facts.name))</h1>\n<ul class=\"figures\">\(list)</ul>\n</header>\n"
  }

  private var relations: String {
    guard !facts.ties.isEmpty else { return "" }
    let drawing = EgoDrawing(name: facts.name, ties: facts.ties, words: words)
    let lines = words.lines.map { line in
      "<li><svg class=\"key\" width=\"34\" height=\"10\" aria-hidden=\"true\">"
        + "<path class=\"tie \(line.status.rawValue)\" d=\"M1 5H33\" stroke-width=\"2\"/></svg> "
        + "\(line.text)</li>"
    }
    return """
      <section id="relations">
      <h2>\(words.relations)</h2>
      <ul class="legend">\(quadLegend)\(lines.joined())</ul>
      \(drawing.wide())\(drawing.narrow())</section>

      """
  }

  private var quadLegend: String {
    QuadClass.allCases.map { quad in
      "<li><span class=\"chip q\(quad.rawValue)\"></span> \(Palette.name(quad, in: words.language))</li>"
    }.joined()
  }

  private var timeline: String {
    guard !facts.tallies.isEmpty else { return "" }
    let drawing = TimelineDrawing(tallies: facts.tallies, words: words)
    return """
      <section id="timeline">
      <h2>\(words.timeline)</h2>
      <ul class="legend">\(quadLegend)</ul>
      \(drawing.svg(width: 1120, kind: "wide"))\(drawing.svg(width: 350, kind: "narrow"))</section>

      """
  }

  private var partners: String {
    guard !facts.partners.isEmpty else { return "" }
    let most = facts.partners.map { $0.events.reduce(0, +) }.max() ?? 1
    let rows = facts.partners.map { row($0, most: max(1, most)) }.joined()
    return """
      <section id="partners">
      <h2>\(words.partners)</h2>
      <table>
      <thead><tr><th scope="col">\(words.partner)</th><th scope="col" class="bars"><span>\(words.share)</span>\
      </th><th scope="col" class="number">\(words.event)</th>\
      <th scope="col" class="number score">\(words.score)</th>\
      <th scope="col" class="day">\(words.last)</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </section>

      """
  }

  private func row(_ partner: ReportFacts.Partner, most: Int) -> String {
    let total = partner.events.reduce(0, +)
    let bars = QuadClass.allCases.map { quad in
      let share = (partner.events[quad.rawValue - 1] * 1000 / most)
      return share == 0
        ? ""
        : "<span class=\"q\(quad.rawValue)\" style=\"width:\(share / 10).\(share % 10)%\"></span>"
    }
    let tenths = Int((partner.score * 10).rounded())
    let score = (tenths < 0 ? "−" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return "<tr><th scope=\"row\">\(escaped(partner.name))</th>"
      + "<td class=\"bars\"><div class=\"stack\">\(bars.joined())</div></td>"
      + "<td class=\"number\">\(total)</td><td class=\"number score\">\(score)</td>"
      + "<td class=\"day\">\(partner.last?.description ?? "")</td></tr>\n"
  }

  private var marksLegend: String {
    "<p class=\"marks\"><mark class=\"actor\">\(words.actor)</mark> "
      + "<mark class=\"trigger\">\(words.trigger)</mark> "
      + "<mark class=\"recipient\">\(words.recipient)</mark></p>\n"
  }

  private func item(_ told: ReportFacts.Told) -> String {
    let status =
      told.status == .happened
      ? "" : " <span class=\"status\">\(words.status(told.status))</span>"
    let count =
      told.reports > 1 ? " <span class=\"count\">\(told.reports) \(words.reports)</span>" : ""
    let day =
      told.day.map { "<time datetime=\"\($0)\">\($0)</time>" } ?? "<span>\(words.noDay)</span>"
    return """
      <li class="q\(told.quad.rawValue)">
      <p class="what">\(day) <strong>\(escaped(told.actor))</strong> \(escaped(told.verb)) \
      <strong>\(escaped(told.recipient))</strong>\(status)\(count)</p>
      <blockquote lang="\(escaped(told.evidence.language))">\(told.sentence.html)</blockquote>
      <p class="source">\(source(told.evidence))</p>
      </li>

      """
  }

  private func source(_ evidence: Graph.Evidence) -> String {
    let name = evidence.publisher.isEmpty ? evidence.article : evidence.publisher
    let parts = [name, evidence.published?.description ?? ""].filter { !$0.isEmpty }
    let text = escaped(parts.joined(separator: ", "))
    guard isWebAddress(evidence.url) else { return text }
    let shown = text.isEmpty ? escaped(evidence.url) : text
    return "<a href=\"\(escaped(evidence.url))\" rel=\"noopener noreferrer\">\(shown)</a>"
  }
}
