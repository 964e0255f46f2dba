/// Where feature templates put their hashes.
package struct FeatureSink: Sendable {
  /// The hashes, one a feature that fired.
  package private(set) var hashes: [UInt64] = []

  /// An empty sink.
  package init() {}

  /// Forgets the features and keeps the memory.
  package mutating func removeAll() { hashes.removeAll(keepingCapacity: true) }

  /// A feature of a template alone.
  package mutating func add(_ template: UInt64) {
    hashes.append(Hashing.mix(template, 1))
  }

  /// A feature of a template and one value.
  package mutating func add(_ template: UInt64, _ a: UInt64) {
    hashes.append(Hashing.mix(Hashing.mix(template, 2), a))
  }

  /// A feature of a template and two values.
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
    hashes.append(Hashing.mix(Hashing.mix(Hashing.mix(template, 3), a), b))
  }

  /// A feature of a template and three values.
  package mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    hashes.append(Hashing.mix(Hashing.mix(Hashing.mix(Hashing.mix(template, 4), a), b), c))
  }
}

/// The hash functions of features; the same on every machine and run.
package enum Hashing {
  /// Joins two hashes.
  package static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var x = a ^ (b &+ 0x9e37_79b9_7f4a_7c15 &+ (a << 6) &+ (a >> 2))
    x = (x ^ (x >> 32)) &* 0xd6e8_feb8_6659_fd93
    return x ^ (x >> 29)
  }

  /// The hash of a text's bytes (FNV-1a).
  package static func of(_ text: some StringProtocol) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// The hash of a small number.
  package static func of(_ number: Int) -> UInt64 {
    mix(0x51_7cc1_b727, UInt64(bitPattern: Int64(number)))
  }
}
