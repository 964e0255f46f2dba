import ArgumentParser
import Foundation

/// The program: one command a file.
///
/// In: the words of the command line. Out: results on standard output, talk on standard error, and
/// an exit status: 0 done, 1 nothing found, 2 an error. `Commands/` holds the commands, `Options/`
/// what they share on the command line, `Output/` how rows become text; read `Output/Output.swift`
/// next.
@main
struct Kawat: ParsableCommand {
  /// The program's version, as `--version` prints it.
  static let version = "0.1.0"
  /// The program's name and version, as records carry it.
  static let coder = "kawat \(version)"

  static let configuration = CommandConfiguration(
    commandName: "kawat",
    abstract: "Turns news into a queryable graph of who did what to whom.",
    discussion: """
      Results go to standard output, talk to standard error. \
      Exit status: 0 done, 1 nothing found, 2 an error.

      EXAMPLES
        kawat demo
        kawat ingest news/*.txt
        kawat relations --actor Russia --with DPRK
      """,
    version: coder,
    subcommands: [
      DemoCommand.self,
      IngestCommand.self,
      RelationsCommand.self,
      ShowCommand.self, QueryCommand.self,
      ExportCommand.self, ReportCommand.self,
      ActorsCommand.self,
      ImportCommand.self,
      TimelineCommand.self,
      PartnersCommand.self,
      PathCommand.self,
      RankCommand.self,
      CheckCommand.self,
      BackupCommand.self,
      RemoveCommand.self,
      CodeCommand.self,
      ExplainCommand.self,
      EvalCommand.self,
      ParseCommand.self,
      TrainCommand.self,
    ])

  /// Runs the command that the command line names and ends with its status.
  static func main() async {
    // A reader that closes the pipe shows up as an error of `write`, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      let ending = Ending(of: error)
      ending.tell()
      Foundation.exit(ending.status)
    }
  }
}
