/// One feature template: the atoms whose values are hashed together, four at most.
///
/// Atoms are numbered places in an array that is filled once a step; place 0 holds 0 and pads.
struct FeatureTemplate {
  let seed: UInt64
  let first, second, third, fourth: Int

  init(number: Int, atoms: [Int]) {
    precondition(atoms.count <= 4, "a template joins four atoms at most")
    let padded = atoms + [Int](repeating: 0, count: 4 - atoms.count)
    seed = UInt64(number + 1) &* 0x9e37_79b9_7f4a_7c15
    (first, second, third, fourth) = (padded[0], padded[1], padded[2], padded[3])
  }

  /// The hash of the template's atoms, never 0; the low half places it in a table, the top tells it
  /// apart.
  @inline(__always)
  func hash(_ atoms: UnsafePointer<UInt64>) -> UInt64 {
    var sum = seed &+ atoms[first] &* 0xff51_afd7_ed55_8ccd
    sum = sum &+ atoms[second] &* 0xc4ce_b9fe_1a85_ec53
    sum = sum &+ atoms[third] &* 0xd6e8_feb8_6659_fd93
    sum = sum &+ atoms[fourth] &* 0xa076_1d64_78bd_642f
    sum ^= sum >> 29
    sum = sum &* 0xbf58_476d_1ce4_e5b9
    return (sum ^ (sum >> 32)) | 1
  }
}

/// Hashes of all templates, in their order, into `features` (one place a template).
@inline(__always)
func hashAll(
  _ templates: [FeatureTemplate], atoms: [UInt64], into features: inout [UInt64]
) {
  precondition(features.count >= templates.count, "too few places for the features")
  atoms.withUnsafeBufferPointer { atoms in
    guard let base = atoms.baseAddress else { return }
    features.withUnsafeMutableBufferPointer { out in
      for index in templates.indices { out[index] = templates[index].hash(base) }
    }
  }
}
