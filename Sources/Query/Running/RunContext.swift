/// What one run of a query has: the graph, its limits, its clock and its chance.
///
/// Runs on one thread. Expressions are computed in the extensions of this folder.
final class RunContext {
  let graph: any PropertyGraph
  let limits: QueryLimits
  /// The moment at which the query began, in UTC; every clock function tells this one.
  let now: ZonedDateTime
  private var random: UInt64
  private let deadline: ContinuousClock.Instant
  private var steps = 0

  init(graph: any PropertyGraph, limits: QueryLimits, now: ZonedDateTime, seed: UInt64) {
    self.graph = graph
    self.limits = limits
    self.now = now
    random = seed
    deadline = ContinuousClock.now.advanced(by: .seconds(limits.seconds))
  }

  /// The time that is left.
  var secondsLeft: Double {
    let left = ContinuousClock.now.duration(to: deadline).components
    return max(0.001, Double(left.seconds) + Double(left.attoseconds) * 1e-18)
  }

  /// Counts a step of work; from time to time looks at the clock and for cancellation.
  func step() throws(QueryError) {
    steps += 1
    guard steps & 1023 == 0 else { return }
    if Task.isCancelled { throw .limit("the query was cancelled") }
    if steps > limits.steps {
      throw .limit(
        "the query looked at more than \(limits.steps) relationships and rows; narrow it by a "
          + "label, a property, a type or a shorter path")
    }
    if ContinuousClock.now > deadline {
      throw .limit("the query ran longer than \(limits.seconds) seconds; narrow it, or allow more")
    }
  }

  /// A number from 0 below 1, by SplitMix64.
  func randomNumber() -> Double {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}

/// How much a query may do before it is stopped with a message.
public struct QueryLimits: Hashable, Sendable {
  /// Rows of the result.
  public var rows: Int
  /// Seconds of time.
  public var seconds: Int
  /// Relationships, nodes and rows looked at.
  public var steps: Int

  /// These limits.
  public init(rows: Int = 1_000_000, seconds: Int = 60, steps: Int = 50_000_000) {
    self.rows = rows
    self.seconds = seconds
    self.steps = steps
  }
}
