import DataFiles
import Ontology
import Testing

/// Checks the codes of a column; the whole row is at hand for codes that hang on another column.
private struct CodeCheck {
  let ontology: Ontology

  /// What is wrong with a field; nil when nothing is, or when the column holds no codes.
  func problem(_ field: String, column: String, row: [String: String], path: String) -> String? {
    guard !field.isEmpty else { return nil }
    switch column {
    case "type", "act":
      return EventType(rawValue: field) == nil ? "no event type" : nil
    case "mode":
      let type = (row["act"] ?? row["type"]).flatMap(EventType.init)
      let known = type.map { ontology.modes[$0, default: []] } ?? []
      return known.contains(field) ? nil : "no mode of \(type?.rawValue ?? "no type")"
    case "context": return unknown(in: ontology.contexts, field, "context")
    case "sector": return unknown(in: Array(ontology.sectors.keys), field, "sector")
    case "status": return Status(rawValue: field) == nil ? "no status" : nil
    case "cameo" where !path.hasPrefix("ontology/"):
      return ontology.cameo[field] == nil ? "no CAMEO code" : nil
    case "from", "to", "since", "until":
      return Day(field) == nil ? "no day" : nil
    default: return nil
    }
  }

  private func unknown(in known: [String], _ field: String, _ kind: String) -> String? {
    let items = field.split(separator: "|").map(String.init)
    return items.first { !known.contains($0) }.map { "no \(kind) \($0)" }
  }
}

@Suite struct `Codes in the data` {
  @Test(arguments: FileGrammar.all)
  func `are known to the ontology`(grammar: FileGrammar) throws {
    let check = CodeCheck(ontology: try Ontology(.embedded))
    for row in try grammar.table().rows {
      let named = Dictionary(uniqueKeysWithValues: zip(grammar.columns, row.fields))
      for (column, field) in named {
        if let problem = check.problem(field, column: column, row: named, path: grammar.path) {
          Issue.record("\(grammar.path):\(row.line): \(column) \"\(field)\": \(problem)")
        }
      }
    }
  }
}
