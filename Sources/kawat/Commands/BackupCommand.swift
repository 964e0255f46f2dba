import ArgumentParser
import Store

/// `kawat backup`: a copy of a graph that is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies a graph, also while it is being written.",
    discussion: """
      The copy is of one moment, and appears under its name only when it is whole.

      EXAMPLES
        kawat backup kawat-2024-06-18.db
        kawat backup --graph asia.db /media/disk/asia.db
      """)

  @Argument(help: "The new file.")
  var target: String

  @OptionGroup var graph: GraphOptions

  func run() throws {
    try graph.open(.read).backup(to: target)
    Terminal.remark("\(graph.path) → \(target)")
  }
}
