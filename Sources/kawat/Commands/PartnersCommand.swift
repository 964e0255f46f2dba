import ArgumentParser
import DataFiles
import Ontology
import Store

/// `kawat partners`: whom an actor deals with most.
struct PartnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partners",
    abstract: "Lists whom an actor deals with most.",
    discussion: """
      Everything below a code counts as the code (RUS/GOV as RUS) unless --each is given.

      EXAMPLES
        kawat partners --actor Russia --limit 10
        kawat partners --actor DPRK --since 2020-01-01 --relation supports --each
      """)

  @OptionGroup(title: "Which events") var which: RelationOptions

  @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
  var limit = 20

  @Flag(help: "Tell apart the actors below a code.")
  var each = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let names = ActorNames(directory, ontology: ontology)
    let filter = try which.filter(names: names, ontology: ontology, store: store)
    var rows = output.rows([
      "partner", "key", .number("events"), .number("outgoing"), .number("incoming"),
      .number("mean_score"),
    ])
    for partner in try store.partners(filter, count: limit, rollsUp: !each) {
      try rows.write([
        .text(partner.actor.name(in: labels.code)), .text(partner.actor.key.rawValue),
        .integer(partner.events), .integer(partner.outgoing),
        .integer(partner.events - partner.outgoing),
        .number((partner.meanScore * 100).rounded() / 100),
      ])
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "no partners" : nil)
  }

  func validate() throws {
    if which.actor.isEmpty { throw ValidationError("name an actor with --actor") }
    if limit < 1 { throw ValidationError("--limit is a number from 1") }
  }
}
