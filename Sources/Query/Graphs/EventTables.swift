import Ontology
import Store

/// The tables of an event store as nodes and relationships.
struct EventTables {
  /// The codes of states.
  let countries: Set<String>
  /// The keys of organisations below a code.
  let organisations: Set<String>
  /// `en` or `id`.
  let language: String

  private typealias Property = GraphLayout.Property

  /// Everything that queries can name.
  var layout: GraphLayout {
    GraphLayout(nodes: [actors, events, articles], relationships: [acts, reportedIn])
  }

  // MARK: Nodes

  private var actors: GraphLayout.NodeTable {
    let name = language == "id" ? "nameId" : "nameEn"
    let states = SQLValue.text(Self.json(countries))
    let bodies = SQLValue.text(Self.json(organisations))
    let isListed = "(SELECT value FROM json_each(?))"
    let isCountry = SQLFragment(
      "({t}.kind = 'code' AND {t}.code IN \(isListed))", [states], type: .boolean)
    let isOrganisation = SQLFragment(
      "({t}.kind = 'code' AND {t}.code NOT IN \(isListed)"
        + " OR {t}.kind = 'named' AND {t}.key IN \(isListed))", [states, bodies], type: .boolean)
    let isPerson = SQLFragment(
      "({t}.kind = 'named' AND {t}.key NOT IN \(isListed))", [bodies], type: .boolean)
    return GraphLayout.NodeTable(
      table: "actor", labels: ["Actor"],
      conditionalLabels: [
        ("Country", isCountry), ("Organisation", isOrganisation), ("Person", isPerson),
      ],
      labelsOf: { [countries, organisations] properties in
        guard case .string(let key)? = properties["key"] else { return [] }
        switch properties["kind"] {
        case .string("code")?: return [countries.contains(key) ? "Country" : "Organisation"]
        case .string("named")?: return [organisations.contains(key) ? "Organisation" : "Person"]
        default: return []
        }
      },
      properties: [
        Property(
          name: "key", type: .text, sql: "{t}.key", meaning: "the path, 'PRK/GOV/kim-jong-un'",
          isUnique: true),
        Property(name: "name", type: .text, sql: "{t}.\(name)", meaning: "the short name, 'DPRK'"),
        Property(
          name: "code", type: .text, sql: "{t}.code",
          meaning: "the state's or organisation's code, 'PRK'"),
        Property(
          name: "sector", type: .text, sql: "nullif({t}.sector, '')",
          meaning: "the PLOVER sectors, 'GOV' or 'GOV/MIL'"),
        Property(
          name: "kind", type: .text, sql: "{t}.kind", meaning: "'code', 'sector', 'named' or 'text'"
        ),
      ])
  }

  /// A JSON list of names, to be bound.
  private static func json(_ names: Set<String>) -> String {
    var json = JSONText()
    json.beginArray()
    for name in names.sorted() { json.value(name) }
    json.endArray()
    return json.text
  }

  private var events: GraphLayout.NodeTable {
    func key(_ column: String) -> String {
      "(SELECT a.key FROM actor AS a WHERE a.id = {t}.\(column))"
    }
    return GraphLayout.NodeTable(
      table: "event", labels: ["Event"], conditionalLabels: [],
      properties: [
        Property(
          name: "id", type: .integer, sql: "{t}.id", meaning: "the event's number", isUnique: true),
        Property(
          name: "act", type: .text, sql: Self.act,
          meaning: "what is done or would be done, 'CONSULT'"
        ),
        Property(name: "actor", type: .text, sql: key("actor"), meaning: "the key of who acts"),
        Property(
          name: "recipient", type: .text, sql: key("recipient"), meaning: "the key of to whom"),
      ] + Self.facts)
  }

  private var articles: GraphLayout.NodeTable {
    func column(_ name: String, _ meaning: String) -> Property {
      Property(name: name, type: .text, sql: "{t}.\(name)", meaning: meaning)
    }
    return GraphLayout.NodeTable(
      table: "article", labels: ["Article"], conditionalLabels: [],
      properties: [
        Property(
          name: "id", type: .text, sql: "{t}.key", meaning: "the article's identifier",
          isUnique: true),
        column("title", "the headline"), column("publisher", "who published it"),
        column("url", "where it can be read"), column("language", "'id' or 'en'"),
        Property(name: "date", type: .day, sql: "{t}.published", meaning: "the day it came out"),
        column("text", "the whole text"),
      ])
  }

  // MARK: Relationships

  private static let act =
    "(SELECT y.name FROM kind AS k CROSS JOIN eventType AS y ON y.id = k.act WHERE k.id = {t}.kind)"

  /// A column of the table of kinds.
  private static func kind(_ expression: String) -> String {
    "(SELECT \(expression) FROM kind AS k WHERE k.id = {t}.kind)"
  }

  /// What an event is known by, as a node and as a relationship.
  private static let facts: [GraphLayout.Property] = [
    Property(name: "date", type: .day, sql: "{t}.day", meaning: "the day, where it is known"),
    Property(
      name: "type", type: .text,
      sql: kind("(SELECT y.name FROM eventType AS y WHERE y.id = k.type)"),
      meaning: "the PLOVER event type, which follows from act and status"),
    Property(name: "mode", type: .text, sql: kind("nullif(k.mode, '')"), meaning: "the mode"),
    Property(
      name: "status", type: .text,
      sql: kind("(SELECT s.name FROM status AS s WHERE s.id = k.status)"),
      meaning: "'happened', 'ongoing', 'planned', 'promised', 'alleged', 'denied', 'hypothetical'"),
    Property(
      name: "score", type: .real, sql: kind("k.score / 10.0"),
      meaning: "conflict to cooperation, −10 to 10"),
    Property(
      name: "code", type: .text, sql: kind("nullif(k.code, '')"),
      meaning: "the CAMEO code, or that of the imported file"),
    Property(
      name: "reciprocal", type: .boolean, sql: kind("k.reciprocal"),
      meaning: "whether it binds both sides alike"),
    Property(
      name: "reports", type: .integer, sql: "{t}.reports", meaning: "how many reports tell it"),
    Property(
      name: "publishers", type: .integer, sql: "{t}.publishers",
      meaning: "how many publishers tell it"),
    Property(
      name: "confidence", type: .real, sql: "{t}.confidence / 1000.0",
      meaning: "how sure the coder is, 0 to 1"),
    Property(
      name: "context", type: .texts,
      sql: """
        (SELECT json_group_array(DISTINCT c.value) FROM eventReport AS x \
        JOIN report AS p ON p.id = x.report, json_each(p.contexts) AS c WHERE x.event = {t}.id)
        """, meaning: "the contexts of its reports"),
  ]

  private var acts: GraphLayout.RelationshipTable {
    GraphLayout.RelationshipTable(
      table: "event", id: "{t}.id", condition: "{t}.recipient IS NOT NULL",
      types: EventType.allCases.map(\.rawValue) + ["NONE"], type: Self.act,
      isOfTypes: {
        """
        {t}.kind IN (SELECT k.id FROM kind AS k JOIN eventType AS y ON y.id = k.act \
        WHERE y.name IN (\(repeatElement("?", count: $0).joined(separator: ", "))))
        """
      },
      start: (0, "{t}.actor"), end: (0, "{t}.recipient"),
      properties: [
        Property(
          name: "event", type: .integer, sql: "{t}.id", meaning: "the event's number",
          isUnique: true)
      ] + Self.facts, month: "{t}.month")
  }

  private var reportedIn: GraphLayout.RelationshipTable {
    GraphLayout.RelationshipTable(
      table: """
        (SELECT x.event AS event, x.report AS report, p.key AS key, n.article AS article, \
        n.text AS text FROM eventReport AS x JOIN report AS p ON p.id = x.report \
        JOIN sentence AS n ON n.id = p.sentence WHERE n.article IS NOT NULL)
        """,
      id: "({t}.event * 4294967296 + {t}.report)", condition: nil, types: ["REPORTED_IN"],
      type: "'REPORTED_IN'", isOfTypes: nil, start: (1, "{t}.event"), end: (2, "{t}.article"),
      properties: [
        Property(
          name: "report", type: .text, sql: "{t}.key",
          meaning: "the report, 'article/sentence/number'"),
        Property(name: "sentence", type: .text, sql: "{t}.text", meaning: "the sentence"),
      ])
  }
}
