import Foundation

/// An aggregate of the rows of a group so far.
struct AggregateState {
  private let aggregate: BoundAggregate
  private var count = 0
  private var sum: Value = .integer(0)
  private var best: Value?
  private var values: [Value] = []
  private var seen: Set<Value> = []
  private var parameter: Double?

  init(_ aggregate: BoundAggregate) {
    self.aggregate = aggregate
  }

  /// Takes a row's value; nil for `count(*)`.
  mutating func add(_ value: Value?, _ parameter: Value?) throws(QueryError) {
    if let parameter { try take(percentile: parameter) }
    guard let value else {
      count += 1
      return
    }
    if value.isNull || (aggregate.isDistinct && !seen.insert(value).inserted) { return }
    count += 1
    switch aggregate.function {
    case .count: break
    case .sum, .average:
      sum =
        if count == 1, case .duration = value { value } else {
          try Value.arithmetic(.add, sum, value, at: aggregate.offset)
        }
    case .minimum: if best.map({ value.ordered(against: $0) < 0 }) ?? true { best = value }
    case .maximum: if best.map({ value.ordered(against: $0) > 0 }) ?? true { best = value }
    case .collect: values.append(value)
    default:
      guard value.number != nil else {
        throw .running(
          "InvalidArgumentType", "\(aggregate.function.name) takes numbers, not \(value.typeName)",
          at: aggregate.offset)
      }
      values.append(value)
    }
  }

  private mutating func take(percentile value: Value) throws(QueryError) {
    guard let number = value.number, (0...1).contains(number) else {
      throw .running(
        "NumberOutOfRange", "a percentile is a number from 0 to 1", at: aggregate.offset,
        family: .argument)
    }
    parameter = number
  }

  /// The aggregate of what was taken.
  func result() throws(QueryError) -> Value {
    switch aggregate.function {
    case .count: return .integer(count)
    case .sum: return sum
    case .average:
      guard count > 0 else { return .null }
      let divisor = Value.float(Double(count))
      return try Value.arithmetic(.divide, sum, divisor, at: aggregate.offset)
    case .minimum, .maximum: return best ?? .null
    case .collect: return .list(values)
    case .standardDeviation: return .float(deviation(over: count - 1))
    case .standardDeviationOfAll: return .float(deviation(over: count))
    case .percentileContinuous, .percentileDiscrete: return percentile()
    }
  }

  private func deviation(over divisor: Int) -> Double {
    guard divisor > 0 else { return 0 }
    let numbers = values.compactMap(\.number)
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(divisor)).squareRoot()
  }

  private func percentile() -> Value {
    guard let parameter, !values.isEmpty else { return .null }
    let sorted = values.sorted { $0.ordered(against: $1) < 0 }
    if aggregate.function == .percentileDiscrete {
      let place = Int((parameter * Double(sorted.count)).rounded(.up)) - 1
      return sorted[max(0, place)]
    }
    let place = parameter * Double(sorted.count - 1)
    let low = Int(place)
    let first = sorted[low].number ?? 0
    let second = sorted[min(low + 1, sorted.count - 1)].number ?? 0
    return .float(first + (second - first) * (place - Double(low)))
  }
}
