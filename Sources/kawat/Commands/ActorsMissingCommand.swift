import ArgumentParser
import Store

/// `kawat actors missing`: whom the dictionary does not know yet.
struct ActorsMissingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing",
    abstract: "Lists the mentions of a graph that name no known actor, the frequent ones first.",
    discussion: """
      This is how a dictionary grows: what is frequent here deserves a row in a file of your own, \
      which `kawat ingest --actors FILE` reads.

      EXAMPLES
        kawat actors missing --limit 50
        kawat actors missing --graph news.db --format csv > missing.csv
      """)

  @Option(help: ArgumentHelp("At most so many, the most frequent.", valueName: "number"))
  var limit = 100

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOptions

  private static let sql = """
    SELECT json_extract(member.value, '$.text') AS text, count(*) AS reports,
      count(DISTINCT sentence.article) AS articles, min(sentence.text) AS example
    FROM report JOIN sentence ON sentence.id = report.sentence,
      json_each(report.members) AS member
    WHERE json_extract(member.value, '$.key') IS NULL
    GROUP BY 1 ORDER BY reports DESC, articles DESC, text LIMIT ?
    """

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number from 1") }
  }

  func run() throws {
    let store = try graph.open(.read)
    var rows = output.rows([
      "text", .number("reports"), .number("articles"), .wide("example"),
    ])
    let select = SelectStatement(Self.sql, [.integer(Int64(limit))])
    try store.rows(select) { row in
      try rows.write(row.values.map(Self.cell))
      return true
    }
    try rows.finish(orNothingFound: Terminal.isStandardError ? "nobody is missing" : nil)
  }

  private static func cell(_ value: SQLValue) -> Cell {
    switch value {
    case .text(let text): .text(text)
    case .integer(let number): .integer(Int(number))
    case .real(let number): .number(number)
    default: .missing
    }
  }
}
