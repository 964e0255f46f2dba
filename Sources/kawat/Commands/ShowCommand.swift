import ArgumentParser
import DataFiles
import Ontology
import Store

/// `kawat show`: the sentences that an event rests on.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the evidence of an event: sentences, places, rules.",
    discussion: """
      An event is named by its number, the first column of kawat relations, or by the id of one of \
      its reports. In the sentence the acting side stands in [ ], the recipient in ( ) and the \
      words that name the act in * *.

      EXAMPLES
        kawat show 12
        kawat show 12 13 --format jsonl
        kawat show seed_article-0b52c69d/4/0
      """)

  @Argument(help: "Numbers of events, or ids of reports.")
  var events: [String]

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let ontology = try Ontology(data.directory())
    let store = try graph.open(.read)
    let numbers = try events.flatMap { try self.numbers(for: $0, in: store) }
    let page = EvidencePage(ontology: ontology, label: labels.code)
    if output.resolvedFormat == .table {
      let stream = StandardOutput()
      for number in numbers {
        guard let relation = try store.relation(number) else { continue }
        let evidence = try store.evidence(of: number)
        stream.write(page.text(relation, evidence, origin: try store.origin(of: number)))
      }
      try stream.flush()
      return
    }
    var rows = output.rows(EvidencePage.columns)
    for number in numbers {
      for evidence in try store.evidence(of: number) {
        try rows.write(page.row(number, evidence))
      }
    }
    try rows.finish(orNothingFound: nil)
  }

  private func numbers(for name: String, in store: EventStore) throws -> [Int] {
    if let number = Int(name) {
      guard try store.relation(number) != nil else {
        throw CommandFailure.nothingFound("no event has the number \(number)")
      }
      return [number]
    }
    let numbers = try store.events(ofReport: name)
    guard !numbers.isEmpty else {
      throw CommandFailure.nothingFound("no event rests on a report \"\(name)\"")
    }
    return numbers
  }
}
