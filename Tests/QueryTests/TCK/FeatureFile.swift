import Foundation

/// A scenario of the openCypher TCK, with the examples of its outline filled in.
struct Scenario: Sendable {
  /// `clauses/match/Match4`.
  var feature: String
  /// `3`, or `3.2` for the second example of an outline.
  var number: String
  var steps: [Step]

  struct Step: Sendable {
    /// The line, without Given, When, Then, And.
    var text: String
    /// The text between triple quotes.
    var document: String?
    /// The cells of the table, row by row.
    var table: [[String]]
  }
}

/// Reads the TCK's feature files, as far as they use Gherkin.
struct FeatureReader {
  private var scenarios: [Scenario] = []
  private var background: [Scenario.Step] = []
  private var steps: [Scenario.Step] = []
  private var examples: [[String]] = []
  private var number: String?
  private var inExamples = false
  private var inBackground = false
  private let feature: String

  /// The scenarios of a file, outlines filled in.
  static func scenarios(in text: String, feature: String) -> [Scenario] {
    var reader = FeatureReader(feature: feature)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    reader.read(lines.map(String.init))
    return reader.scenarios
  }

  private init(feature: String) {
    self.feature = feature
  }

  private mutating func read(_ lines: [String]) {
    var index = 0
    while index < lines.count {
      let line = lines[index].trimmingCharacters(in: .whitespaces)
      if line == "\"\"\"" {
        let indent = lines[index].prefix(while: { $0 == " " }).count
        let end = lines[(index + 1)...].firstIndex {
          $0.trimmingCharacters(in: .whitespaces) == "\"\"\""
        }
        let body = lines[(index + 1)..<(end ?? lines.count)].map { $0.dropFirst(indent) }
        steps[steps.count - 1].document = body.joined(separator: "\n")
        index = (end ?? lines.count) + 1
        continue
      }
      take(line)
      index += 1
    }
    close()
  }

  private mutating func take(_ line: String) {
    if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("@") || line.hasPrefix("Feature:") {
      return
    }
    if line.hasPrefix("Scenario") {
      close()
      let open = line.firstIndex(of: "[").map { line.index(after: $0) }
      number = open.map { String(line[$0...].prefix { $0 != "]" }) }
    } else if line.hasPrefix("Background:") {
      inBackground = true
    } else if line.hasPrefix("Examples:") {
      inExamples = true
    } else if line.hasPrefix("|") {
      let cells = Self.cells(of: line)
      if inExamples { examples.append(cells) } else { steps[steps.count - 1].table.append(cells) }
    } else {
      let words = line.split(separator: " ", maxSplits: 1)
      steps.append(Scenario.Step(text: words.count > 1 ? String(words[1]) : "", table: []))
    }
  }

  private static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var escaped = false
    for character in line.dropFirst() {
      if escaped {
        if character != "|", character != "\\" { cell.append("\\") }
        cell.append(character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "|" {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  private mutating func close() {
    if inBackground, number == nil { background = steps }
    if let number {
      if let header = examples.first {
        for (index, row) in examples.dropFirst().enumerated() {
          scenarios.append(filled(number + ".\(index + 1)", header, row))
        }
      } else {
        scenarios.append(Scenario(feature: feature, number: number, steps: background + steps))
      }
    }
    (steps, examples, number, inExamples, inBackground) = ([], [], nil, false, false)
  }

  private func filled(_ number: String, _ header: [String], _ row: [String]) -> Scenario {
    func fill(_ text: String) -> String {
      zip(header, row).reduce(text) { $0.replacingOccurrences(of: "<\($1.0)>", with: $1.1) }
    }
    let filled = (background + steps).map { step in
      Scenario.Step(
        text: fill(step.text), document: step.document.map(fill),
        table: step.table.map { $0.map(fill) })
    }
    return Scenario(feature: feature, number: number, steps: filled)
  }
}
