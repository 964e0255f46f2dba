import DataFiles
import Foundation
import Language
import TestSupport
import Testing

/// How well the segmenter agrees with gold words and sentences.
private struct Agreement {
  var right = 0
  var found = 0
  var gold = 0

  /// The harmonic mean of precision and recall, in per cent.
  var f1: Double { 200 * Double(right) / Double(max(found + gold, 1)) }
}

/// A word by the token that holds it, its place in the token, and its form.
private struct PlacedWord: Hashable {
  let token: Range<Int>
  let place: Int
  let form: String
}

private func goldWords(_ sentences: [Sentence]) -> Set<PlacedWord> {
  var words: Set<PlacedWord> = []
  for sentence in sentences {
    var place = 0
    var last = -1..<0
    for word in sentence.words {
      place = word.span == last ? place + 1 : 0
      last = word.span
      words.insert(PlacedWord(token: word.span, place: place, form: word.form))
    }
  }
  return words
}

private func agreement(_ language: String, _ file: URL) throws -> Agreement {
  let gold = try CoNLLU.read([UInt8](Data(contentsOf: file)))
  let text = gold.map(\.text).joined(separator: "\n")
  let sentences = try TextSegmenter(language, data: .embedded).sentences(in: text)
  var found: Set<PlacedWord> = []
  for token in sentences.flatMap(\.tokens) {
    for (place, form) in token.words.enumerated() {
      found.insert(PlacedWord(token: token.span, place: place, form: form))
    }
  }
  let wanted = goldWords(gold)
  return Agreement(
    right: wanted.intersection(found).count, found: found.count, gold: wanted.count)
}

@Suite(.enabled(if: sharedFolder("treebanks") != nil, "skipped: no treebanks beside the project"))
struct `Words of the treebanks` {
  @Test(arguments: [
    ("id", "id_test_gsd", 99.2), ("id", "id_test_csui", 99.1), ("en", "en_test", 98.4),
  ])
  func `are found from raw text`(language: String, file: String, floor: Double) throws {
    let folder = try #require(sharedFolder("treebanks"))
    let result = try agreement(language, folder.appendingPathComponent(file + ".conllu"))
    #expect(result.f1 >= floor, "\(file): F1 \(result.f1)")
  }
}

@Suite(.enabled(if: sharedFolder("gold") != nil, "skipped: no gold articles beside the project"))
struct `Sentences of the gold articles` {
  private struct Line: Decodable {
    let doc: String
    let text: String
  }

  private func documents() throws -> [String: [String]] {
    let file = try #require(sharedFolder("gold")).appendingPathComponent("id_dev.jsonl")
    var documents: [String: [String]] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      documents[line.doc, default: []].append(line.text)
    }
    return documents
  }

  @Test func `are not cut in two, but for two in a hundred`() throws {
    let segmenter = try TextSegmenter("id", data: .embedded)
    var lines = 0
    var wrong = 0
    for document in try documents().values {
      lines += document.count
      wrong += segmenter.sentences(in: document.joined(separator: "\n")).count - document.count
    }
    #expect(Double(wrong) <= 0.02 * Double(lines), "\(wrong) of \(lines)")
  }

  @Test func `of the seed article are all found`() throws {
    let file = try #require(sharedFolder("gold")).appendingPathComponent("seed_article.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let found = try TextSegmenter("id", data: .embedded).sentences(in: text).map(\.text)
    let wanted = try #require(try documents()["seed"])
    #expect(wanted.filter { !found.contains($0) } == [])
  }
}
