import ArgumentParser

/// The program: one command a file.
@main
struct Kawat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kawat", abstract: "Turns news into a graph of who did what to whom.")
}
