import DataFiles
import Foundation
import Ontology
import Store
import TestSupport

/// A graph of three events, made by hand so that these tests do not hang on what the coder finds.
struct SampleGraph {
  /// The folder in which it lies, as kawat.db.
  let folder: TemporaryFolder
  /// The file.
  var path: String { folder.path("kawat.db") }

  init() throws {
    folder = try TemporaryFolder()
    let ontology = try Ontology(.embedded)
    let store = try EventStore.open(path: folder.path("kawat.db"), mode: .write) { key in
      ontology.countries[key.rawValue].map { ($0.english, $0.indonesian) }
    }
    _ = try store.add([Self.seoul, Self.moscow], ontology: ontology)
  }

  /// How many articles a graph holds; none when there is no graph yet.
  static func articles(in path: String) throws -> Int {
    guard let store = try? EventStore.open(path: path, mode: .read) else { return 0 }
    return try store.rows(SelectStatement("SELECT key FROM article")).count
  }

  private static let seoul = coded(
    "seoul", "AS menuduh Korut, \"tetangga\"\nyang\tlain.", published: "2024-06-18",
    reports: [("US", "USA", 0), ("Korut", "PRK", 11)], act: .accuse, mode: "allege",
    status: .happened)

  private static let moscow = coded(
    "moscow", "Rusia berencana mengunjungi Korut.", published: "2024-06-17",
    reports: [("Rusia", "RUS/GOV", 0), ("Korut", "PRK", 28)], act: .consult, mode: "visit",
    status: .planned)

  private static func coded(
    _ id: String, _ text: String, published: String, reports sides: [(String, String, Int)],
    act: EventType, mode: String, status: Status
  ) -> CodedArticle {
    let sentence = TextSpan(text: text, range: 0..<text.unicodeScalars.count)
    let participants = sides.map { name, key, start in
      Participant(
        key: ActorKey(rawValue: key), sectors: ActorKey(rawValue: key).sectors, name: name,
        mention: TextSpan(text: name, range: start..<start + name.unicodeScalars.count))
    }
    let words = text.split(separator: " ")
    let verb = String(words[status == .planned ? 2 : 1])
    let start = text.distance(
      from: text.startIndex, to: text.range(of: verb)?.lowerBound ?? text.startIndex)
    let report = Report(
      id: "\(id)/0/0", article: id, sentence: 0, text: sentence, language: "id",
      date: Day(published), dateIsFromText: false, actors: [participants[0]],
      recipients: [participants[1]], type: status == .planned ? .agree : act, act: act,
      modes: [mode], contexts: ["diplomatic"], cameo: nil, status: status, attributedTo: [],
      reciprocal: false, trigger: [TextSpan(text: verb, range: start..<start + verb.count)],
      confidence: 0.75, rule: "id/test")
    let article = Article(
      id: id, language: "id", title: "Judul", publisher: "Kabar", published: Day(published),
      text: text)
    return CodedArticle(
      article: article, language: "id", sentences: [sentence], reports: [report], rejections: [])
  }
}
