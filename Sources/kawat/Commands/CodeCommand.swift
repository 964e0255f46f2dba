import ArgumentParser
import Coding
import DataFiles
import Foundation
import Ingest
import Ontology

/// `kawat code`: articles in, records out, nothing kept.
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Codes articles and prints the records: a pure filter.",
    discussion: """
      Reads articles as JSON lines on standard input, {"id", "text"} with "language", \
      "published", "title", "publisher" and "url" where known, and writes one PLOVER record a \
      line, in the order of the input. A line that is no article is reported with its number and \
      left out.

      EXAMPLES
        kawat code < articles.jsonl > events.jsonl
        echo '{"id":"a1","text":"AS menuduh Korea Utara."}' | kawat code
        kawat code --coded-only --format tsv articles.jsonl
      """)

  @Argument(help: "Files of articles; standard input when there is none or for -.")
  var paths: [String] = []

  @Option(help: "How records are written: jsonl, or one row a dyad as table, csv, tsv or json.")
  var format: OutputFormat = .jsonl

  @Flag(help: "Leave out records in which an actor or recipient has no code.")
  var codedOnly = false

  @Flag(help: "Stop at the first line that is no article.")
  var strict = false

  @Option(
    help: "The language of articles that do not say it: id or en. Without it it is found out.")
  var language: String?

  @OptionGroup var labels: LabelOptions
  @OptionGroup var actors: ActorOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let queue = try ArticlePaths(paths, format: paths.isEmpty ? .jsonl : nil)
      .queue(defaults: ArticleDefaults(language: language))
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let coder = try EventCoder(
      ontology: ontology, data: directory, actors: actors.url)
    var writer = RecordWriter(ontology: ontology, label: labels.code, format: format)
    var problems = ProblemList(isStrict: strict)
    try await OrderedCoding(coder: coder, width: ProcessInfo.processInfo.activeProcessorCount * 4)
      .run(queue) { outcome in
        switch outcome {
        case .problem(let problem): try problems.add(problem)
        case .known: break
        case .article(let coded):
          let reports = coded.reports.filter { !codedOnly || $0.isCoded }
          try writer.write(reports)
        }
      }
    try writer.finish()
    try problems.finish(barren: queue.barren)
    if writer.count == 0 { throw CommandFailure.nothingFound(nil) }
  }
}

extension Report {
  /// Whether every actor and every recipient has a code.
  fileprivate var isCoded: Bool {
    (actors + recipients).allSatisfy { $0.key != nil }
  }
}
