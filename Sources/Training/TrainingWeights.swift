import Language

/// Weights while they are learnt: whole numbers in an open-addressed table of rows.
///
/// An averaged perceptron adds 1 for the right class and −1 for the wrong one; the average over all
/// steps is what counts in the end. Everything is integer arithmetic, so that a seed gives the same
/// model everywhere.
struct TrainingWeights {
  private struct Slot {
    var feature: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt16 = 0
    var room: UInt16 = 0
  }

  private struct Entry {
    /// The sum of step × change, for the average.
    var total: Int64 = 0
    var weight: Int32 = 0
    var label: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 16)
  private var used = 0
  private var entries: [Entry] = []
  /// Blocks given up by rows that grew, by the binary logarithm of their size.
  private var spare = [[UInt32]](repeating: [], count: 8)
  /// The slots of the features in hand.
  private var found: [Slot] = []
  /// The steps taken so far.
  private(set) var steps: Int64 = 1

  /// Counts a decision, right or wrong.
  mutating func step() {
    steps += 1
  }

  /// Sums the weights of the first `count` features, a score a class; `scores` has 128 places.
  ///
  /// Two passes, so that memory is read ahead: all slots first, then the rows.
  mutating func score(_ features: [UInt64], count: Int, into scores: inout [Int32]) {
    if found.count < count { found = [Slot](repeating: Slot(), count: count) }
    let mask = slots.count - 1
    found.withUnsafeMutableBufferPointer { found in
      slots.withUnsafeBufferPointer { slots in
        for index in 0..<count {
          found[index] = slots[Int(truncatingIfNeeded: features[index] >> 8) & mask]
        }
        for index in 0..<count where found[index].feature != features[index] {
          var place = Int(truncatingIfNeeded: features[index] >> 8) & mask
          while slots[place].feature != 0 && slots[place].feature != features[index] {
            place = (place + 1) & mask
          }
          found[index] = slots[place]
        }
      }
    }
    sum(count, into: &scores)
  }

  private func sum(_ count: Int, into scores: inout [Int32]) {
    scores.withUnsafeMutableBufferPointer { scores in
      scores.update(repeating: 0)
      entries.withUnsafeBufferPointer { entries in
        for slot in found[..<count] {
          for row in Int(slot.start)..<Int(slot.start) + Int(slot.count) {
            scores[Int(entries[row].label)] &+= entries[row].weight
          }
        }
      }
    }
  }

  /// Moves weight from the wrong class to the right one, for each of the first `count` features.
  mutating func update(_ features: [UInt64], count: Int, right: Int, wrong: Int) {
    for index in 0..<count {
      let place = find(features[index])
      add(1, at: place, label: Int32(right))
      add(-1, at: place, label: Int32(wrong))
    }
  }

  private mutating func find(_ feature: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: feature >> 8) & mask
    while slots[place].feature != 0 {
      if slots[place].feature == feature { return place }
      place = (place + 1) & mask
    }
    guard used * 2 < slots.count else {
      grow()
      return find(feature)
    }
    used += 1
    slots[place].feature = feature
    return place
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.feature != 0 {
      var place = Int(truncatingIfNeeded: slot.feature >> 8) & mask
      while larger[place].feature != 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  private mutating func add(_ change: Int32, at place: Int, label: Int32) {
    let slot = slots[place]
    for row in Int(slot.start)..<Int(slot.start) + Int(slot.count) where entries[row].label == label
    {
      entries[row].weight += change
      entries[row].total += steps * Int64(change)
      return
    }
    if slot.count == slot.room { enlarge(place) }
    let row = Int(slots[place].start) + Int(slots[place].count)
    entries[row] = Entry(total: steps * Int64(change), weight: change, label: label)
    slots[place].count += 1
  }

  /// Moves a row to a block of twice the size.
  private mutating func enlarge(_ place: Int) {
    let slot = slots[place]
    let room = slot.room == 0 ? 2 : slot.room * 2
    let class_ = room.trailingZeroBitCount
    let start: Int
    if let block = spare[class_].popLast() {
      start = Int(block)
    } else {
      start = entries.count
      entries.append(contentsOf: repeatElement(Entry(), count: Int(room)))
    }
    for offset in 0..<Int(slot.count) {
      entries[start + offset] = entries[Int(slot.start) + offset]
    }
    if slot.room > 0 { spare[slot.room.trailingZeroBitCount].append(slot.start) }
    slots[place].start = UInt32(start)
    slots[place].room = room
  }

  /// The averages of all weights, in units of 1/256, in the order of the features' hashes.
  func averaged() -> AveragedWeights {
    var rows: [AveragedWeights.Row] = []
    rows.reserveCapacity(used)
    for slot in slots where slot.feature != 0 {
      let range = Int(slot.start)..<Int(slot.start) + Int(slot.count)
      let values: [AveragedWeights.Value] = range.compactMap {
        let entry = entries[$0]
        let scaled = (Int64(entry.weight) * steps - entry.total) * 256 / steps
        return scaled == 0 ? nil : .init(label: UInt8(entry.label), weight: Int32(scaled))
      }
      if !values.isEmpty { rows.append(.init(feature: slot.feature, values: values)) }
    }
    rows.sort { $0.feature < $1.feature }
    return AveragedWeights(rows: rows)
  }
}
