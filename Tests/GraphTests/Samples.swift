import DataFiles
import Graph
import Ontology

/// Small graphs that the tests of all formats share.
enum Sample {
  /// Three actors, with one relation of each status class.
  static func diplomacy() -> Graph {
    let nodes = [
      node("PRK", "DPRK", .state, "Eastern Asia"),
      node("RUS/GOV/vladimir-putin", "Vladimir Putin", .named, "Eastern Europe"),
      node("USA", "US", .state, "Northern America"),
    ]
    let day = Day(year: 2024, month: 6, day: 18)
    var edges = [
      Graph.Edge(
        source: 0, target: 1, act: .consult, events: 2, reports: 3, reciprocal: 2, score: 2.5,
        first: day?.advanced(by: -1), last: day, evidence: "They met \"in Pyongyang\".",
        url: "https://example.org/a?b=1&c=2"),
      Graph.Edge(source: 0, target: 2, act: .threaten, status: .hypothetical),
      Graph.Edge(source: 1, target: 0, act: .consult, mode: "visit", status: .intended, last: day),
      Graph.Edge(source: 1, target: 0, act: .support, events: 9, reports: 12, score: 5),
      Graph.Edge(source: 1, target: 2, act: .assault, status: .denied),
      Graph.Edge(source: 2, target: 0, act: .accuse, mode: "allege", reports: 200, score: -3.5),
      Graph.Edge(source: 2, target: 1, act: .assault, status: .alleged),
    ]
    for place in edges.indices where edges[place].last != nil {
      edges[place].spells = [day, day].compactMap { $0 }.prefix(1).map { $0...$0 }
    }
    return Graph(nodes: nodes, edges: edges)
  }

  /// Names that have broken readers of one format or another.
  static let hostileNames = [
    "plain", "A:B", "1a", "", "say \"no\"", "ends in \\", #"\N \G \E \T \L \n \r"#,
    "&copy; &amp; AT&T",
    "<b>bold</b>", "a -> b", "{x|y}<z>", "graph", "node", "edge", "digraph", "SubGraph", "strict",
    "comma, semicolon; tab", "it's", "الرئيس محمود عباس", "ראש הממשלה", "🇮🇩 Prabowo 👨‍👩‍👧", "北京",
    "None", "NULL", "NaN", "=1+1", "- minus", "# hash", "]]>", "<!-- -->", "%s%n", "$HOME `ls`",
    "Ångström e\u{301}", "zero\u{200B}width \u{202E}override",
    String(repeating: "long ", count: 2000),
  ]

  /// Names with characters that only JSON and RDF can hold.
  static let controlNames = ["bell\u{7}and\u{1B}escape", "tab\tand\nline", "non\u{FFFE}character"]

  /// A ring of actors with hostile names, whose sentences and addresses are hostile too.
  static func hostile(names: [String] = hostileNames) -> Graph {
    let nodes = names.enumerated().map { number, name in
      let digits = String(number)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      return node("X\(padded)", name, .named, "")
    }
    let edges = names.enumerated().map { number, name in
      Graph.Edge(
        source: number, target: (number + 1) % names.count, act: .accuse, evidence: name,
        url: "https://example.org/?q=" + name)
    }
    return Graph(nodes: nodes, edges: edges)
  }

  /// The verbs of the embedded ontology.
  static func labels(_ language: String = "en") throws -> RelationLabels {
    RelationLabels(try Ontology(.embedded), language: language)
  }

  private static func node(
    _ key: String, _ name: String, _ kind: Graph.Node.Kind, _ region: String
  ) -> Graph.Node {
    Graph.Node(key: ActorKey(rawValue: key), name: name, kind: kind, region: region)
  }
}
