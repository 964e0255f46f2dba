import ArgumentParser
import Coding
import DataFiles
import Ontology

/// `kawat explain SENTENCE`: each step of the coding.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows every step by which a sentence is coded.",
    discussion: """
      EXAMPLES
        kawat explain 'Rusia menuduh Ukraina melanggar perjanjian.'
        kawat explain 'France will send aid to Kenya.' --stage actors
      """)

  /// The stages that can be asked for.
  enum StageName: String, CaseIterable, ExpressibleByArgument {
    case parse, actors, events
  }

  @Argument(help: "The sentence, or a whole text.")
  var text: String

  @Option(help: "Only this stage: parse, actors or events.")
  var stage: StageName?

  @Option(help: "The language of the text, id or en; found out without it.")
  var language: String?

  @Option(
    help: "The day of publication, YYYY-MM-DD, by which dated roles and \"yesterday\" are read.")
  var published: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let day = published.flatMap { Day($0) }
    if let published, day == nil {
      throw CommandFailure.failed("\(published) is no date; write YYYY-MM-DD")
    }
    let directory = try data.directory()
    let coder = try EventCoder(ontology: Ontology(directory), data: directory)
    let article = Article(id: "sentence", language: language, published: day, text: text)
    var rows = output.rows([.number("sentence"), "stage", .wide("step")])
    for step in coder.explain(article)
    where stage.map({ $0.rawValue == step.stage.rawValue }) ?? true {
      try rows.write([.integer(step.sentence), .text(step.stage.rawValue), .text(step.text)])
    }
    try rows.finish(orNothingFound: "nothing to explain")
  }
}
