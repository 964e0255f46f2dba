/// A small generator of random numbers: the same seed gives the same numbers everywhere.
///
/// - Source: SplitMix64, Steele, Lea and Flood 2014.
package struct SmallRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that begins at `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`; its slight bias towards the small ones is of no matter here.
  package mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// Puts a list in random order.
  package mutating func shuffle<Element>(_ list: inout [Element]) {
    for place in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(place, below(place + 1))
    }
  }
}
