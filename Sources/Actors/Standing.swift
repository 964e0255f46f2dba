import Ontology

/// What a person is on a day.
struct Standing {
  var sectors: [String]
  var reason: String

  init(of person: Person, on day: Day?) {
    guard let day else {
      let role = Self.longestOrLatest(person.roles)
      sectors = role?.sectors ?? ["UNK"]
      reason = "undated; \(role.map { Self.text($0) } ?? "no role known")"
      return
    }
    let held = person.roles.filter { $0.days.contains(day) }
    if let role = held.last(where: { $0.sectors.first == "GOV" }) ?? held.last {
      sectors = role.sectors
      reason = Self.text(role)
    } else if let last = person.roles.last(where: { $0.days.upperBound < day }) {
      // Rebels, the opposition, business and the like do not become former officials.
      sectors = last.sectors.first.map { Self.leavesElite($0) ? ["ELI"] : last.sectors } ?? ["ELI"]
      reason = "formerly \(Self.text(last))"
    } else {
      let first = person.roles.first
      sectors =
        first?.sectors.first.map { Self.leavesElite($0) ? ["ELI"] : first?.sectors ?? [] } ?? [
          "UNK"
        ]
      reason = "before \(first.map { Self.text($0) } ?? "any role known")"
    }
  }

  mutating func retire() {
    sectors = ["ELI"]
    reason = "called former; " + reason
  }

  private static func leavesElite(_ sector: String) -> Bool {
    ["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"].contains(sector)
  }

  private static func text(_ role: HeldRole) -> String {
    let from = role.start.isEmpty ? "" : " from \(role.start)"
    return role.role + from + (role.end.isEmpty ? "" : " to \(role.end)")
  }

  /// The sectors held for the most days; with open ends counted to ten years.
  private static func longestOrLatest(_ roles: [HeldRole]) -> HeldRole? {
    func length(_ role: HeldRole) -> Int {
      min(3650, role.days.upperBound.rawValue - role.days.lowerBound.rawValue)
    }
    var days: [String: Int] = [:]
    for role in roles { days[role.sectors.first ?? "", default: 0] += length(role) }
    let best = days.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return roles.last { $0.sectors.first == best }
  }
}

/// The last step of a key for a name that the dictionary does not know.
enum Slug {
  static func of(_ name: String, _ folding: Folding) -> String {
    var buffer: [UInt8] = []
    var parts: [String] = []
    folding.pieces(of: name, buffer: &buffer) { bytes, _ in
      parts.append(String(decoding: bytes, as: UTF8.self))
    }
    return parts.joined(separator: "-")
  }
}
