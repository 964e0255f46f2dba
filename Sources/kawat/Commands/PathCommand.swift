import ArgumentParser
import DataFiles
import Ontology
import Store

/// `kawat path`: how two actors are linked.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Finds a shortest chain of events between two actors, or all actors near one.",
    discussion: """
      With two actors: the actors on a shortest way from one to the other, each with the newest \
      event that links it to the one before. With one actor and --steps: everybody within so many \
      steps.

      EXAMPLES
        kawat path Indonesia DPRK
        kawat path Ecuador Myanmar --since 2024-01-01 --until 2024-12-31
        kawat path Russia --steps 2 --since 2024-06-01 --until 2024-06-30
      """)

  @Argument(help: "An actor: a name or a key.")
  var from: String

  @Argument(help: "Another one.")
  var to: String?

  @Option(help: ArgumentHelp("With one actor: how many steps.", valueName: "number"))
  var steps = 1

  @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
  var since: Day?

  @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
  var until: Day?

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let names = ActorNames(directory, ontology: ontology)
    let start = try names.keys(for: from, in: store)
    if let to {
      try writePath(store, ontology, from: start, to: try names.keys(for: to, in: store))
    } else {
      try writeNeighbours(store, of: start)
    }
  }

  private var window: TimeWindow { TimeWindow(since: since, until: until) }

  private func writePath(
    _ store: EventStore, _ ontology: Ontology, from: [ActorKey], to: [ActorKey]
  ) throws {
    let path = try store.path(from: from, to: to, in: window)
    var rows = output.rows([
      .number("step"), "actor", "key", "date", "event_actor", "relation", "event_recipient",
      .number("event"),
    ])
    for (step, actor) in path.enumerated() {
      let link = step == 0 ? nil : try newest(store, path[step - 1], actor)
      try rows.write(
        [
          .integer(step), .text(actor.name(in: labels.code)), .text(actor.key.rawValue),
          .optional(link?.day?.description), .optional(link?.actor.name(in: labels.code)),
          .optional(link.map { verb($0, ontology) }),
          .optional(link?.recipient?.name(in: labels.code)), .optional(link?.id),
        ])
    }
    try rows.finish(
      orNothingFound: Terminal.isStandardError ? "no chain of events links them" : nil)
  }

  /// The newest event of the window between two actors.
  private func newest(
    _ store: EventStore, _ one: StoredActor, _ other: StoredActor
  ) throws -> Relation? {
    var filter = RelationFilter(actors: [one.key], partners: [other.key], limit: 1)
    filter.includesDescendants = false
    filter.since = since
    filter.until = until
    return try store.relations(filter).first
  }

  private func verb(_ relation: Relation, _ ontology: Ontology) -> String {
    guard let act = relation.kind.act else { return relation.kind.code ?? "" }
    let modes = relation.kind.mode.map { [$0] } ?? []
    return ontology.relation(
      act, modes: modes, status: relation.kind.status, in: labels.code)
  }

  private func writeNeighbours(_ store: EventStore, of keys: [ActorKey]) throws {
    let found = try store.neighbours(of: keys, steps: steps, in: window)
    var rows = output.rows([.number("steps"), "actor", "key"])
    for (id, distance) in found.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    where distance > 0 {
      guard let actor = try store.actor(numbered: id) else { continue }
      try rows.write([
        .integer(distance), .text(actor.name(in: labels.code)), .text(actor.key.rawValue),
      ])
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "nobody is near" : nil)
  }

  func validate() throws {
    if steps < 1 { throw ValidationError("--steps is a number from 1") }
  }
}
