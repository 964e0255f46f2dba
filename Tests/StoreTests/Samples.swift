import DataFiles
import Foundation
import Ontology
import Store

/// Small articles and graphs that the tests share.
enum Samples {
  static func ontology() throws -> Ontology { try Ontology(.embedded) }

  /// An actor's mention at the start of a sentence.
  static func participant(_ key: String?, _ name: String) -> Participant {
    Participant(
      key: key.map(ActorKey.init(rawValue:)), sectors: [], name: name,
      mention: TextSpan(text: name, range: 0..<name.unicodeScalars.count))
  }

  /// A report of `article`, sentence 0.
  static func report(
    _ article: String, number: Int = 0, _ actors: [String], _ recipients: [String],
    _ act: EventType = .accuse, status: Status = .happened, day: String? = "2024-06-17",
    reciprocal: Bool = false
  ) -> Report {
    Report(
      id: "\(article)/0/\(number)", article: article, sentence: 0, text: sentence, language: "en",
      date: day.flatMap { Day($0) }, dateIsFromText: false,
      actors: actors.map { participant($0, $0) },
      recipients: recipients.map { participant($0, $0) },
      type: act, act: act, modes: act == .accuse ? ["allege"] : [], contexts: ["military"],
      cameo: "112", status: status, attributedTo: [ActorKey(rawValue: "USA")],
      reciprocal: reciprocal, trigger: [TextSpan(text: "accuses", range: 3..<10)],
      confidence: 0.75, rule: "en/test")
  }

  static let sentence = TextSpan(text: "US accuses DPRK of shipping arms.", range: 0..<33)

  static func coded(
    _ id: String, publisher: String? = "Bisnis", text: String = sentence.text, _ reports: [Report]
  ) -> CodedArticle {
    CodedArticle(
      article: Article(
        id: id, language: "en", publisher: publisher, published: Day("2024-06-18"), text: text),
      language: "en", sentences: [sentence], reports: reports, rejections: [])
  }
}

extension Samples {
  /// A table of events between a dozen actors over some years, the same for the same number.
  static func table(rows: Int, header: Bool = true, seed: UInt32 = 7) -> String {
    let actors = ["USA", "PRK", "RUS", "UKR", "CHN", "IDN", "MMR", "ISR", "PSE", "Komite A", "B"]
    let relations = ["112", "040", "190", "ASSAULT", "supports", "010"]
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % limit
    }
    var text = header ? "date\tactor\trelation\trecipient\n" : ""
    for _ in 0..<rows {
      let day = Day(rawValue: 18_000 + next(1500))
      let actor = actors[next(actors.count)]
      let recipient = actors[next(actors.count)]
      text += "\(day)\t\(actor)\t\(relations[next(relations.count)])\t\(recipient)\n"
    }
    return text
  }

  /// Runs a program of the system; false when it is not there or fails.
  static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
