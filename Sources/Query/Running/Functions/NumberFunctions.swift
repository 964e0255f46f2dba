import Foundation

extension QueryFunction {
  /// Functions on numbers.
  static let numbers: [QueryFunction] =
    [
      QueryFunction("abs", "number", 1...1, .any, "the size without the sign") {
        (_, values, offset) throws(QueryError) in
        switch values[0] {
        case .integer(let value) where value != .min: return .integer(Swift.abs(value))
        case .float(let value): return .float(Swift.abs(value))
        default: throw refuses("abs", values[0], at: offset)
        }
      },
      QueryFunction("sign", "number", 1...1, .integer, "−1, 0 or 1") {
        (_, values, offset) throws(QueryError) in
        guard let value = values[0].number else { throw refuses("sign", values[0], at: offset) }
        return .integer(value > 0 ? 1 : value < 0 ? -1 : 0)
      },
      QueryFunction("rand", "", 0...0, .float, "a random number from 0 below 1") {
        (context, _, _) throws(QueryError) in .float(context.randomNumber())
      },
      QueryFunction("pi", "", 0...0, .float, "the number π") {
        (_, _, _) throws(QueryError) in .float(.pi)
      },
      QueryFunction("e", "", 0...0, .float, "the base of the natural logarithm") {
        (_, _, _) throws(QueryError) in .float(M_E)
      },
      QueryFunction(
        "round", "number[, digits]", 1...2, .float,
        "the nearest whole number, or with so many digits"
      ) {
        (_, values, offset) throws(QueryError) in
        guard let value = values[0].number else { throw refuses("round", values[0], at: offset) }
        let scale = pow(10, values.count > 1 ? values[1].number ?? 0 : 0)
        return .float((value * scale + 0.5).rounded(.down) / scale)
      },
      QueryFunction("atan2", "y, x", 2...2, .float, "the angle of a point, in radians") {
        (_, values, offset) throws(QueryError) in
        guard let y = values[0].number, let x = values[1].number else {
          throw refuses("atan2", values[0].number == nil ? values[0] : values[1], at: offset)
        }
        return .float(Foundation.atan2(y, x))
      },
    ]
    + simple.map { name, meaning, function in
      QueryFunction(name, "number", 1...1, .float, meaning) {
        (_, values, offset) throws(QueryError) in
        guard let value = values[0].number else { throw refuses(name, values[0], at: offset) }
        return .float(function(value))
      }
    }

  /// Functions of one number that make a float.
  private static let simple: [(String, String, @Sendable (Double) -> Double)] = [
    ("ceil", "the next whole number upwards", { $0.rounded(.up) }),
    ("floor", "the next whole number downwards", { $0.rounded(.down) }),
    ("sqrt", "the square root", { $0.squareRoot() }),
    ("exp", "e to that power", { Foundation.exp($0) }),
    ("log", "the natural logarithm", { Foundation.log($0) }),
    ("log10", "the logarithm to base 10", { Foundation.log10($0) }),
    ("sin", "the sine", { Foundation.sin($0) }),
    ("cos", "the cosine", { Foundation.cos($0) }),
    ("tan", "the tangent", { Foundation.tan($0) }),
    ("asin", "the arc sine", { Foundation.asin($0) }),
    ("acos", "the arc cosine", { Foundation.acos($0) }),
    ("atan", "the arc tangent", { Foundation.atan($0) }),
    ("degrees", "radians in degrees", { $0 * 180 / .pi }),
    ("radians", "degrees in radians", { $0 * .pi / 180 }),
  ]
}
