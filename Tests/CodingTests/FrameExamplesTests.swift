import Coding
import DataFiles
import Foundation
import Ontology
import TestSupport
import Testing

/// An example of a frame: its text without brackets, and where its two sides stand.
private struct FrameExample {
  let frame: Frame
  let text: String
  let actor: Range<Int>
  let recipient: Range<Int>

  /// Nil for a frame without an example.
  init?(_ frame: Frame) {
    var plain = String.UnicodeScalarView()
    var places: [Unicode.Scalar: Int] = [:]
    for scalar in frame.example.unicodeScalars {
      if "[]{}".unicodeScalars.contains(scalar) {
        places[scalar] = plain.count
      } else {
        plain.append(scalar)
      }
    }
    guard let from = places["["], let to = places["]"], let start = places["{"],
      let end = places["}"], from < to, start < end
    else { return nil }
    self.frame = frame
    text = String(plain)
    actor = from..<to
    recipient = start..<end
  }

  /// Whether the frame's act was coded between the two sides; either way round for a reciprocal act.
  func isCoded(by reports: [Report]) -> Bool {
    reports.contains { report in
      guard report.act == frame.act else { return false }
      let straight = names(report.actors, actor) && names(report.recipients, recipient)
      let turned = names(report.actors, recipient) && names(report.recipients, actor)
      return straight || (report.reciprocal && turned)
    }
  }

  private func names(_ side: [Participant], _ place: Range<Int>) -> Bool {
    side.contains { $0.mention.range.overlaps(place) }
  }
}

/// What the coder makes of the examples of a language.
private struct ExampleScore {
  var all = 0
  var coded = 0
  var misses: [String] = []

  init(_ language: String, coder: EventCoder) throws {
    let frames = try #require(coder.frames(of: language)).frames
    for example in frames.compactMap(FrameExample.init) {
      let article = Article(
        id: "a", language: language, published: Day("2024-06-18"), text: example.text)
      let reports = coder.code(article).reports
      all += 1
      if example.isCoded(by: reports) {
        coded += 1
      } else {
        misses.append(Self.line(example, reports))
      }
    }
  }

  private static func line(_ example: FrameExample, _ reports: [Report]) -> String {
    let found = reports.map { report in
      let sides = [report.actors, report.recipients].map { side in
        side.map(\.mention.text).joined(separator: "+")
      }
      return "\(sides[0]) \(report.act.rawValue) \(sides[1])"
    }
    let act = example.frame.act?.rawValue ?? "-"
    return "\(act)\t\(example.frame.example)\t\(found.joined(separator: "; "))"
  }
}

/// The least share, in per cent, that must be coded: `Floors.tsv` beside this file.
private func floors() throws -> [String: Double] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Floors.tsv")
  let table = try DataTable(
    path: "Floors.tsv", text: String(contentsOf: file, encoding: .utf8),
    columns: ["figure", "language", "floor"])
  return Dictionary(
    uniqueKeysWithValues: table.rows.filter { $0[0] == "frame examples" }
      .map { ($0[1], Double($0[2]) ?? 100) })
}

/// The models decide, so not every example need be coded; `MISSES=1` prints those that are not.
@Suite struct `The examples of the frames` {
  @Test(arguments: EventCoder.languages)
  func `are coded as often as before`(language: String) throws {
    let coder = try EventCoder(ontology: Ontology(.embedded), data: .embedded)
    let score = try ExampleScore(language, coder: coder)
    let share = 100 * Double(score.coded) / Double(max(1, score.all))
    print("frame examples\t\(language)\t\(score.coded) of \(score.all)\t\(share) %")
    if ProcessInfo.processInfo.environment["MISSES"] != nil {
      for miss in score.misses { print("miss\t\(language)\t\(miss)") }
    }
    #expect(score.all >= 250)
    let floor = try #require(try floors()[language])
    #expect(share >= floor, "\(score.coded) of \(score.all) coded: below the floor of \(floor) %")
  }
}
