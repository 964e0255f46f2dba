/// Trained weights in the packed form in which they are shipped: feature hash → (class, weight)s.
///
/// `slots` is an open-addressed table; a slot holds 11 bits of the feature's hash above the place
/// (+ 1, in entries) of its row; 0 is empty. A row is a run of byte pairs: the class, its top bit
/// set on the row's last, and a signed weight on a square-root scale (−127…127). All sums are whole
/// numbers, so that every machine decides alike.
package struct Weights: Sendable {
  let slots: [UInt32]
  let entries: [UInt8]

  /// The number of bits of a slot that place a row.
  package static let placeBits: UInt32 = 21

  /// Weights over tables that a trainer packed or a model file holds.
  package init(slots: [UInt32], entries: [UInt8]) {
    self.slots = slots
    self.entries = entries
  }

  /// Where the search for a feature begins in a table of `count` slots.
  @inline(__always)
  package static func home(_ feature: UInt64, count: Int) -> Int {
    Int((UInt64(UInt32(truncatingIfNeeded: feature)) &* UInt64(count)) >> 32)
  }

  /// The part of a feature's hash that a slot keeps.
  @inline(__always)
  package static func mark(_ feature: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: feature >> 53)
  }

  /// Sums the weights of the first `count` features, a score a class.
  ///
  /// `scores` needs 128 places; `rows` is scratch space of `count` places.
  package func score(
    _ features: [UInt64], count: Int, rows: inout [UInt32], into scores: inout [Int32]
  ) {
    precondition(scores.count >= 128 && features.count >= count && rows.count >= count)
    guard !slots.isEmpty else { return }
    features.withUnsafeBufferPointer { features in
      rows.withUnsafeMutableBufferPointer { rows in
        let found = locate(UnsafeBufferPointer(rebasing: features[..<count]), into: rows)
        scores.withUnsafeMutableBufferPointer { scores in
          scores.update(repeating: 0)
          sum(UnsafeBufferPointer(rebasing: rows[..<found]), into: scores)
        }
      }
    }
  }

  /// The places of the rows that exist; two passes, so that memory is read ahead.
  @inline(__always)
  private func locate(
    _ features: UnsafeBufferPointer<UInt64>, into rows: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    slots.withUnsafeBufferPointer { slots in
      for index in features.indices {
        rows[index] = slots[Self.home(features[index], count: slots.count)]
      }
      var found = 0
      for index in features.indices where rows[index] != 0 {
        let mark = Self.mark(features[index])
        var slot = rows[index]
        var place = Self.home(features[index], count: slots.count)
        while slot != 0 && slot >> Self.placeBits != mark {
          place = place + 1 == slots.count ? 0 : place + 1
          slot = slots[place]
        }
        guard slot != 0 else { continue }
        rows[found] = (slot & (1 << Self.placeBits - 1)) &- 1
        found += 1
      }
      return found
    }
  }

  @inline(__always)
  private func sum(
    _ rows: UnsafeBufferPointer<UInt32>, into scores: UnsafeMutableBufferPointer<Int32>
  ) {
    entries.withUnsafeBufferPointer { entries in
      for row in rows {
        var place = Int(row) &* 2
        while true {
          let head = entries[place]
          let weight = Int32(Int8(bitPattern: entries[place &+ 1]))
          scores[Int(head & 127)] &+= weight &* abs(weight)
          if head >= 128 { break }
          place &+= 2
        }
      }
    }
  }
}
