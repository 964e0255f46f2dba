extension QueryParser {
  /// A whole query: `[EXPLAIN] single { UNION [ALL] single } [;]`.
  mutating func query() throws(QueryError) -> QueryTree {
    let explains = acceptKeyword("EXPLAIN")
    var tree = QueryTree(explains: explains, parts: [], keepsDuplicates: nil, offsets: [])
    repeat {
      tree.offsets.append(current.start)
      tree.parts.append(try singleQuery())
    } while try union(&tree)
    _ = accept(";")
    guard current.kind == .end else { throw unexpected() }
    return tree
  }

  private mutating func union(_ tree: inout QueryTree) throws(QueryError) -> Bool {
    let offset = current.start
    guard acceptKeyword("UNION") else { return false }
    let keeps = acceptKeyword("ALL")
    if !keeps { _ = acceptKeyword("DISTINCT") }
    if let before = tree.keepsDuplicates, before != keeps {
      throw .syntax(
        "UNION and UNION ALL cannot stand in one query", at: offset, "InvalidClauseComposition")
    }
    tree.keepsDuplicates = keeps
    guard tree.parts.count < limits.clauses else {
      throw .limit("more than \(limits.clauses) queries in one UNION")
    }
    return true
  }

  mutating func singleQuery() throws(QueryError) -> [Clause] {
    var clauses: [Clause] = []
    while let clause = try clause() {
      clauses.append(clause)
      guard clauses.count <= limits.clauses else {
        throw .limit("more than \(limits.clauses) clauses in one query")
      }
      if case .return = clause { break }
    }
    guard !clauses.isEmpty else { throw unexpected() }
    return clauses
  }

  /// The clause that begins here; nil when none does.
  private mutating func clause() throws(QueryError) -> Clause? {
    let offset = current.start
    if acceptKeyword("MATCH") { return .match(try match(isOptional: false, at: offset)) }
    if acceptKeyword("OPTIONAL") {
      try expectKeyword("MATCH")
      return .match(try match(isOptional: true, at: offset))
    }
    if acceptKeyword("WITH") {
      let projection = try projection(at: offset)
      let filter = acceptKeyword("WHERE") ? try expression() : nil
      return .with(projection, filter: filter)
    }
    if acceptKeyword("RETURN") { return .return(try projection(at: offset)) }
    if acceptKeyword("UNWIND") {
      let list = try expression()
      try expectKeyword("AS")
      return .unwind(list: list, variable: try expectVariable())
    }
    if let clause = try clauseOfGQL(at: offset) { return clause }
    return try writingClause(at: offset)
  }

  private mutating func clauseOfGQL(at offset: Int) throws(QueryError) -> Clause? {
    if acceptKeyword("FILTER") {
      _ = acceptKeyword("WHERE")
      return .filter(try expression(), offset: offset)
    }
    if acceptKeyword("FOR") {
      let variable = try expectVariable()
      try expectKeyword("IN")
      return .unwind(list: try expression(), variable: variable)
    }
    guard acceptKeyword("LET") else { return nil }
    var items: [ProjectionItem] = []
    repeat {
      let name = try expectVariable()
      try expect("=")
      items.append(ProjectionItem(expression: try expression(), alias: name, text: name.text))
    } while accept(",")
    return .bind(items, offset: offset)
  }

  /// CREATE, which only a graph that is being set up takes; the others are refused at once.
  private mutating func writingClause(at offset: Int) throws(QueryError) -> Clause? {
    if isKeyword("CREATE") {
      advance()
      var paths: [PathPattern] = []
      repeat { paths.append(try path()) } while accept(",")
      return .create(paths, offset: offset)
    }
    for word in ["MERGE", "SET", "DELETE", "DETACH", "REMOVE", "CALL", "LOAD", "FOREACH", "DROP"]
    where isKeyword(word) {
      throw .syntax(
        "\(word) is not part of the language: a query only reads", at: offset,
        "InvalidClauseComposition", expected: ["MATCH", "UNWIND", "WITH", "RETURN"])
    }
    return nil
  }

  private mutating func match(
    isOptional: Bool, at offset: Int
  ) throws(QueryError) -> MatchTree {
    var paths: [PathPattern] = []
    repeat { paths.append(try path()) } while accept(",")
    let filter = acceptKeyword("WHERE") ? try expression() : nil
    return MatchTree(isOptional: isOptional, paths: paths, filter: filter, offset: offset)
  }

  private mutating func projection(at offset: Int) throws(QueryError) -> ProjectionTree {
    var tree = ProjectionTree(
      isDistinct: acceptKeyword("DISTINCT"), includesAll: false, items: [], order: [], skip: nil,
      limit: nil, offset: offset)
    if accept("*") {
      tree.includesAll = true
    } else {
      tree.items.append(try projectionItem())
    }
    while accept(",") { tree.items.append(try projectionItem()) }
    if acceptKeyword("ORDER") {
      try expectKeyword("BY")
      repeat { tree.order.append(try orderItem()) } while accept(",")
    }
    if acceptKeyword("SKIP") || acceptKeyword("OFFSET") { tree.skip = try expression() }
    if acceptKeyword("LIMIT") { tree.limit = try expression() }
    return tree
  }

  private mutating func projectionItem() throws(QueryError) -> ProjectionItem {
    let start = current.start
    let expression = try expression()
    let end = tokens[position - 1].end
    let bytes = Array(text.utf8)[start..<end]
    let alias = acceptKeyword("AS") ? try expectVariable() : nil
    return ProjectionItem(
      expression: expression, alias: alias, text: String(decoding: bytes, as: UTF8.self))
  }

  private mutating func orderItem() throws(QueryError) -> OrderItem {
    let expression = try expression()
    let isDescending = acceptKeyword("DESC") || acceptKeyword("DESCENDING")
    if !isDescending { _ = acceptKeyword("ASC") || acceptKeyword("ASCENDING") }
    return OrderItem(expression: expression, isDescending: isDescending)
  }
}
