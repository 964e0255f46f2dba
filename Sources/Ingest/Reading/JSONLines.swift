import Foundation
import Ontology

/// Articles as JSON lines: `{"id","text","language"?,"published"?,"title"?,"publisher"?,"url"?}`.
///
/// Blank lines are passed over; other members are ignored.
struct JSONLines: ArticleStream {
  private let source: ByteSource
  private let decoder = JSONDecoder()

  init(_ source: ByteSource) {
    self.source = source
  }

  mutating func next() -> Result<Article, IngestError>? {
    do throws(IngestError) {
      while let line = try source.nextLine() {
        if line.allSatisfy({ [9, 13, 32].contains($0) }) { continue }
        return .success(try article(in: line))
      }
      return nil
    } catch {
      return .failure(error)
    }
  }

  private func article(in line: ArraySlice<UInt8>) throws(IngestError) -> Article {
    guard String(validating: line, as: UTF8.self) != nil else {
      throw .notUTF8(path: source.path, line: source.line)
    }
    let object: ArticleLine
    do {
      object = try decoder.decode(ArticleLine.self, from: Data(line))
    } catch {
      throw .malformed(
        path: source.path, line: source.line, problem: ArticleLine.problem(of: error))
    }
    var draft = ArticleDraft(path: source.path, line: source.line, stem: source.stem)
    draft.id = object.id
    for (name, value) in object.fields { try draft.set(name, to: value) }
    return try draft.article()
  }
}

/// The members of a line.
private struct ArticleLine: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, text, language, published, title, publisher, url
  }

  /// The identifier; a number counts as its digits.
  let id: String?
  /// The other members that are there.
  let fields: [(String, String)]

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? members.decode(Int.self, forKey: .id) {
      id = String(number)
    } else {
      id = try members.decodeIfPresent(String.self, forKey: .id)
    }
    fields = try CodingKeys.allCases.dropFirst().compactMap { key in
      try members.decodeIfPresent(String.self, forKey: key).map { (key.rawValue, $0) }
    }
  }

  static func problem(of error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty:
      "not a JSON object"
    case DecodingError.typeMismatch(_, let context):
      "the member \"\(context.codingPath.map(\.stringValue).joined())\" is not a string"
    default: "not a JSON object"
    }
  }
}
