/// The functions that make one value of the rows of a group.
enum AggregateFunction: String, Hashable, Sendable, CaseIterable {
  case count
  case sum
  case average = "avg"
  case minimum = "min"
  case maximum = "max"
  case collect
  case standardDeviation = "stdev"
  case standardDeviationOfAll = "stdevp"
  case percentileContinuous = "percentilecont"
  case percentileDiscrete = "percentiledisc"

  /// The number of arguments.
  var arity: Int {
    switch self {
    case .percentileContinuous, .percentileDiscrete: 2
    default: 1
    }
  }

  /// What is known of the result for an argument.
  func result(of type: StaticType) -> StaticType {
    switch self {
    case .count: .integer
    case .collect: .list(type)
    case .minimum, .maximum: type
    case .sum, .average, .percentileDiscrete: .any
    case .standardDeviation, .standardDeviationOfAll, .percentileContinuous: .float
    }
  }

  /// The name as it is documented.
  var name: String {
    switch self {
    case .percentileContinuous: "percentileCont"
    case .percentileDiscrete: "percentileDisc"
    case .standardDeviation: "stDev"
    case .standardDeviationOfAll: "stDevP"
    default: rawValue
    }
  }

  /// What it does, in a line.
  var meaning: String {
    switch self {
    case .count: "the number of values that are not null; `count(*)` counts rows"
    case .sum: "the sum of numbers or durations"
    case .average: "the mean of numbers or durations"
    case .minimum: "the first value in the order of ORDER BY"
    case .maximum: "the last value in the order of ORDER BY"
    case .collect: "a list of the values that are not null"
    case .standardDeviation: "the standard deviation of a sample"
    case .standardDeviationOfAll: "the standard deviation of a whole population"
    case .percentileContinuous: "the percentile, interpolated; the second argument is from 0 to 1"
    case .percentileDiscrete: "the percentile, as one of the values; the second is from 0 to 1"
    }
  }
}
