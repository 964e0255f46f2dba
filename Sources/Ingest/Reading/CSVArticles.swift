import Ontology

/// Articles as a table with a header row; the columns are known by their usual names.
struct CSVArticles: ArticleStream {
  private static let columnNames: [String: String] = [
    "text": "text", "body": "text", "content": "text", "article": "text", "isi": "text",
    "title": "title", "headline": "title", "judul": "title", "published": "published",
    "date": "published", "published_at": "published", "tanggal": "published",
    "publisher": "publisher", "source": "publisher", "sumber": "publisher", "url": "url",
    "link": "url", "language": "language", "lang": "language", "bahasa": "language", "id": "id",
  ]

  private let source: ByteSource
  private var divider = UInt8(ascii: ",")
  /// For each column the article's field, or nothing.
  private var fields: [String?]?

  init(_ source: ByteSource) {
    self.source = source
  }

  mutating func next() -> Result<Article, IngestError>? {
    do throws(IngestError) {
      let fields = try header()
      while let (line, row) = try record() {
        if row.allSatisfy(\.isEmpty) { continue }
        return .success(try article(row, fields: fields, line: line))
      }
      return nil
    } catch {
      return .failure(error)
    }
  }

  private func article(
    _ row: [String], fields: [String?], line: Int
  ) throws(IngestError) -> Article {
    guard row.count == fields.count else {
      let problem = "expected \(fields.count) fields, found \(row.count)"
      throw .malformed(path: source.path, line: line, problem: problem)
    }
    var draft = ArticleDraft(path: source.path, line: line, stem: source.stem)
    for (name, value) in zip(fields, row) {
      if let name { try draft.set(name, to: value) }
    }
    return try draft.article()
  }

  /// Reads the header row once; a table without a column of text has no articles.
  private mutating func header() throws(IngestError) -> [String?] {
    if let fields { return fields }
    fields = []
    let candidates: [UInt8] = [9, 44, 59]
    let first = source.beginning().prefix { $0 != 10 }
    divider =
      candidates.max { left, right in
        first.count { $0 == left } < first.count { $0 == right }
      } ?? 44
    let names = try record()?.row ?? []
    let found = names.map { Self.columnNames[String($0.trimmed).lowercased()] }
    guard found.contains("text") else {
      _ = try source.rest()
      let problem = "no column \"text\" in the header row: \(names.joined(separator: ", "))"
      throw .malformed(path: source.path, line: 1, problem: problem)
    }
    fields = found
    return found
  }

  /// The next record and the number of its first line; quoted fields may hold line ends.
  private func record() throws(IngestError) -> (line: Int, row: [String])? {
    guard var bytes = try source.nextLine().map(Array.init) else { return nil }
    let line = source.line
    while bytes.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 {
      guard let more = try source.nextLine() else {
        throw .malformed(path: source.path, line: line, problem: "a quote is never closed")
      }
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: more)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(path: source.path, line: line)
    }
    let clean =
      line == 1 && text.hasPrefix("\u{FEFF}")
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    return (line, Self.split(Array(String(clean).utf8), at: divider))
  }

  /// Cuts a record at its dividers and takes the quotes off, as RFC 4180 sets them.
  static func split(_ bytes: [UInt8], at divider: UInt8) -> [String] {
    let quote = UInt8(ascii: "\"")
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled =
        isQuoted && byte == quote && index + 1 < bytes.count
        && bytes[index + 1] == quote
      if isDoubled {
        fields[fields.count - 1].append(quote)
        index += 1
      } else if byte == quote {
        isQuoted.toggle()
      } else if byte == divider, !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
      index += 1
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
