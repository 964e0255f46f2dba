import Actors
import ArgumentParser
import DataFiles
import Ontology

/// `kawat actors show`: what the dictionary says of an actor.
struct ActorsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the names, codes, roles over time and sources of an actor.",
    discussion: """
      The actor is given by key (RUS, PSE/REB/hamas) or by name. Of a state the names and the \
      holders of its chief offices are shown.

      EXAMPLES
        kawat actors show 'Vladimir Putin'
        kawat actors show PSE/REB/hamas --format json
        kawat actors show Rusia
      """)

  @Argument(help: "A key or a name.")
  var actor: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var actors: ActorOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let dictionary = try actors.dictionary(directory, Ontology(directory))
    var rows = output.rows(["key", "fact", "value", "sector", "start", "end", "source"])
    for key in keys(in: dictionary) {
      for fact in dictionary.facts(of: key) {
        try rows.write([
          .text(fact.key), .text(fact.fact), .text(fact.value), .list(fact.sectors),
          .text(fact.start), .text(fact.end), .text(fact.source),
        ])
      }
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "no such actor" : nil)
  }

  /// The key itself, else the keys of the names that are the same, else of the nearest one.
  private func keys(in dictionary: ActorDictionary) -> [String] {
    if !dictionary.facts(of: actor).isEmpty { return [actor] }
    let found = dictionary.search(actor, labels: labels.code, limit: 5)
    let same = found.filter { $0.distance == found.first?.distance && $0.kind != "place" }
    return same.isEmpty ? found.prefix(1).map(\.key) : same.map(\.key)
  }
}
