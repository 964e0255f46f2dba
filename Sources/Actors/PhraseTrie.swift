/// Words by number: an open-addressed table over folded bytes.
struct Vocabulary: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var bytes: [UInt8] = []
  private var mask: Int

  /// An empty vocabulary with room for `expected` words.
  init(expected: Int) {
    var size = 1024
    while size < expected * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    starts.reserveCapacity(expected + 1)
    bytes.reserveCapacity(expected * 8)
  }

  /// How many words it knows.
  var count: Int { starts.count - 1 }

  /// The number of a word, or −1. O(length).
  func number(of word: some Collection<UInt8>) -> Int32 {
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if matches(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The number of a word, which is added when it is new.
  mutating func add(_ word: [UInt8]) -> Int32 {
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if matches(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    slots[slot] = number
    if count * 2 > slots.count { grow() }
    return number
  }

  /// The bytes of the word of a number.
  func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  private func matches(_ number: Int32, _ word: some Collection<UInt8>) -> Bool {
    let start = Int(starts[Int(number)])
    let end = Int(starts[Int(number) + 1])
    guard end - start == word.count else { return false }
    var position = start
    for byte in word {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for number in 0..<Int32(count) {
      var slot = Self.hash(word(number)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = number
    }
  }

  private static func hash(_ word: some Collection<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff)
  }
}

/// Phrases over word numbers: node and word give the next node, in one flat table.
struct PhraseTrie: Sendable {
  private var keys: [UInt64]
  private var targets: [Int32]
  private var mask: Int
  private var edges = 0
  /// For each node the first of its entries, or −1.
  private var heads: [Int32] = [-1]

  /// An empty trie with room for `expected` nodes.
  init(expected: Int) {
    var size = 1024
    while size < expected * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    targets = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The node that follows `node` by `word`, or −1.
  func next(_ node: Int32, _ word: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    var slot = Self.hash(key) & mask
    while targets[slot] >= 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The first entry at a node, or −1.
  func firstEntry(at node: Int32) -> Int32 { heads[Int(node)] }

  /// Puts `entry` at the phrase's node and returns the entry that was first there, or −1.
  mutating func insert(_ phrase: [Int32], entry: Int32) -> Int32 {
    var node: Int32 = 0
    for word in phrase { node = nextAdding(node, word) }
    let before = heads[Int(node)]
    heads[Int(node)] = entry
    return before
  }

  private mutating func nextAdding(_ node: Int32, _ word: Int32) -> Int32 {
    let known = next(node, word)
    if known >= 0 { return known }
    if edges * 2 > keys.count { grow() }
    let target = Int32(heads.count)
    heads.append(-1)
    place(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word)), target)
    edges += 1
    return target
  }

  private mutating func place(_ key: UInt64, _ target: Int32) {
    var slot = Self.hash(key) & mask
    while targets[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.1 >= 0 }
    keys = [UInt64](repeating: .max, count: keys.count * 2)
    targets = [Int32](repeating: -1, count: keys.count)
    mask = keys.count - 1
    for (key, target) in old { place(key, target) }
  }

  private static func hash(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
