extension RunContext {
  /// Runs all queries of a UNION, one after another.
  func run(
    _ query: BoundQuery, into body: @escaping ([Value]) throws(QueryError) -> Bool
  ) throws(QueryError) {
    let result = ResultSink(
      keepsDuplicates: query.keepsDuplicates, limit: limits.rows, body: body)
    for part in query.parts where !result.isDone {
      result.slots = part.results
      var row = Row(repeating: .null, count: part.width)
      try run(part, from: &row, into: result)
    }
  }
}

/// Hands rows to the caller: only the columns, and in UNION each only once.
private final class ResultSink: RowSink {
  /// The places of the columns.
  var slots: [Int] = []
  private(set) var isDone = false
  private let keepsDuplicates: Bool
  private let limit: Int
  private let body: ([Value]) throws(QueryError) -> Bool
  private var seen: Set<[Value]> = []
  private var count = 0

  init(
    keepsDuplicates: Bool, limit: Int, body: @escaping ([Value]) throws(QueryError) -> Bool
  ) {
    self.keepsDuplicates = keepsDuplicates
    self.limit = limit
    self.body = body
  }

  func take(_ row: inout Row) throws(QueryError) -> Bool {
    let values = slots.map { row[$0] }
    if !keepsDuplicates, !seen.insert(values).inserted { return true }
    count += 1
    guard count <= limit else {
      throw .limit("the result has more than \(limit) rows; add LIMIT, or allow more")
    }
    isDone = try !body(values)
    return !isDone
  }

  func finish() throws(QueryError) {}
}
