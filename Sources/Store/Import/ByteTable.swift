import Foundation

/// Numbers by bytes: a hash table that never makes a String for a key it knows.
struct ByteTable {
  private var slots: [Slot]
  private var bytes: [UInt8] = []
  private var count = 0

  private struct Slot {
    var hash: UInt64 = 0
    var start: Int32 = 0
    /// −1 for an empty slot.
    var length: Int32 = -1
    var value = 0
  }

  init() { slots = Array(repeating: Slot(), count: 1 << 12) }

  subscript(_ key: UnsafeRawBufferPointer) -> Int? {
    let hash = Self.hash(key)
    let slot = slots[place(of: key, hash)]
    return slot.length < 0 ? nil : slot.value
  }

  mutating func set(_ key: UnsafeRawBufferPointer, to value: Int) {
    if count * 2 >= slots.count { grow() }
    let hash = Self.hash(key)
    let place = place(of: key, hash)
    if slots[place].length < 0 {
      slots[place] = Slot(
        hash: hash, start: Int32(truncatingIfNeeded: bytes.count), length: Int32(key.count),
        value: value)
      bytes.append(contentsOf: key)
      count += 1
    } else {
      slots[place].value = value
    }
  }

  private func place(of key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].length >= 0 {
      if slots[place].hash == hash, matches(slots[place], key) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func matches(_ slot: Slot, _ key: UnsafeRawBufferPointer) -> Bool {
    guard Int(slot.length) == key.count else { return false }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let other = key.baseAddress else { return key.isEmpty }
      return memcmp(base + Int(slot.start), other, key.count) == 0
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.length >= 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[place].length >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
    var index = 0
    while index + 8 <= key.count {
      state = mix(state, key.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < key.count {
      rest = rest << 8 | UInt64(key[index])
      index += 1
    }
    return mix(state, rest)
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
