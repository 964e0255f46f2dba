/// Compares the kept sums with sums computed anew, row by row in the order of their keys.
final class SumCheck: SumSink {
  private let connection: Connection
  private let months: SQLStatement
  private let totals: SQLStatement
  private let days: SQLStatement
  private var wrong: [String: Int] = [:]
  private var compared = 0

  init(_ connection: Connection) throws {
    self.connection = connection
    months = try connection.statement(
      """
      SELECT actor, recipient, act, statusClass, month, events, score FROM dyadMonth \
      ORDER BY actor, recipient, act, statusClass, month
      """)
    totals = try connection.statement(
      """
      SELECT actor, recipient, act, statusClass, events, score FROM dyadTotal \
      ORDER BY actor, recipient, act, statusClass
      """)
    days = try connection.statement("SELECT day, events, score FROM dayTotal ORDER BY day")
  }

  /// Adds what is wrong to `problems`, and returns how many rows were compared.
  func run(_ problems: inout [String]) throws -> Int {
    try SumBuilder(connection).build(into: self)
    for (table, statement) in [("dyadMonth", months), ("dyadTotal", totals), ("dayTotal", days)] {
      while try statement.step() { wrong[table, default: 0] += 1 }
    }
    for (table, count) in wrong.sorted(by: { $0.key < $1.key }) {
      problems.append("sums: \(count) rows of \(table) are wrong, missing or too many")
    }
    return compared
  }

  func month(_ key: SumKey, month: Int, _ sum: EventSum) throws {
    let row = [key.actor, key.recipient, key.act, key.statusClass, month, sum.events, sum.score]
    try compare(months, row, "dyadMonth")
  }

  func total(_ key: SumKey, _ sum: EventSum) throws {
    let row = [key.actor, key.recipient, key.act, key.statusClass, sum.events, sum.score]
    try compare(totals, row, "dyadTotal")
  }

  func day(_ day: Int, _ sum: EventSum) throws {
    try compare(days, [day, sum.events, sum.score], "dayTotal")
  }

  private func compare(_ statement: SQLStatement, _ row: [Int], _ table: String) throws {
    compared += 1
    let isThere = try statement.step()
    let isSame = isThere && row.indices.allSatisfy { statement.int(Int32($0)) == row[$0] }
    if !isSame { wrong[table, default: 0] += 1 }
  }
}
