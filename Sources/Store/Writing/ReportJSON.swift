import Ontology

/// The JSON of a report's lists as the tables hold it.
enum ReportJSON {
  static func list(_ items: [String]) -> String {
    var json = JSONText()
    json.beginArray()
    for item in items { json.value(item) }
    json.endArray()
    return json.text
  }

  static func spans(_ spans: [TextSpan]) -> String {
    var json = JSONText()
    json.beginArray()
    for span in spans {
      json.beginObject()
      write(span, to: &json)
      json.endObject()
    }
    json.endArray()
    return json.text
  }

  static func members(_ report: Report) -> String {
    var json = JSONText()
    json.beginArray()
    for member in report.actors { write(member, side: "actor", to: &json) }
    for member in report.recipients { write(member, side: "recipient", to: &json) }
    json.endArray()
    return json.text
  }

  private static func write(_ member: Participant, side: String, to json: inout JSONText) {
    json.beginObject()
    json.member("side", side)
    json.member("key", member.key?.rawValue)
    json.member("sectors", member.sectors)
    json.member("name", member.name)
    write(member.mention, to: &json)
    json.endObject()
  }

  private static func write(_ span: TextSpan, to json: inout JSONText) {
    json.member("text", span.text)
    json.member("start", span.range.lowerBound)
    json.member("end", span.range.upperBound)
  }
}
