import ArgumentParser
import DataFiles
import Foundation
import Graph
import Ontology
import Store

/// `kawat report`: a page about an actor, to read and to send.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a page about an actor: one HTML file to read and to send.",
    discussion: """
      The page shows who does what to whom, when, with which partners, and the newest relations \
      with their sentences. It needs no network and no script.

      EXAMPLES
        kawat report --actor Russia > russia.html
        kawat report --actor Indonesia --since 2024-01-01 --lang id -o indonesia.html
        kawat report --actor US --with China --limit 40 > us-china.html
      """)

  @OptionGroup(title: "Which events") var which: RelationOptions

  @Option(help: ArgumentHelp("So many of the newest relations.", valueName: "number"))
  var limit = 20

  @Option(help: "How finely partners are told apart: country, sector or actor.")
  var level: Graph.Level = .country

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; without it standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard which.actor.count == 1 else {
      throw ValidationError("a report is about one actor: give --actor once")
    }
    if limit < 0 { throw ValidationError("--limit is a number from 0") }
  }

  func run() throws {
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let store = try graph.open(.read)
    let filter = try which.filter(
      names: ActorNames(directory, ontology: ontology), ontology: ontology, store: store)
    let names = try ExportNames(ontology, language: labels.code, store: store)
    let verbs = RelationLabels(ontology, language: labels.code)
    let whole = try StoreGraph(store, filter, node: names.node)
    let facts = try ReportReading(
      store: store, filter: filter, names: names, verbs: verbs, level: level
    ).facts(whole, newest: limit)
    guard facts.events > 0 else {
      throw CommandFailure.nothingFound("no such relations in \(store.path)")
    }
    let page = ReportPage(facts, language: labels.code)
    try ExportOutput(path: output).write { sink in try page.write(to: &sink) }
  }
}
