import Actors
import ArgumentParser
import DataFiles
import Foundation
import Ontology

/// `kawat actors resolve`: phrases in, actors out.
struct ActorsResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Tells whom phrases name: a pure filter.",
    discussion: """
      Reads JSON lines on standard input, {"id", "text"} with "date" and "language" where known, \
      and writes {"id", "code", "sector", "key", "name"} for each, with nulls where nobody is \
      known. Without a date the role held longest is taken. Phrases may also be given as words.

      EXAMPLES
        echo '{"id":"1","text":"Presiden Rusia","date":"2024-06-18","language":"id"}' \
          | kawat actors resolve --format jsonl
        kawat actors resolve --language en --date 2024-06-18 'the Russian president'
      """)

  @Argument(help: "Phrases; without any, JSON lines are read from standard input.")
  var phrases: [String] = []

  @Option(help: "The day for phrases that carry none: 2024-06-18.")
  var date: String?

  @Option(help: "The language of phrases that do not say it: id or en.")
  var language = "en"

  @OptionGroup var output: OutputOptions
  @OptionGroup var actors: ActorOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  /// A line of the input.
  private struct Phrase: Decodable {
    let id: String
    let text: String
    let date: String?
    let language: String?
  }

  func run() throws {
    let day = try date.map { text in
      guard let day = Day(text) else {
        throw CommandFailure.failed("\(text) is no day; write it as 2024-06-18")
      }
      return day
    }
    let directory = try data.directory()
    let dictionary = try actors.dictionary(directory, Ontology(directory))
    let resolver = try PhraseResolver(
      dictionary: dictionary, data: directory, labels: labels.code)
    var rows = output.rows(["id", "code", "sector", "key", "name", .wide("reason")])
    var found = 0
    var skipped = 0
    func answer(_ phrase: Phrase) throws {
      let mention = resolver.resolve(
        phrase.text, language: phrase.language ?? language,
        on: phrase.date.flatMap { Day($0) } ?? day)
      found += mention == nil ? 0 : 1
      try rows.write([
        .text(phrase.id), .optional(mention?.key?.code), .list(mention?.sectors ?? []),
        .optional(mention?.key?.rawValue), .optional(mention?.name), .optional(mention?.reason),
      ])
    }
    if phrases.isEmpty {
      var number = 0
      while let line = readLine() {
        number += 1
        if line.allSatisfy(\.isWhitespace) { continue }
        guard let phrase = try? JSONDecoder().decode(Phrase.self, from: Data(line.utf8)) else {
          skipped += 1
          Terminal.talk("line \(number): expected {\"id\", \"text\"} as JSON; left out")
          continue
        }
        try answer(phrase)
      }
    } else {
      for (number, text) in phrases.enumerated() {
        try answer(Phrase(id: String(number + 1), text: text, date: nil, language: nil))
      }
    }
    try rows.finish()
    if skipped > 0 { Terminal.talk("\(skipped) lines left out") }
    if found == 0 { throw CommandFailure.nothingFound(nil) }
  }
}
