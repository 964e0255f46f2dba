/// The reference page of the language, printed from the grammar, the functions and the graph's
/// names themselves.
package enum LanguageReference {
  /// The page as Markdown.
  package static var page: String {
    [head, grammar, operators, functions, graph, limits].joined(separator: "\n\n") + "\n"
  }

  /// The queries that the page shows.
  package static var examples: [String] {
    (LanguageGrammar.clauses + LanguageGrammar.patterns + LanguageGrammar.expressions)
      .flatMap(\.examples)
  }

  private static let head = """
    # The query language

    A read-only subset of openCypher, with the spellings of ISO GQL where they differ. This page is
    printed from the program's own tables; a test compares them.
    """

  private static var grammar: String {
    let groups = [
      ("Clauses", LanguageGrammar.clauses), ("Patterns", LanguageGrammar.patterns),
      ("Expressions", LanguageGrammar.expressions),
    ]
    return groups.map { title, rules in
      let width = rules.map(\.name.count).max() ?? 0
      let lines = rules.map { rule in
        rule.name + String(repeating: " ", count: width - rule.name.count) + " = " + rule.definition
      }
      let examples = rules.flatMap(\.examples).joined(separator: "\n")
      return """
        ## \(title)

        ```
        \(lines.joined(separator: "\n"))
        ```

        ```
        \(examples)
        ```
        """
    }.joined(separator: "\n\n")
  }

  private static var operators: String {
    let rows = LanguageGrammar.operators.map { row in
      "| \(row.level) | \(row.signs.replacing("|", with: "\\|")) | \(row.meaning) |"
    }
    return """
      ## Operators

      The higher the number, the tighter the operator binds.

      | | operator | |
      |--:|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static var functions: String {
    let groups = QueryFunction.groups.map { title, functions in
      (title, functions.map { ($0.signature, $0.meaning) })
    }
    let aggregates = AggregateFunction.allCases.map { function in
      (
        "\(function.name)([DISTINCT] value\(function.arity > 1 ? ", percentile" : ""))",
        function.meaning
      )
    }
    let all = [("Aggregates", aggregates)] + groups
    return "## Functions\n\nNames may be written in any case.\n\n"
      + all.map { title, rows in
        """
        ### \(title)

        | function | |
        |---|---|
        \(rows.map { "| `\($0.0)` | \($0.1) |" }.joined(separator: "\n"))
        """
      }.joined(separator: "\n\n")
  }

  private static var graph: String {
    let schema = EventGraph.schema
    func rows(_ properties: [GraphSchema.Property]) -> String {
      properties.map { "| `\($0.name)` | \($0.type) | \($0.meaning) |" }.joined(separator: "\n")
    }
    func table(_ title: String, _ properties: [GraphSchema.Property]) -> String {
      "### \(title)\n\n| property | | |\n|---|---|---|\n\(rows(properties))"
    }
    let acts = (schema.types ?? [:]).filter { $0.key != "REPORTED_IN" }
    let names = acts.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return """
      ## The graph of events

      Actors, events and articles are nodes. An event with a recipient is also a relationship from
      its actor to its recipient, of the type of its act; its property `event` is the event's `id`.
      A reciprocal event stands once: ask for it without an arrow.

      \(table("Nodes `:Actor`, each also `:Country`, `:Organisation`, `:Person` or none of these", schema.labels?["Actor"] ?? []))

      \(table("Nodes `:Event`", schema.labels?["Event"] ?? []))

      \(table("Nodes `:Article`", schema.labels?["Article"] ?? []))

      \(table("Relationships between actors: \(names)", acts.values.first ?? []))

      \(table("Relationships `:REPORTED_IN` from events to articles", schema.types?["REPORTED_IN"] ?? []))
      """
  }

  private static var limits: String {
    let parser = QueryParser.Limits()
    let run = QueryLimits()
    return """
      ## Limits

      A query only reads. It is stopped with a message when it is longer than \(parser.length) bytes,
      nested deeper than \(parser.depth) levels, has more than \(parser.chain) operators in a row or
      \(parser.hops) relationships in a path; when it gives more than \(run.rows) rows, looks at more
      than \(run.steps) nodes and relationships, or runs longer than \(run.seconds) seconds. A chain in
      the graph of events needs an upper length of at most \(EventGraph.longestChain); shortest paths
      need none. Differences from openCypher: no CREATE, MERGE, SET, DELETE, REMOVE and CALL; names that
      the graph of events does not know are errors, with near names, instead of finding nothing.
      """
  }
}
