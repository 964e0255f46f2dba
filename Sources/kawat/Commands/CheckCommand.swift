import ArgumentParser
import Store

/// `kawat check`: verifies a graph.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies a graph: pages, references, sums, counts.",
    discussion: """
      The sums that are kept of events are computed anew and compared. --repair brings an import \
      that was cut off to its end, and builds wrong sums and full text anew. --grouping groups all \
      reports into events anew, or leaves each report an event of its own.

      Exit status: 0 in order, 2 something is wrong.

      EXAMPLES
        kawat check
        kawat check --graph old.db --repair
        kawat check --grouping off
      """)

  /// Whether reports are grouped into events.
  enum Grouping: String, CaseIterable, ExpressibleByArgument {
    case on, off
  }

  @Flag(help: "Put right what can be computed anew.")
  var repair = false

  @Option(help: "on or off: group all reports into events anew, and those to come.")
  var grouping: Grouping?

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let store = try graph.open(repair || grouping != nil ? .write : .read)
    if let grouping { try store.regroup(grouping == .on) }
    let report = try store.check(repairs: repair)
    var rows = output.rows(["check", "result"])
    try rows.write(["articles", .integer(report.articles)])
    try rows.write(["events", .integer(report.events)])
    try rows.write(["sums compared", .integer(report.sums)])
    for repair in report.repairs { try rows.write(["repaired", .text(repair)]) }
    for problem in report.problems { try rows.write(["problem", .text(problem)]) }
    try rows.finish()
    guard report.problems.isEmpty else {
      let count = report.problems.count
      throw CommandFailure.failed(
        "\(graph.path): \(count) \(count == 1 ? "problem" : "problems"); try kawat check --repair")
    }
  }
}
