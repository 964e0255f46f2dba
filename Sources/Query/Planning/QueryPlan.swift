import Store

/// A query that is ready to run, and how it will run.
public struct QueryPlan: Sendable {
  let query: Query
  let bound: BoundQuery

  /// The names of the columns.
  public var columns: [String] { bound.columns }

  /// Whether the query asked for its plan and not for rows.
  public var explains: Bool { query.explains }
}

extension QueryPlan: CustomStringConvertible {
  /// The steps in order, SQL with its arguments where SQL does the work.
  public var description: String {
    bound.parts.map { part in
      part.steps.map(Self.description).joined(separator: "\n")
    }.joined(separator: "\nUNION\n")
  }

  private static func description(_ step: BoundStep) -> String {
    switch step {
    case .sql(let sql): return Self.description(sql)
    case .match(let match):
      let steps = match.plan.steps.map { "  " + $0.description }.joined(separator: "\n")
      return (match.isOptional ? "OPTIONAL MATCH in Swift" : "MATCH in Swift") + "\n" + steps
    case .unwind: return "UNWIND in Swift"
    case .filter: return "WHERE in Swift"
    case .create: return "CREATE"
    case .project(let projection): return Self.description(projection)
    }
  }

  private static func description(_ sql: SQLStep) -> String {
    let arguments = sql.statement.arguments.map { argument in
      switch argument {
      case .null: "NULL"
      case .integer(let number): String(number)
      case .real(let number): String(number)
      case .text(let text) where text.utf8.count > 80: "'\(text.prefix(40))…'"
      case .text(let text): Value.string(text).literal
      case .blob: "bytes"
      }
    }
    return "SQL\n  \(sql.statement.sql)"
      + (arguments.isEmpty ? "" : "\n  ? = \(arguments.joined(separator: ", "))")
  }

  private static func description(_ projection: BoundProjection) -> String {
    var words: [String] = []
    if projection.isGrouped { words.append("group") }
    if !projection.items.isEmpty { words.append("compute \(projection.items.count) item(s)") }
    if projection.isDistinct { words.append("distinct") }
    if !projection.order.isEmpty { words.append("order") }
    if projection.skip != nil { words.append("skip") }
    if projection.limit != nil { words.append("limit") }
    return "project" + (words.isEmpty ? "" : " in Swift: " + words.joined(separator: ", "))
  }
}

extension MatchPlan.Step: CustomStringConvertible {
  var description: String {
    let filtered = filters.isEmpty ? "" : ", \(filters.count) condition(s)"
    let labels = { (node: BoundNode) in node.labels.map { ":" + $0 }.joined() }
    switch kind {
    case .bound(let node): return "from a known node\(labels(node))\(filtered)"
    case .scan(let node, let values):
      let by = values.isEmpty ? "" : " by " + values.map(\.key).joined(separator: ", ")
      return "scan nodes\(labels(node))\(by)\(filtered)"
    case .follow(let relationship, _):
      let types = relationship.types.isEmpty ? "any" : relationship.types.joined(separator: "|")
      let chain = relationship.length.map { " \($0.minimum)..\($0.maximum.map(String.init) ?? "")" }
      return "follow \(types)\(chain ?? "")\(filtered)"
    case .shortest(let relationship):
      let types = relationship.types.isEmpty ? "any" : relationship.types.joined(separator: "|")
      return "shortest path over \(types)\(filtered)"
    case .path: return "path\(filtered)"
    }
  }
}
