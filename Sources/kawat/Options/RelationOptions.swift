import ArgumentParser
import Ontology
import Store

/// The options by which events are chosen, for every command that lists or exports them.
struct RelationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One side: a name or a key, with everything below it. May be given more than once.",
      valueName: "name"))
  var actor: [String] = []

  @Option(
    name: [.customLong("with"), .customLong("partner")],
    help: ArgumentHelp("The other side.", valueName: "name"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is done: a verb in either language or a PLOVER type (supports, menuduh, AID).",
      valueName: "verb"))
  var relation: [String] = []

  @Option(help: ArgumentHelp("The side on which --actor stands: outgoing, incoming or both."))
  var direction: RelationFilter.Direction = .both

  @Option(
    help: """
      happened, ongoing, planned, promised, alleged, denied or hypothetical. May be given more \
      than once.
      """)
  var status: [Status] = []

  @Option(help: ArgumentHelp("The first day, 2024-06-18.", valueName: "YYYY-MM-DD"))
  var since: Day?

  @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
  var until: Day?

  @Option(help: ArgumentHelp("Only events that this publisher reports.", valueName: "name"))
  var publisher: String?

  @Option(
    help: ArgumentHelp("Only events told in this language, id or en.", valueName: "code"))
  var language: LabelLanguage?

  @Option(
    help: ArgumentHelp(
      "Only events of this imported file, or of this publisher.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("At least so many reports.", valueName: "number"))
  var minReports = 1

  @Option(help: ArgumentHelp("At least so sure, from 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  @Flag(help: "Leave out events in which an actor has no code.")
  var codedOnly = false

  /// The filter that the options stand for.
  ///
  /// - Throws: ``CommandFailure`` for a name or a verb that is not known, with what comes near.
  func filter(
    names: ActorNames, ontology: Ontology, store: EventStore
  ) throws -> RelationFilter {
    var filter = RelationFilter()
    filter.actors = try actor.flatMap { try names.keys(for: $0, in: store) }
    filter.partners = try with.flatMap { try names.keys(for: $0, in: store) }
    filter.direction = direction
    for verb in relation {
      guard let (act, mode) = ontology.act(forRelation: verb) else {
        throw CommandFailure.unknown("relation", verb, near: ontology.relations(near: verb))
      }
      filter.acts.append(act)
      if let mode { filter.modes.append(mode) }
    }
    filter.statuses = status
    filter.since = since
    filter.until = until
    filter.language = language?.rawValue
    filter.publisher = publisher
    if let source {
      if try store.hasImported(source) { filter.source = source } else { filter.publisher = source }
    }
    filter.minReports = minReports
    filter.minConfidence = minConfidence
    filter.codedOnly = codedOnly
    return filter
  }

  mutating func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is a number from 0 to 1")
    }
    if let since, let until, until < since {
      throw ValidationError("--until \(until) lies before --since \(since)")
    }
  }
}

extension EventStore {
  /// Whether a file of this name was imported.
  fileprivate func hasImported(_ name: String) throws(StoreError) -> Bool {
    try !rows(SelectStatement("SELECT 1 FROM source WHERE name = ?", [.text(name)])).isEmpty
  }
}

extension Ontology {
  /// Verbs that look like one that is not known.
  fileprivate func relations(near verb: String) -> [String] {
    let verbs = EventType.allCases.flatMap { type in
      ([nil] + modes[type, default: []].map(Optional.some)).flatMap { mode in
        ["en", "id"].map {
          relation(type, modes: mode.map { [$0] } ?? [], status: .happened, in: $0)
        }
      }
    }
    return NearNames(verbs).near(verb)
  }
}
