package import Foundation
package import Ontology

/// Sentences of documents with the events that readers found in them.
///
/// In: JSON lines, one a sentence. Out: documents as articles, sentences joined by line ends.
package struct GoldSet: Sendable {
  /// An event that a reader found.
  package struct Event: Decodable, Sendable {
    /// The accepted types and acts.
    package let types: Set<String>
    /// The accepted codes of who acts; empty accepts any.
    package let source: Set<String>
    /// The accepted codes of to whom; empty accepts any.
    package let target: Set<String>
    /// Whether either way round is right.
    package let reciprocal: Bool
    /// How sure it is.
    package let status: String
    /// Further accepted statuses.
    package let statuses: [String]

    private enum Name: String, CodingKey {
      case types, source, target, reciprocal, status, statuses
    }

    /// Reads an event; missing codes and lists are empty.
    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Name.self)
      types = Set(try fields.decode([String].self, forKey: .types))
      source = Set(
        try fields.decodeIfPresent([String?].self, forKey: .source)?.map { $0 ?? "" } ?? [])
      target = Set(
        try fields.decodeIfPresent([String?].self, forKey: .target)?.map { $0 ?? "" } ?? [])
      reciprocal = try fields.decodeIfPresent(Bool.self, forKey: .reciprocal) ?? false
      status = try fields.decodeIfPresent(String.self, forKey: .status) ?? ""
      statuses = try fields.decodeIfPresent([String].self, forKey: .statuses) ?? []
    }
  }

  /// A sentence with the events that must be found and those that may be.
  package struct Line: Decodable, Sendable {
    /// The document.
    package let doc: String
    /// The sentence.
    package let id: String
    /// Its text.
    package let text: String
    /// `id` or `en`.
    package let language: String?
    /// The day of publication.
    package let published: String?
    /// Found by two readers.
    package let must: [Event]
    /// Found by one.
    package let may: [Event]
  }

  /// A document: its article and where each of its sentences stands, in Unicode scalars.
  package struct Document: Sendable {
    /// The sentences joined by line ends.
    package let article: Article
    /// The sentences with their places.
    package let lines: [(line: Line, range: Range<Int>)]
  }

  /// The documents in the order in which they first appear.
  package let documents: [Document]

  /// Reads JSON lines.
  ///
  /// - Throws: what the decoder throws for a line that is no gold sentence.
  package init(_ data: Data) throws {
    var order: [String] = []
    var byDocument: [String: [Line]] = [:]
    let decoder = JSONDecoder()
    for bytes in data.split(separator: UInt8(ascii: "\n")) {
      let line = try decoder.decode(Line.self, from: bytes)
      if byDocument[line.doc] == nil { order.append(line.doc) }
      byDocument[line.doc, default: []].append(line)
    }
    documents = order.map { Self.document($0, byDocument[$0, default: []]) }
  }

  private static func document(_ name: String, _ lines: [Line]) -> Document {
    var start = 0
    let placed = lines.map { line in
      let range = start..<(start + line.text.unicodeScalars.count)
      start = range.upperBound + 1
      return (line: line, range: range)
    }
    let article = Article(
      id: name, language: lines.first?.language ?? "id",
      published: lines.first?.published.flatMap { Day($0) },
      text: lines.map(\.text).joined(separator: "\n"))
    return Document(article: article, lines: placed)
  }
}
