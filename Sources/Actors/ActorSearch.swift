import Ontology

/// A name of the dictionary that answers a search.
package struct ActorMatch: Sendable, Hashable {
  /// The actor; a person's key carries the sector of the latest role.
  package let key: String
  /// The display name.
  package let name: String
  /// The name that matched.
  package let matched: String
  /// `state`, `organization`, `person` or `place`.
  package let kind: String
  /// How far the name is from what was asked: 0 the same, then letters changed.
  package let distance: Int
}

extension ActorDictionary {
  /// The actors whose names are like a text, in both languages, the nearest first.
  ///
  /// A name counts when it is the same but for case and marks, when it holds the text as a word,
  /// or when few letters differ: one in four. O(names).
  package func search(_ text: String, labels: String, limit: Int) -> [ActorMatch] {
    let wanted = NameLetters(text, folding)
    guard !wanted.letters.isEmpty else { return [] }
    var best: [String: ActorMatch] = [:]
    func offer(_ name: String, _ key: String, _ display: @autoclosure () -> String, _ kind: String)
    {
      guard let distance = wanted.distance(to: NameLetters(name, folding)) else { return }
      if let known = best[key], known.distance <= distance { return }
      best[key] = ActorMatch(
        key: key, name: display(), matched: name, kind: kind, distance: distance)
    }
    for state in states {
      offer(
        state.name, state.code, displayName(of: state.code, language: labels) ?? state.code, "state"
      )
    }
    for organization in organizations {
      let key = organization.key.rawValue
      for name in organization.english + organization.indonesian {
        offer(name, key, displayName(of: key, language: labels) ?? name, "organization")
      }
    }
    for person in persons {
      let key = self.key(of: person)
      for name in [person.name] + person.aliases { offer(name, key, person.name, "person") }
    }
    for place in places { offer(place.name, place.code, place.name, "place") }
    return Array(
      best.values.sorted {
        ($0.distance, $0.matched.utf8.count, $0.key) < ($1.distance, $1.matched.utf8.count, $1.key)
      }.prefix(limit))
  }

  /// The key of a person with the sector of the latest role.
  package func key(of person: Person) -> String {
    ActorKey(
      code: person.code, sectors: person.roles.last?.sectors.first.map { [$0] } ?? [],
      slug: person.slug
    ).rawValue
  }
}

/// The letters of a name, for comparing names.
struct NameLetters {
  let letters: [UInt8]

  init(_ name: String, _ folding: Folding) {
    var letters: [UInt8] = []
    var buffer: [UInt8] = []
    folding.pieces(of: name, buffer: &buffer) { bytes, _ in
      if !letters.isEmpty { letters.append(32) }
      letters += bytes
    }
    self.letters = letters
  }

  /// How far another name is from this one; nil when it is another name.
  func distance(to other: NameLetters) -> Int? {
    if letters == other.letters { return 0 }
    if letters.count >= 3, other.holds(letters) { return 1 }
    let allowed = letters.count <= 3 ? 0 : min(3, max(1, letters.count / 4))
    guard abs(letters.count - other.letters.count) <= allowed else { return nil }
    let changed = Self.changes(letters, other.letters)
    return changed <= allowed ? changed + 1 : nil
  }

  /// Whether the letters stand in the name as whole words.
  private func holds(_ wanted: [UInt8]) -> Bool {
    guard letters.count > wanted.count else { return false }
    for start in 0...(letters.count - wanted.count)
    where start == 0 || letters[start - 1] == 32 {
      let end = start + wanted.count
      if letters[start..<end].elementsEqual(wanted), end == letters.count || letters[end] == 32 {
        return true
      }
    }
    return false
  }

  /// The fewest letters to change, add, leave out or swap with a neighbour. O(product of lengths).
  private static func changes(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in 1...one.count {
      var line = [row] + [Int](repeating: 0, count: other.count)
      for column in 1...other.count {
        let same = one[row - 1] == other[column - 1]
        line[column] = min(
          last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1]
        {
          line[column] = min(line[column], before[column - 2] + 1)
        }
      }
      before = last
      last = line
    }
    return last[other.count]
  }
}
