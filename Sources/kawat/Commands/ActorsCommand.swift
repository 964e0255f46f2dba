import Actors
import ArgumentParser
import DataFiles
import Foundation
import Ontology

/// `kawat actors`: the dictionary of actors.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Searches, shows and resolves actors.",
    discussion: """
      EXAMPLES
        kawat actors search Lavrov
        kawat actors show 'Kim Jong Un'
        kawat actors resolve < phrases.jsonl
        kawat actors missing --graph news.db
      """,
    subcommands: [
      ActorsSearchCommand.self, ActorsShowCommand.self, ActorsResolveCommand.self,
      ActorsMissingCommand.self,
    ])
}

/// `--actors`, for every command that reads the dictionary of actors.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("actors"),
    help: ArgumentHelp(
      """
      Your own dictionary: tables as Data/README.md describes those of actors/, each with its \
      header row. It is read after the program's and wins.
      """, valueName: "file"))
  var file: String?

  /// Where the reader's own file is, when one is named.
  var url: URL? { file.map { URL(fileURLWithPath: $0) } }

  /// The dictionary, with the reader's own file on top.
  ///
  /// - Throws: ``DataError`` when a file is missing or malformed.
  func dictionary(_ data: DataDirectory, _ ontology: Ontology) throws(DataError) -> ActorDictionary
  {
    try ActorDictionary(
      data: data, ontology: ontology, own: url)
  }
}
