import ArgumentParser
import DataFiles
import Ontology
import Store

/// `kawat relations`: who did what to whom, newest first, each with its sentence.
struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract: "Lists who did what to whom, newest first, each with its sentence.",
    discussion: """
      Actors may be named in English or Indonesian (Russia, Rusia, US, AS, DPRK) or by key \
      (RUS, RUS/GOV); a key takes in everything below it.

      EXAMPLES
        kawat relations --actor Russia
        kawat relations --actor US --with DPRK --relation accuses
        kawat relations --actor Indonesia --since 2023-01-01 --status planned --lang id
        kawat relations --actor RUS/GOV --format csv > russia.csv
      """)

  @OptionGroup(title: "Which events") var which: RelationOptions

  @Option(help: ArgumentHelp("At most so many, the newest.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Without the sentences.")
  var brief = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let names = ActorNames(directory, ontology: ontology)
    var filter = try which.filter(names: names, ontology: ontology, store: store)
    filter.limit = limit
    let table = RelationTable(
      ontology: ontology, label: labels.code, output.resolvedFormat, isBrief: brief)
    var rows = output.rows(table.columns)
    try store.relations(filter) { relation in
      try rows.write(try table.row(relation, store: store))
      return true
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "no such relations" : nil)
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
  }
}

/// Sets relations out as rows: the chief columns in a table for people, all of them for programs.
struct RelationTable {
  private let ontology: Ontology
  private let label: String
  private let isForPeople: Bool
  private let isBrief: Bool

  /// Rows with names and relations in the language `label`; brief ones leave the sentence out.
  init(ontology: Ontology, label: String, _ format: OutputFormat, isBrief: Bool = false) {
    self.ontology = ontology
    self.label = label
    self.isBrief = isBrief
    isForPeople = format == .table
  }

  /// The columns of the rows.
  var columns: [Column] { isBrief ? facts : facts + [.wide("sentence", atLeast: 12)] }

  private var facts: [Column] {
    guard !isForPeople else {
      return [
        .number("event"), "date", .wide("actor"), "relation", .wide("recipient"),
        .number("reports"),
      ]
    }
    return [
      .number("event"), "date", "actor", "actor_key", "relation", "recipient", "recipient_key",
      "act", "type", "mode", "status", .number("score"), "code", .number("reports"),
      .number("publishers"), .number("confidence"),
    ]
  }

  /// The row of a relation, with the first sentence that it rests on.
  func row(_ relation: Relation, store: EventStore) throws(StoreError) -> [Cell] {
    guard !isBrief else { return facts(of: relation) }
    let sentence = try store.evidence(of: relation.id).first?.sentence.text
    return facts(of: relation) + [.optional(sentence)]
  }

  private func facts(of relation: Relation) -> [Cell] {
    let day = Cell.optional(relation.day?.description)
    let actor = Cell.text(relation.actor.name(in: label))
    let recipient = Cell.optional(relation.recipient?.name(in: label))
    guard !isForPeople else {
      return [
        .integer(relation.id), day, actor, verb(relation), recipient, .integer(relation.reports),
      ]
    }
    let kind = relation.kind
    return [
      .integer(relation.id), day, actor, .text(relation.actor.key.rawValue), verb(relation),
      recipient, .optional(relation.recipient?.key.rawValue), .optional(kind.act?.rawValue),
      .optional(kind.type?.rawValue), .optional(kind.mode), .text(kind.status.rawValue),
      .number(kind.score), .optional(kind.code), .integer(relation.reports),
      .integer(relation.publishers), .optional(relation.confidence),
    ]
  }

  private func verb(_ relation: Relation) -> Cell {
    guard let act = relation.kind.act else { return .optional(relation.kind.code) }
    let modes = relation.kind.mode.map { [$0] } ?? []
    return .text(ontology.relation(act, modes: modes, status: relation.kind.status, in: label))
  }
}
