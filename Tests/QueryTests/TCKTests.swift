import Foundation
import TestSupport
import Testing

/// The openCypher Technology Compatibility Kit, when it lies beside the project.
///
/// `TCK/passing.tsv` lists what passes: a feature, and the numbers of its scenarios. It may only
/// grow: `GOLDEN=record` adds what passes now. `TCK_REPORT=FILE` writes what fails, with the reason.
@Suite struct `The openCypher TCK` {
  private static let kit = sharedFolder("opencypher-tck")?.appendingPathComponent("tck")

  @Test(.enabled(if: kit != nil, "the TCK does not lie beside the project: skipped"))
  func `every scenario that once passed still passes`() async throws {
    let kit = try #require(Self.kit)
    let scenarios = try Self.scenarios(in: kit.appendingPathComponent("features"))
    let graphs = kit.appendingPathComponent("graphs")
    let faults = await Self.faults(of: scenarios, graphs: graphs)
    let passing = Set(scenarios.map(\.id)).subtracting(faults.keys)
    let listed = try PassingList.read()
    let known = Set(scenarios.map(\.id))
    let lost = listed.intersection(known).subtracting(passing)
    for id in lost.sorted() { Issue.record("\(id): \(faults[id] ?? "")") }
    #expect(listed.isSubset(of: known), "the list names scenarios that the kit has not")
    print("TCK: \(passing.count) of \(scenarios.count) scenarios pass; \(listed.count) are listed")
    let environment = ProcessInfo.processInfo.environment
    if environment["GOLDEN"] == "record" { try PassingList.write(listed.union(passing)) }
    if let path = environment["TCK_REPORT"] {
      let lines = faults.map { "\($0)\t\($1.replacingOccurrences(of: "\n", with: " "))" }.sorted()
      try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  private static func scenarios(in folder: URL) throws -> [Scenario] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".feature") }.sorted().flatMap { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      return FeatureReader.scenarios(in: text, feature: String(path.dropLast(8)))
    }
  }

  /// What is wrong with each scenario that does not pass, found on all cores.
  private static func faults(of scenarios: [Scenario], graphs: URL) async -> [String: String] {
    await withTaskGroup(of: [String: String].self) { group in
      for start in stride(from: 0, to: scenarios.count, by: 100) {
        group.addTask {
          var faults: [String: String] = [:]
          for scenario in scenarios[start..<min(start + 100, scenarios.count)] {
            faults[scenario.id] = ScenarioJudge.fault(of: scenario, graphs: graphs)
          }
          return faults
        }
      }
      return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
  }
}

extension Scenario {
  /// `clauses/match/Match4 3.2`.
  var id: String { "\(feature) \(number)" }
}

/// The committed list of passing scenarios.
enum PassingList {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("TCK").appendingPathComponent("passing.tsv")

  static func read() throws -> Set<String> {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var ids: Set<String> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      for number in fields[1].split(separator: " ") { ids.insert("\(fields[0]) \(number)") }
    }
    return ids
  }

  static func write(_ ids: Set<String>) throws {
    var features: [String: [String]] = [:]
    for id in ids {
      let fields = id.split(separator: " ")
      features[String(fields[0]), default: []].append(String(fields[1]))
    }
    let lines = features.keys.sorted().map { feature in
      let numbers = (features[feature] ?? []).sorted { left, right in
        left.compare(right, options: .numeric) == .orderedAscending
      }
      return "\(feature)\t\(numbers.joined(separator: " "))"
    }
    let head = """
      # Scenarios of the openCypher TCK (commit 677cbaf, Apache-2.0) that pass: feature, and the
      # numbers of its scenarios; 3.2 is the second example of scenario 3. May only grow.

      """
    try (head + lines.joined(separator: "\n") + "\n").write(
      to: file, atomically: true, encoding: .utf8)
  }
}
