import ArgumentParser
import Store

/// `kawat remove`: takes an imported file or an article out of a graph.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes an imported file or an article out of the graph.",
    discussion: """
      With an imported file go its events; with an article go its reports, and the events that \
      rest on nothing else. --list shows what was imported.

      EXAMPLES
        kawat remove --list
        kawat remove --source 20240617.export.CSV.zip
        kawat remove --article a1
      """)

  @Option(help: ArgumentHelp("An imported file, by the name it was imported under."))
  var source: String?

  @Option(help: ArgumentHelp("An article, by its identifier.", valueName: "id"))
  var article: String?

  @Flag(help: "List the imported files.")
  var list = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions

  func run() throws {
    if list { return try writeList() }
    // Only a graph that is there can lose anything.
    _ = try graph.open(.read)
    let store = try graph.open(.write)
    if let source {
      guard let events = try store.removeSource(source) else {
        throw CommandFailure.nothingFound("no file was imported as \(source); see --list")
      }
      Terminal.remark("\(source): \(events) events removed")
    }
    if let article, try !store.removeArticle(article) {
      throw CommandFailure.nothingFound("there is no article \(article)")
    }
  }

  private func writeList() throws {
    let store = try graph.open(.read)
    var rows = output.rows([
      "source", "format", .number("lines"), .number("events"), .number("skipped"), "finished",
    ])
    for source in try store.sources() {
      try rows.write([
        .text(source.name), .text(source.format), .integer(source.lines),
        .integer(source.events), .integer(source.skipped), .flag(source.isFinished),
      ])
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "nothing was imported" : nil)
  }

  func validate() throws {
    if source == nil, article == nil, !list {
      throw ValidationError("name a --source or an --article, or --list")
    }
  }
}
