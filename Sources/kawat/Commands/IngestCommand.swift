import ArgumentParser
import Coding
import DataFiles
import Ingest
import Ontology
import Store

/// `kawat ingest`: articles into the graph.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Reads articles into the graph.",
    discussion: """
      Reads text files (with an optional block of title:, published:, publisher:, language: and \
      url: lines above a blank line), JSON lines, CSV, web pages, RSS and Atom: files, folders, or \
      standard input. The graph is made where there is none. An article that is there already is \
      passed over, so that an ingest can be repeated and interrupted. What cannot be read is \
      reported and counted, and the rest goes in.

      EXAMPLES
        kawat ingest news/
        kawat ingest --publisher Bisnis.com --published 2024-06-18 article.txt
        zcat articles.jsonl.gz | kawat ingest --graph asean.db -
      """)

  @Argument(help: "Files and folders; standard input when there is none or for -.")
  var paths: [String] = []

  @OptionGroup(title: "What holds for articles that do not say it") var origin: OriginOptions

  @Option(
    help: "The format of all inputs: text, jsonl, csv, html or feed. Without it each is looked at.")
  var inputFormat: ArticleFormat?

  @Flag(help: "Stop at the first thing that cannot be read; what came before is kept.")
  var strict = false

  @Flag(help: "Code articles again that are there already, with the present dictionaries.")
  var again = false

  @Flag(help: "Say at the end for what reasons acts were seen and not coded.")
  var reasons = false

  @Option(
    help: ArgumentHelp(
      "How long to wait while another program writes the graph.", valueName: "seconds"))
  var wait = 10.0

  @Flag(name: .shortAndLong, help: "No progress bar and no closing summary.")
  var quiet = false

  @OptionGroup var graph: GraphOptions
  @OptionGroup var actors: ActorOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let queue = try ArticlePaths(paths, format: inputFormat).queue(defaults: origin.defaults())
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let coder = try EventCoder(
      ontology: ontology, data: directory, actors: actors.url)
    let store = try EventStore.open(
      path: graph.path, mode: .write, busySeconds: wait,
      naming: try ActorNames(directory, ontology: ontology).naming())
    let ingester = Ingester(store: store, coder: coder, ontology: ontology, recodes: again)
    var problems = ProblemList(isStrict: strict)
    var bar = ProgressBar("articles", isShown: !quiet && Terminal.isStandardError)
    let report = try await ingester.ingest(queue) { done in
      bar.update(done)
    } problem: { problem in
      bar.finish()
      try problems.add(problem)
    }
    bar.finish()
    if !quiet { Terminal.remark(report.summary) }
    if reasons { try tell(report) }
    try problems.finish(barren: queue.barren)
    if report.articles == 0 {
      throw CommandFailure.failed("no articles in \(queue.barren.joined(separator: ", "))")
    }
  }

  private func tell(_ report: IngestReport) throws {
    var rows = RowWriter(
      ["reason", .number("count")], format: Terminal.isStandardOutput ? .table : .tsv,
      width: Terminal.width, to: StandardOutput())
    for (reason, count) in report.reasons { try rows.write([.text(reason), .integer(count)]) }
    try rows.finish()
  }
}

/// What holds for every article of an ingest that does not say it itself.
struct OriginOptions: ParsableArguments {
  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: ArgumentHelp("The day of publication, 2024-06-18.", valueName: "YYYY-MM-DD"))
  var published: Day?

  @Option(help: "Its language: id or en. Without it it is found out.")
  var language: String?

  /// The values for the reader.
  func defaults() -> ArticleDefaults {
    ArticleDefaults(publisher: publisher, published: published, language: language)
  }
}
