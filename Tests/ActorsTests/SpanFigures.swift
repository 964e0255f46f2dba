import Actors
import Foundation
import Language
import Ontology
import TestSupport
import Testing

/// A sentence of a gold set with the spans that carry a code.
private struct GoldSentence: Decodable {
  struct Event: Decodable {
    let source: [String?]
    let target: [String?]
    let source_text: String?
    let target_text: String?
  }
  let doc: String
  let language: String
  let published: String?
  let text: String
  let must: [Event]
  let may: [Event]
}

@Suite struct `Actor spans of the gold sets` {
  private static let isThere = sharedFolder("gold") != nil

  @Test(
    .enabled(if: isThere, "skipped: the gold sets are not beside the project"),
    arguments: [("id_dev", 0.9), ("corpus_id_dev", 0.89), ("corpus_en_dev", 0.88)])
  func `resolve to their code within their articles`(set: String, floor: Double) throws {
    let loaded = try Loaded.shared.get()
    let folder = try #require(sharedFolder("gold"))
    let text = try String(
      contentsOf: folder.appendingPathComponent("\(set).jsonl"), encoding: .utf8)
    let sentences = try text.split(separator: "\n").map {
      try JSONDecoder().decode(GoldSentence.self, from: Data($0.utf8))
    }
    var spans: [String: Bool] = [:]
    for article in articles(sentences) { measure(article, loaded, into: &spans) }
    let right = spans.values.filter { $0 }.count
    let share = Double(right) / Double(max(1, spans.count))
    print("actor spans \(set): \(right) of \(spans.count) distinct spans right (\(share))")
    #expect(share >= floor)
  }

  private func articles(_ sentences: [GoldSentence]) -> [[GoldSentence]] {
    var articles: [[GoldSentence]] = []
    for sentence in sentences {
      if articles.last?.last?.doc == sentence.doc {
        articles[articles.count - 1].append(sentence)
      } else {
        articles.append([sentence])
      }
    }
    return articles
  }

  /// A distinct span counts as right when a mention that overlaps it has one of its codes.
  private func measure(
    _ article: [GoldSentence], _ loaded: Loaded, into spans: inout [String: Bool]
  ) {
    guard let first = article.first, let pipeline = loaded.pipelines[first.language],
      let finder = loaded.finders[first.language]
    else { return }
    var actors = ArticleActors(first.language, dictionary: loaded.dictionary)
    let day = first.published.flatMap { Day($0) }
    for gold in article {
      var found: [(range: Range<Int>, code: String)] = []
      for sentence in pipeline.sentences(in: gold.text) {
        for mention in actors.resolve(finder.mentions(in: sentence, on: day), in: sentence) {
          let words = sentence.words[mention.words]
          guard let code = mention.key?.code, let start = words.first, let end = words.last else {
            continue
          }
          found.append((start.span.lowerBound..<end.span.upperBound, code))
        }
      }
      for event in gold.must + gold.may {
        for (words, codes) in [
          (event.source_text, event.source), (event.target_text, event.target),
        ] {
          check(words, codes.compactMap { $0 }, in: gold.text, found, into: &spans)
        }
      }
    }
  }

  private func check(
    _ words: String?, _ codes: [String], in text: String,
    _ found: [(range: Range<Int>, code: String)], into spans: inout [String: Bool]
  ) {
    guard let words, !codes.isEmpty, let range = text.range(of: words) else { return }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let span = start..<start + words.utf8.count
    let isRight = found.contains { $0.range.overlaps(span) && codes.contains($0.code) }
    let key = words + "=" + codes.joined(separator: ",")
    spans[key] = spans[key] == true || isRight
  }
}
