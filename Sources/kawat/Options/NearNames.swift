/// Names that look like one that is not known, to be offered in its place.
struct NearNames {
  private let names: Set<String>

  /// Looks among these names.
  init(_ names: some Sequence<String>) {
    self.names = Set(names)
  }

  /// Up to three names within a third of the letters, nearest first.
  func near(_ name: String) -> [String] {
    let wanted = Array(name.lowercased())
    let limit = max(1, wanted.count / 3)
    let close = names.compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased())
      if letters.starts(with: wanted), wanted.count > 2 { return (1, candidate) }
      guard abs(letters.count - wanted.count) <= limit else { return nil }
      let distance = Self.distance(wanted, letters)
      return distance <= limit ? (distance, candidate) : nil
    }
    return close.sorted { $0 < $1 }.prefix(3).map(\.name)
  }

  /// How many letters must be changed, left out or put in (Levenshtein); O(n·m).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension CommandFailure {
  /// That something is not known, with what may have been meant: an error.
  static func unknown(_ kind: String, _ name: String, near: [String]) -> CommandFailure {
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return .failed("no \(kind) is called \"\(name)\"\(hint)")
  }
}
