import ArgumentParser
import DataFiles
import Ontology
import Store

/// `kawat timeline`: events by time.
struct TimelineCommand: ParsableCommand {
  /// What a timeline can be written as, besides rows.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plot, svg, table, json, jsonl, csv, tsv
  }

  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Counts events by time, without gaps.",
    discussion: """
      Each stretch of time has its count, the mean score (from -10, conflict, to 10, cooperation) \
      and the share of all events of the stretch: archives grow, so that counts alone mislead.

      EXAMPLES
        kawat timeline --actor Russia --with Ukraine --by month
        kawat timeline --actor US --with DPRK --relation accuses --since 2023-01-01 --format tsv
        kawat timeline --actor Indonesia --by year --format svg > indonesia.svg
      """)

  @OptionGroup(title: "Which events") var which: RelationOptions

  @Option(help: "day, week, month or year.")
  var by: TimeUnit = .month

  @Option(
    help: """
      plot, svg, table, json, jsonl, csv or tsv. Without it a plot on a terminal, TSV in a pipe.
      """)
  var format: Format?

  @OptionGroup var graph: GraphOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let names = ActorNames(directory, ontology: ontology)
    let filter = try which.filter(names: names, ontology: ontology, store: store)
    let buckets = try store.timeline(filter, by: by)
    guard buckets.contains(where: { $0.events > 0 }) else {
      throw CommandFailure.nothingFound(Terminal.isStandardError ? "no such events" : nil)
    }
    let format = format ?? (Terminal.isStandardOutput ? .plot : .tsv)
    let plot = TimelinePlot(buckets: buckets, unit: by, title: title)
    let output = StandardOutput()
    switch format {
    case .plot:
      output.write(plot.text(width: Terminal.width ?? 80))
      try output.flush()
    case .svg:
      output.write(plot.svg())
      try output.flush()
    default:
      try write(buckets, OutputFormat(rawValue: format.rawValue) ?? .tsv, to: output)
    }
  }

  private func write(
    _ buckets: [TimelineBucket], _ format: OutputFormat, to output: StandardOutput
  ) throws {
    var rows = RowWriter(
      [.number("start"), .number("events"), .number("mean_score"), .number("share")],
      format: format, width: Terminal.width, to: output)
    for bucket in buckets {
      try rows.write([
        .text(bucket.start.description), .integer(bucket.events),
        .optional(bucket.meanScore.map { ($0 * 100).rounded() / 100 }),
        .optional(bucket.share.map { ($0 * 1_000_000).rounded() / 1_000_000 }),
      ])
    }
    try rows.finish()
  }

  private var title: String {
    let sides = [which.actor, which.with].filter { !$0.isEmpty }
      .map { $0.joined(separator: ", ") }
    return ([sides.joined(separator: " – ")] + which.relation).filter { !$0.isEmpty }
      .joined(separator: ": ")
  }
}
