import ArgumentParser
import Coding
import DataFiles
import Foundation
import Ingest
import Ontology
import Store

/// `kawat demo`: the main job on the sample articles, from nothing.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Does the main job on the sample articles, from nothing.",
    discussion: """
      Codes the twelve articles that the program carries into a graph, lists who did what to whom, \
      then the relations of one actor with their sentences, and writes the graph as DOT. Every \
      step but the first is a command of its own, which is shown above its output.

      EXAMPLES
        kawat demo
        kawat demo --actor Ekuador --lang id --graph demo.db
        kawat demo && dot -Tsvg kawat.dot > kawat.svg
      """)

  @Option(help: ArgumentHelp("The actor whose relations are shown.", valueName: "name"))
  var actor = "Indonesia"

  @Option(help: ArgumentHelp("Where the graph is written as DOT.", valueName: "file"))
  var dot = "kawat.dot"

  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let report = try await ingestSamples()
    try tell("\(graph.path) from the sample articles: \(report.summary)\n")
    let shared = sharedArguments
    let sure = ["--coded-only", "--min-confidence", "0.7"]
    let all = sure + ["--brief"] + shared
    try tell("\n$ kawat relations \(Self.shown(all))\n")
    try RelationsCommand.parse(all + ["--format", "table"]).run()
    let ofActor = ["--actor", actor] + sure + shared
    try tell("\n$ kawat relations \(Self.shown(ofActor))\n")
    try RelationsCommand.parse(ofActor + ["--format", "table"]).run()
    let export = ["dot"] + sure + ["--output", dot] + shared
    try tell("\n$ kawat export \(Self.shown(export))\n")
    try ExportCommand.parse(export).run()
    try tell("wrote \(dot); dot -Tsvg \(dot) > kawat.svg draws it\n")
  }

  private var sharedArguments: [String] {
    var arguments: [String] = []
    if let file = graph.file { arguments += ["--graph", file] }
    if labels.language != .english { arguments += ["--lang", labels.code] }
    if let folder = data.folder { arguments += ["--data", folder] }
    return arguments
  }

  private static func shown(_ arguments: [String]) -> String {
    arguments.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }

  private func tell(_ text: String) throws(CommandFailure) {
    let output = StandardOutput()
    output.write(text)
    try output.flush()
  }

  /// Codes the samples into the graph, which must not hold anything else.
  private func ingestSamples() async throws -> IngestReport {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let naming = try ActorNames(directory, ontology: ontology).naming()
    let store = try graph.open(.write, naming: naming)
    let samples = try directory.samples()
    try refuseOthers(than: samples, in: store)
    let coder = try EventCoder(ontology: ontology, data: directory)
    var bar = ProgressBar("articles", total: samples.count)
    defer { bar.finish() }
    return try await Ingester(store: store, coder: coder, ontology: ontology)
      .ingest(ArticleQueue(ArticleReader(samples))) { done in
        bar.update(done)
      } problem: { problem in
        throw problem
      }
  }

  private func refuseOthers(than samples: [ArticleInput], in store: EventStore) throws {
    let others = try store.rows(
      SelectStatement("SELECT 1 FROM article WHERE publisher IS NOT 'Kawat samples' LIMIT 1"))
    guard others.isEmpty else {
      throw CommandFailure.failed(
        "\(graph.path) holds other articles than the samples; name another file with --graph")
    }
  }
}

extension DataDirectory {
  /// The sample articles, in the order of their names.
  fileprivate func samples() throws(DataError) -> [ArticleInput] {
    var inputs: [ArticleInput] = []
    for path in Self.embeddedPaths where path.hasPrefix("samples/") {
      let bytes = try withBytes(of: path) { bytes throws(DataError) in Array(bytes) }
      inputs.append(.bytes(bytes, named: path))
    }
    return inputs
  }
}
