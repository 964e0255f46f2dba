extension QueryFunction {
  /// Functions on lists, and those that take any value.
  static let lists: [QueryFunction] = [
    QueryFunction(
      "size", "value", 1...1, .integer, accepts: [.list(.any), .string, .map],
      "the number of elements of a list or of characters of a text"
    ) { (_, values, offset) throws(QueryError) in
      switch values[0] {
      case .list(let list): return .integer(list.count)
      case .string(let text): return .integer(text.unicodeScalars.count)
      case .map(let map): return .integer(map.entries.count)
      default: throw refuses("size", values[0], at: offset)
      }
    },
    QueryFunction("head", "list", 1...1, .any, "the first element; null when there is none") {
      (_, values, offset) throws(QueryError) in
      try list(values[0], "head", offset).first ?? .null
    },
    QueryFunction("last", "list", 1...1, .any, "the last element; null when there is none") {
      (_, values, offset) throws(QueryError) in
      try list(values[0], "last", offset).last ?? .null
    },
    QueryFunction("tail", "list", 1...1, .list(.any), "all elements but the first") {
      (_, values, offset) throws(QueryError) in
      .list(Array(try list(values[0], "tail", offset).dropFirst()))
    },
    QueryFunction("reverse", "value", 1...1, .any, "a list or a text backwards") {
      (_, values, offset) throws(QueryError) in
      if case .string(let text) = values[0] { return .string(String(text.reversed())) }
      return .list(try list(values[0], "reverse", offset).reversed())
    },
    QueryFunction(
      "range", "first, last[, step]", 2...3, .list(.integer),
      "the integers from the first to the last, both among them"
    ) { (_, values, offset) throws(QueryError) in try range(values, at: offset) },
    QueryFunction(
      "coalesce", "value, …", 1...100, .any, passesNull: false,
      "the first value that is not null"
    ) { (_, values, _) throws(QueryError) in values.first { !$0.isNull } ?? .null },
  ]

  private static func list(
    _ value: Value, _ name: String, _ offset: Int
  ) throws(QueryError) -> [Value] {
    guard case .list(let list) = value else { throw refuses(name, value, at: offset) }
    return list
  }

  /// The longest list that `range` makes.
  private static let longest = 10_000_000

  private static func range(_ values: [Value], at offset: Int) throws(QueryError) -> Value {
    var numbers: [Int] = []
    for value in values {
      guard case .integer(let number) = value else {
        throw .running(
          "InvalidArgumentType", "range takes integers, not \(value.typeName)", at: offset,
          family: .argument)
      }
      numbers.append(number)
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else {
      throw .running(
        "NumberOutOfRange", "the step of range cannot be 0", at: offset, family: .argument)
    }
    guard step > 0 ? numbers[0] <= numbers[1] : numbers[0] >= numbers[1] else { return .list([]) }
    let distance = numbers[1].subtractingReportingOverflow(numbers[0])
    guard !distance.overflow, distance.partialValue / step < longest else {
      throw .limit("range would make more than \(longest) numbers")
    }
    return .list(stride(from: numbers[0], through: numbers[1], by: step).map { .integer($0) })
  }
}
