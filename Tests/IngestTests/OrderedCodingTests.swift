import Coding
import Ingest
import Ontology
import Testing

@Suite struct `Coding on all cores` {
  private static let lines = (0..<200).map { number in
    number % 50 == 7 ? "broken" : "{\"id\":\"\(number)\",\"text\":\"Satu.\"}"
  }

  private func uneven(_ article: Article) -> CodedArticle {
    let rounds = (Int(article.id) ?? 0) % 7 * 2000
    let hash = (0..<rounds).reduce(0) { $0 &* 31 &+ $1 }
    return CodedArticle(
      article: article, language: hash == 1 ? "en" : "id", sentences: [], reports: [],
      rejections: [])
  }

  @Test(arguments: [1, 2, 8])
  func `hands articles and problems on in the order of the input`(width: Int) async throws {
    let text = Self.lines.joined(separator: "\n")
    let reader = ArticleReader([.bytes(Array(text.utf8), named: "a.jsonl")])
    var seen: [String] = []
    try await OrderedCoding(width: width, code: uneven).run(ArticleQueue(reader)) { outcome in
      switch outcome {
      case .known: break
      case .article(let coded): seen.append(coded.article.id)
      case .problem(let problem): seen.append("\(problem)")
      }
    }
    let wanted = Self.lines.enumerated().map { number, line in
      line == "broken" ? "a.jsonl:\(number + 1): not a JSON object" : String(number)
    }
    #expect(seen == wanted)
  }

  @Test func `stops when what is done with an article fails`() async throws {
    struct Full: Error {}
    let text = Self.lines.joined(separator: "\n")
    let queue = ArticleQueue(ArticleReader([.bytes(Array(text.utf8), named: "a.jsonl")]))
    await #expect(throws: Full.self) {
      try await OrderedCoding(width: 4, code: uneven).run(queue) { _ in throw Full()
      }
    }
  }
}
