import Actors
import ArgumentParser
import DataFiles
import Ontology

/// `kawat actors search`: names like a text.
struct ActorsSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds actors by name, in both languages, also with misspelt letters.",
    discussion: """
      EXAMPLES
        kawat actors search Lavrov
        kawat actors search 'Korea Utarra' --lang id
      """)

  @Argument(help: "The name, or a part of it.")
  var name: String

  @Option(help: ArgumentHelp("At most so many, the nearest.", valueName: "number"))
  var limit = 20

  @OptionGroup var output: OutputOptions
  @OptionGroup var actors: ActorOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number from 1") }
  }

  func run() throws {
    let directory = try data.directory()
    let dictionary = try actors.dictionary(directory, Ontology(directory))
    var rows = output.rows(["key", "name", "kind", "matched", .number("distance")])
    for match in dictionary.search(name, labels: labels.code, limit: limit) {
      try rows.write([
        .text(match.key), .text(match.name), .text(match.kind), .text(match.matched),
        .integer(match.distance),
      ])
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "no such actor" : nil)
  }
}
