import Ontology

/// The names and literals of RDF, as N-Quads and N-Triples share them.
///
/// Everything stands under `urn:kawat:`; an actor's key and an event's identifier are
/// percent-encoded, so that any of them makes a valid name.
struct RDFText {
  /// `rdf:`
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// `rdfs:label`
  static let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
  private static let schema = "http://www.w3.org/2001/XMLSchema#"

  /// The name of an actor.
  static func actor(_ key: ActorKey) -> String { name("actor", key.rawValue) }

  /// The name of an event.
  static func event(_ id: String) -> String { name("event", id) }

  /// The name of a property of events.
  static func property(_ name: String) -> String { "<urn:kawat:\(name)>" }

  /// The name of a relation: its act, and its mode where it has one.
  static func relation(_ event: Graph.Event) -> String {
    name("act", ([event.act.rawValue] + event.modes.prefix(1)).joined(separator: "/"))
  }

  /// A text, in a language where one is given.
  static func literal(_ text: String, language: String = "") -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars { append(scalar, to: &quoted) }
    let isTag = !language.isEmpty && language.utf8.allSatisfy { (97...122).contains($0) }
    return quoted + (isTag ? "\"@\(language)" : "\"")
  }

  /// A text with a type of XML Schema: `date`, `integer`, `double`, `boolean`.
  static func literal(_ text: String, type: String) -> String {
    "\"\(text)\"^^<\(schema)\(type)>"
  }

  /// What is told of an event, as pairs of property and object.
  static func facts(of event: Graph.Event, _ labels: RelationLabels) -> [(String, String)] {
    let evidence = event.evidence
    var facts = [
      (property("type"), literal(event.type.rawValue)),
      (property("status"), literal(event.status.rawValue)),
      (property("relation"), literal(labels.verb(event), language: labels.language)),
      (property("score"), literal("\(event.score)", type: "double")),
      (property("reports"), literal(String(event.reports), type: "integer")),
      (property("reciprocal"), literal(event.reciprocal ? "true" : "false", type: "boolean")),
    ]
    if let day = event.day {
      facts.append((property("date"), literal(day.description, type: "date")))
    }
    if let cameo = event.cameo { facts.append((property("cameo"), literal(cameo))) }
    facts += event.contexts.map { (property("context"), literal($0)) }
    facts.append((property("evidence"), literal(evidence.text, language: evidence.language)))
    let sources = [("article", evidence.article), ("publisher", evidence.publisher)]
    facts += sources.filter { !$0.1.isEmpty }.map { (property($0.0), literal($0.1)) }
    if isWebAddress(evidence.url) {
      facts.append((property("url"), "<\(percentEncoded(evidence.url, keeping: addressBytes))>"))
    }
    return facts
  }

  private static func name(_ kind: String, _ path: String) -> String {
    "<urn:kawat:\(kind):\(percentEncoded(path, keeping: nameBytes))>"
  }

  private static let nameBytes = Set("-._~/".utf8)
  private static let addressBytes = Set("-._~/:?@!$&'()*+,;=".utf8)

  /// Escapes that an address already has stay; so does the first `#`.
  private static func percentEncoded(_ text: String, keeping kept: Set<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let source = Array(text.utf8)
    let isAddress = kept.contains(UInt8(ascii: ":"))
    let fragment = source.firstIndex(of: UInt8(ascii: "#"))
    var bytes: [UInt8] = []
    for (place, byte) in source.enumerated() {
      let isKept =
        kept.contains(byte) || isAlphanumeric(byte)
        || isAddress && (place == fragment || isEscape(at: place, of: source))
      bytes += isKept ? [byte] : [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isEscape(at place: Int, of bytes: [UInt8]) -> Bool {
    func isHexadecimal(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
    return bytes[place] == 37 && place + 2 < bytes.count && isHexadecimal(bytes[place + 1])
      && isHexadecimal(bytes[place + 2])
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
}
