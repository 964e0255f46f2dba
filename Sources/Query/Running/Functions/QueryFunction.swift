/// A function of the query language: how it is called, what it does, and how it does it.
///
/// The reference page is printed from these.
struct QueryFunction: Sendable {
  /// What computes the result: the run, the arguments, and where the call stands.
  typealias Body = @Sendable (RunContext, [Value], Int) throws(QueryError) -> Value

  /// The name as it is documented; calls may write it in any case.
  let name: String
  /// The arguments in words, `list, separator`.
  let arguments: String
  /// How many arguments there may be.
  let arity: ClosedRange<Int>
  /// What the first argument may be, as far as that is known before running; nil for anything.
  let accepts: [StaticType]?
  /// What is known of the result.
  let result: StaticType
  /// Whether the result is null as soon as an argument is.
  let passesNull: Bool
  /// What it does, in a line.
  let meaning: String
  let body: Body

  init(
    _ name: String, _ arguments: String, _ arity: ClosedRange<Int>, _ result: StaticType,
    accepts: [StaticType]? = nil, passesNull: Bool = true, _ meaning: String,
    _ body: @escaping Body
  ) {
    self.name = name
    self.arguments = arguments
    self.arity = arity
    self.accepts = accepts
    self.result = result
    self.passesNull = passesNull
    self.meaning = meaning
    self.body = body
  }

  /// How the function is called: `size(value)`.
  var signature: String { "\(name)(\(arguments))" }

  /// The result for arguments.
  func call(_ context: RunContext, _ values: [Value], at offset: Int) throws(QueryError) -> Value {
    if passesNull, values.contains(where: \.isNull) { return .null }
    return try body(context, values, offset)
  }

  /// The groups of functions as they are documented.
  static let groups: [(title: String, functions: [QueryFunction])] = [
    ("Graph", graph), ("Lists", lists), ("Numbers", numbers), ("Texts", texts),
    ("Conversion", conversion), ("Dates and times", temporal),
  ]

  /// All functions by their names in small letters.
  static let all: [String: QueryFunction] = Dictionary(
    groups.flatMap(\.functions).map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { $1 })

  /// The error that an argument has the wrong type.
  func refuses(_ value: Value, at offset: Int) -> QueryError {
    Self.refuses(name, value, at: offset)
  }

  static func refuses(_ name: String, _ value: Value, at offset: Int) -> QueryError {
    .running("InvalidArgumentValue", "\(name) does not take \(value.typeName)", at: offset)
  }
}
