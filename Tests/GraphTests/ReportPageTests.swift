import Foundation
import Graph
import Ontology
import TestSupport
import Testing

@Suite struct `The report page` {
  static let chromium = Reader.path(of: "chromium")

  /// The page as text.
  private static func page(_ facts: ReportFacts, language: String = "en") throws -> String {
    var bytes: [UInt8] = []
    var sink = ByteSink { bytes.append(contentsOf: $0) }
    try ReportPage(facts, language: language).write(to: &sink)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ["en", "id"])
  func `is written as in the golden file`(language: String) throws {
    let text = try Self.page(Sample.facts(), language: language)
    #expect(differenceFromGolden(text, "report-\(language).html") == nil)
  }

  @Test func `asks nothing of the network and runs no script`() throws {
    let text = try Self.page(Sample.facts())
    for forbidden in ["<script", "<link", "<img", "@import", "url(", " src=", "javascript:"] {
      #expect(!text.contains(forbidden), "\(forbidden)")
    }
  }

  @Test func `shows hostile names as they are and obeys none`() throws {
    let text = try Self.page(Sample.facts(names: Sample.hostileNames + Sample.controlNames))
    #expect(!text.contains("<b>bold</b>"))
    #expect(text.contains("&lt;b&gt;bold&lt;/b&gt;"))
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func `marks actor, act and recipient, the earlier mark where they overlap`() {
    let sentence = MarkedSentence(
      "Rusia menuduh AS", marks: [(0..<5, .actor), (3..<13, .trigger), (14..<99, .recipient)])
    let pieces = sentence.pieces.map { "\($0.text)|\($0.part?.rawValue ?? "")" }
    #expect(pieces == ["Rusia|actor", " menuduh|trigger", " |", "AS|recipient"])
  }

  /// What a browser finds on the page at a width.
  private struct Layout: Decodable {
    var width: Double
    var scrollWidth: Double
    var sections: [String]
    var drawings: Int
    var marks: Int
    var overlaps: [String]
    var outside: [String]
  }

  private static let measuring = """
    <script>
    addEventListener('load', () => {
      const page = document.getElementById('page').contentDocument;
      const view = page.defaultView;
      const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
      const boxes = [...page.querySelectorAll('svg text, h1, h2, th, td, li, blockquote, .legend li')]
        .filter(seen).filter(e => e.textContent.trim() !== '');
      const leaves = boxes.filter(e => !boxes.some(o => o !== e && e.contains(o)));
      const overlaps = [];
      for (let i = 0; i < leaves.length; i++) for (let j = i + 1; j < leaves.length; j++) {
        const a = leaves[i].getBoundingClientRect(), b = leaves[j].getBoundingClientRect();
        const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (w > 1 && h > 1) overlaps.push(leaves[i].textContent.slice(0, 40) + ' | '
          + leaves[j].textContent.slice(0, 40));
      }
      const rects = [...page.querySelectorAll('.partner rect, .ego rect')].filter(seen);
      for (const text of [...page.querySelectorAll('svg text.relation, svg text.caption')].filter(seen))
        for (const rect of rects) {
          const a = text.getBoundingClientRect(), b = rect.getBoundingClientRect();
          if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
            overlaps.push('box | ' + text.textContent);
        }
      const outside = leaves.filter(e => { const r = e.getBoundingClientRect();
        return r.left < -1 || r.right > view.innerWidth + 1; }).map(e => e.textContent.slice(0, 40));
      for (const box of [...page.querySelectorAll('.partner, .ego')].filter(seen)) {
        const r = box.querySelector('rect').getBoundingClientRect();
        const t = box.querySelector('text').getBoundingClientRect();
        if (t.left < r.left - 1 || t.right > r.right + 1) outside.push(box.textContent.slice(0, 40));
      }
      const out = document.createElement('pre'); out.id = 'result';
      out.textContent = 'RESULT' + btoa(unescape(encodeURIComponent(JSON.stringify({
        width: view.innerWidth, scrollWidth: page.documentElement.scrollWidth,
        sections: [...page.querySelectorAll('section')].filter(seen).map(e => e.id),
        drawings: [...page.querySelectorAll('section > svg')].filter(seen).length,
        marks: page.querySelectorAll('blockquote mark').length, overlaps, outside })))) + 'END';
      document.body.append(out);
    });
    </script>
    """

  @Test(
    .enabled(if: chromium != nil, "chromium is not installed; see .ci/readers"),
    arguments: [1280, 390], [false, true])
  func `has every part and nothing upon another in a browser`(width: Int, hostile: Bool) throws {
    let names = hostile ? Sample.hostileNames.filter { !$0.isEmpty } : Sample.partnerNames
    let page = try Self.page(Sample.facts(names: names))
    var frame: [UInt8] = []
    var sink = ByteSink { frame.append(contentsOf: $0) }
    sink.append(page, .xml)
    try sink.flush()
    let harness = """
      <!doctype html><meta charset="utf-8"><body style="margin:0">
      <iframe id="page" style="border:0" width="\(width)" height="3000" \
      srcdoc="\(String(decoding: frame, as: UTF8.self))"></iframe>\(Self.measuring)
      """
    let layout = try Self.layout(harness)
    #expect(layout.width == Double(width))
    #expect(layout.scrollWidth <= layout.width)
    #expect(layout.sections == ["relations", "timeline", "partners", "newest"])
    #expect(layout.drawings == 2)
    #expect(layout.marks == names.count * 3)
    #expect(layout.overlaps == [])
    #expect(layout.outside == [])
  }

  private static func layout(_ harness: String) throws -> Layout {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("harness.html")
    try Data(harness.utf8).write(to: file)
    let run = try Reader.run(
      chromium ?? "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path("profile"))", "--virtual-time-budget=20000",
        "--window-size=1400,1000", "--dump-dom", "file://\(file.path)",
      ], input: "")
    let encoded = run.output.split(separator: "RESULT").last?.split(separator: "END").first
    let data = try #require(
      encoded.flatMap { Data(base64Encoded: String($0)) }, "no result: \(run.errors.suffix(600))")
    return try JSONDecoder().decode(Layout.self, from: data)
  }
}
