import Foundation
import Language

/// Learnt weights after averaging, before they are pruned and packed.
struct AveragedWeights {
  /// A class and its weight, in units of 1/256.
  struct Value {
    var label: UInt8
    var weight: Int32
  }

  /// The weights of one feature.
  struct Row {
    var feature: UInt64
    var values: [Value]
  }

  /// The rows, ordered by feature.
  var rows: [Row]

  /// The sum of two sets of weights: what two models decide together.
  func adding(_ other: AveragedWeights) -> AveragedWeights {
    var sum: [Row] = []
    sum.reserveCapacity(max(rows.count, other.rows.count))
    var (mine, theirs) = (rows[...], other.rows[...])
    while let first = mine.first, let second = theirs.first {
      if first.feature < second.feature {
        sum.append(mine.removeFirst())
      } else if second.feature < first.feature {
        sum.append(theirs.removeFirst())
      } else {
        sum.append(Self.joined(mine.removeFirst(), theirs.removeFirst()))
      }
    }
    return AveragedWeights(rows: sum + mine + theirs)
  }

  private static func joined(_ first: Row, _ second: Row) -> Row {
    var row = first
    for value in second.values {
      if let place = row.values.firstIndex(where: { $0.label == value.label }) {
        row.values[place].weight += value.weight
      } else {
        row.values.append(value)
      }
    }
    return row
  }

  /// The weights packed into at most `bytes`: the smallest are left out until the rest fits.
  func packed(bytes: Int) -> Weights {
    let largest = rows.lazy.flatMap(\.values).map { abs($0.weight) }.max() ?? 1
    var (low, high) = (Int32(0), largest)
    while low < high {
      let middle = low + (high - low) / 2
      if fits(threshold: middle, bytes: bytes) { high = middle } else { low = middle + 1 }
    }
    return packed(threshold: max(1, low), largest: largest)
  }

  private static func slotCount(rows: Int) -> Int { rows * 3 / 2 + 1 }

  private func fits(threshold: Int32, bytes: Int) -> Bool {
    var kept = 0
    var values = 0
    for row in rows {
      let strong = row.values.count { abs($0.weight) >= threshold }
      values += strong
      kept += strong > 0 ? 1 : 0
    }
    return 4 * Self.slotCount(rows: kept) + 2 * values <= bytes
      && values < 1 << Weights.placeBits - 1
  }

  private func packed(threshold: Int32, largest: Int32) -> Weights {
    let scale = 127 / Double(largest).squareRoot()
    let kept: [(UInt64, [(UInt8, Int8)])] = rows.compactMap { row in
      let strong = row.values.filter { abs($0.weight) >= threshold }.compactMap {
        let size = Int8((Double(abs($0.weight)).squareRoot() * scale).rounded())
        return size == 0 ? nil : ($0.label, $0.weight < 0 ? -size : size)
      }
      return strong.isEmpty ? nil : (row.feature, strong)
    }
    var slots = [UInt32](repeating: 0, count: Self.slotCount(rows: kept.count))
    var entries: [UInt8] = []
    for (feature, values) in kept {
      var place = Weights.home(feature, count: slots.count)
      while slots[place] != 0 { place = place + 1 == slots.count ? 0 : place + 1 }
      slots[place] = Weights.mark(feature) << Weights.placeBits | UInt32(entries.count / 2 + 1)
      for (index, value) in values.enumerated() {
        entries.append(value.0 | (index == values.count - 1 ? 128 : 0))
        entries.append(UInt8(bitPattern: value.1))
      }
    }
    return Weights(slots: slots, entries: entries)
  }
}
