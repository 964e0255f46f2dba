import ArgumentParser
import Coding
import DataFiles
import Foundation
import Ontology

/// `kawat explain SENTENCE`: each step of the coding.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows every step by which a sentence is coded.",
    discussion: """
      The stages are parse (words, tags, tree), actors (who is named, and how that was found) and \
      events (what names an act, who does it and to whom, its status, what was rejected and why).

      EXAMPLES
        kawat explain 'Rusia menuduh Ukraina melanggar perjanjian.'
        kawat explain 'France will send aid to Kenya.' --stage actors
        kawat explain --data Data --published 2024-06-18 < article.txt
      """)

  /// The stages that can be asked for.
  enum StageName: String, CaseIterable, ExpressibleByArgument {
    case parse, actors, events
  }

  @Argument(help: "The sentence, or a whole text; standard input when there is none.")
  var text: String?

  @Option(help: "Only this stage: parse, actors or events. May be given more than once.")
  var stage: [StageName] = []

  @Option(help: "The language of the text, id or en; found out without it.")
  var language: String?

  @Option(
    help: ArgumentHelp(
      "The day of publication, by which dated roles and \"yesterday\" are read.",
      valueName: "YYYY-MM-DD"))
  var published: Day?

  @OptionGroup var actors: ActorOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let directory = try data.directory()
    let coder = try EventCoder(
      ontology: Ontology(directory), data: directory, actors: actors.url)
    let article = Article(
      id: "sentence", language: language, published: published, text: try text ?? standardInput())
    let names = stage.map(\.rawValue)
    let steps = coder.explain(article).filter { names.isEmpty || names.contains($0.stage.rawValue) }
    guard !steps.isEmpty else { throw CommandFailure.nothingFound("nothing to explain") }
    if output.resolvedFormat == .table { return try show(steps) }
    var rows = output.rows([.number("sentence"), "stage", "step"])
    for step in steps {
      try rows.write([.integer(step.sentence), .text(step.stage.rawValue), .text(step.text)])
    }
    try rows.finish()
  }

  private func standardInput() throws -> String {
    guard isatty(STDIN_FILENO) == 0 else {
      throw CommandFailure.failed("nothing to explain: give a sentence, or text on standard input")
    }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure.failed("stdin: not UTF-8")
    }
    return text
  }

  /// The steps as a page: a heading for each sentence and stage, no step cut short.
  private func show(_ steps: [CodingStep]) throws {
    let stream = StandardOutput()
    var heading = ""
    for step in steps {
      let next = "sentence \(step.sentence), \(step.stage.rawValue)\n"
      if next != heading { stream.write(heading.isEmpty ? next : "\n" + next) }
      heading = next
      for line in step.text.split(separator: "\n", omittingEmptySubsequences: false) {
        stream.write("  \(line)\n")
      }
    }
    try stream.flush()
  }
}
