import ArgumentParser
import Ontology
import Store

/// `kawat rank`: the actors that stand out.
struct RankCommand: ParsableCommand {
  /// By what actors are ranked.
  enum Measure: String, CaseIterable, ExpressibleByArgument {
    case degree, pagerank
  }

  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Lists the actors with the most events, or with the highest PageRank.",
    discussion: """
      EXAMPLES
        kawat rank --since 2024-01-01 --until 2024-12-31
        kawat rank --by pagerank --limit 10
      """)

  @Option(help: "degree (events on either side) or pagerank.")
  var by: Measure = .degree

  @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
  var since: Day?

  @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
  var until: Day?

  @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
  var limit = 20

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions

  func run() throws {
    let store = try graph.open(.read)
    let window = TimeWindow(since: since, until: until)
    let ranks =
      by == .degree
      ? try store.degrees(in: window, count: limit) : try store.pageRanks(in: window, count: limit)
    var rows = output.rows(["actor", "key", .number("events"), .number("pagerank")])
    for rank in ranks {
      try rows.write([
        .text(rank.actor.name(in: labels.code)), .text(rank.actor.key.rawValue),
        .integer(rank.degree),
        .optional(rank.pageRank.map { ($0 * 1_000_000).rounded() / 1_000_000 }),
      ])
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "no events" : nil)
  }

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number from 1") }
  }
}
