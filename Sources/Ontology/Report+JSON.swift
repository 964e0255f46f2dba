extension Report {
  /// The report as one line of PLOVER JSON, without a line end.
  ///
  /// - Parameters:
  ///   - ontology: gives quad class, score and the relation's verb.
  ///   - label: the language of the relation, `en` or `id`.
  ///   - coder: the program's name and version.
  public func json(ontology: Ontology, label: String = "en", coder: String) -> String {
    var json = JSONText()
    json.beginObject()
    json.member("id", id)
    json.member("article", article)
    json.member("language", language)
    json.member("date", date?.description)
    write(actors, as: "actor", to: &json)
    write(recipients, as: "recipient", to: &json)
    json.member("event", [type.rawValue])
    json.member("act", act.rawValue)
    json.member("mode", modes)
    json.member("context", contexts)
    json.member("quad_code", ontology.quadClass(of: type).rawValue)
    json.member("event_scale", ontology.ploverScore(type, mode: modes.first))
    json.member("cameo", cameo)
    json.member("relation", ontology.relation(act, modes: modes, status: status, in: label))
    json.member("status", status.rawValue)
    json.member("attributed_to", attributedTo.map(\.rawValue))
    json.member("reciprocal", reciprocal)
    json.member("event_text", trigger.map(\.text))
    if let first = trigger.map(\.range.lowerBound).min(),
      let last = trigger.map(\.range.upperBound).max()
    {
      json.member("event_start", first)
      json.member("event_end", last)
    }
    json.member("text", text.text)
    json.member("text_start", text.range.lowerBound)
    json.member("text_end", text.range.upperBound)
    json.member("confidence", (confidence * 1000).rounded() / 1000)
    json.member("rule", rule)
    json.member("coder", coder)
    json.endObject()
    return json.text
  }

  private func write(_ side: [Participant], as name: String, to json: inout JSONText) {
    json.name(name)
    json.beginArray()
    for member in side {
      json.beginObject()
      json.member("code", member.key?.code)
      json.member("sector", member.sectors)
      json.member("key", member.key?.rawValue)
      json.member("name", member.name)
      json.member("text", member.mention.text)
      json.member("start", member.mention.range.lowerBound)
      json.member("end", member.mention.range.upperBound)
      json.endObject()
    }
    json.endArray()
  }
}
