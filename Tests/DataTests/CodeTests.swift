import DataFiles
import Ontology
import Testing

/// Checks the codes of a column; the whole row is at hand for codes that hang on another column.
private struct CodeCheck {
  let ontology: Ontology
  let organizations: Set<String>

  init() throws {
    ontology = try Ontology(.embedded)
    let grammar = try #require(FileGrammar.all.first { $0.path == "actors/organizations.tsv" })
    organizations = Set(try grammar.table().rows.map { ActorKey(rawValue: $0[0]).code })
  }

  /// What is wrong with a field; nil when nothing is, or when the column holds no codes.
  func problem(_ field: String, column: String, row: [String: String], path: String) -> String? {
    let isNoAct = field == "-" && path.hasSuffix("frames.tsv")
    let isLabelled = path.contains("/training/")
    let isNoEvent = field == "NONE" && isLabelled
    guard !field.isEmpty, !isNoAct, !isNoEvent else { return nil }
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
    case "start", "end": return Self.isPartialDay(field) ? nil : "no day"
    case "code" where path.hasPrefix("actors/"), "key": return unknownActor(field)
    case "actor" where isLabelled, "recipient" where isLabelled, "attributed_to" where isLabelled:
      let sides = field.drop { $0 == "~" }.split(separator: ";").map(String.init)
      return sides.lazy.compactMap(unknownActor).first
    default: return nil
    }
  }

  /// `2012-05-07`, `2012-05` or `2012`, with `~` before it where it was inferred.
  private static func isPartialDay(_ text: String) -> Bool {
    let date = text.drop { $0 == "~" }
    return Day(String(date) + String("-01-01".suffix(max(0, 10 - date.count)))) != nil
  }

  /// A key whose code is that of no state and of no organisation, or with a sector unknown.
  private func unknownActor(_ text: String) -> String? {
    let key = ActorKey(rawValue: text)
    guard ontology.countries[key.code] != nil || organizations.contains(key.code) else {
      return "no state or organisation \(key.code)"
    }
    return key.sectors.first { ontology.sectors[$0] == nil }.map { "no sector \($0)" }
  }

  private func unknown(in known: [String], _ field: String, _ kind: String) -> String? {
    let items = field.split(separator: "|").map(String.init)
    return items.first { !known.contains($0) }.map { "no \(kind) \($0)" }
  }
}

@Suite struct `Codes in the data` {
  @Test(arguments: FileGrammar.all)
  func `are known to the ontology`(grammar: FileGrammar) throws {
    let check = try CodeCheck()
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
