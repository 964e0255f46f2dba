import Foundation

/// The formats in which articles are read.
public enum ArticleFormat: String, CaseIterable, Sendable {
  /// One article a file, with an optional block of `title:` lines and the like above a blank line.
  case text
  /// One JSON object a line.
  case jsonl
  /// A table with a header row, divided by commas, semicolons or tabs.
  case csv
  /// A web page, of which the main text is taken.
  case html
  /// RSS or Atom, one article an entry.
  case feed

  private static let byEnding: [String: ArticleFormat] = [
    "txt": .text, "text": .text, "md": .text, "jsonl": .jsonl, "ndjson": .jsonl, "json": .jsonl,
    "csv": .csv, "tsv": .csv, "html": .html, "htm": .html, "xhtml": .html, "xml": .feed,
    "rss": .feed, "atom": .feed,
  ]

  /// The endings of file names that are read in a folder, for messages.
  static var endings: String { byEnding.keys.sorted().map { "." + $0 }.joined(separator: " ") }

  /// The format that a file name tells; nil when it tells none.
  init?(path: String) {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let format = Self.byEnding[(ending ?? "").lowercased()] else { return nil }
    self = format
  }

  /// The format that the first bytes look like.
  init(beginning bytes: some Collection<UInt8>) {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    if start.hasPrefix("{") {
      self = .jsonl
    } else if start.hasPrefix("<") {
      let isFeed = ["<rss", "<feed", "<rdf:rdf"].contains { start.contains($0) }
      self = isFeed ? .feed : .html
    } else {
      self = .text
    }
  }
}

/// A file or standard input, out of which articles are to be read.
public struct ArticleInput: Sendable {
  private enum Place: Sendable {
    case file(String)
    case standardInput
    case text(String, bytes: [UInt8])
  }

  private let place: Place
  private let format: ArticleFormat?
  /// The argument that led here, for messages: a path, or `standard input`.
  public let name: String

  private init(_ place: Place, format: ArticleFormat?, name: String) {
    self.place = place
    self.format = format
    self.name = name
  }

  /// Standard input, in a given format or in the one that it looks like.
  public static func standardInput(format: ArticleFormat? = nil) -> ArticleInput {
    ArticleInput(.standardInput, format: format, name: "standard input")
  }

  /// Bytes that are in memory, under the name of a file.
  public static func bytes(_ bytes: [UInt8], named name: String) -> ArticleInput {
    ArticleInput(.text(name, bytes: bytes), format: nil, name: name)
  }

  /// The inputs that a path stands for: itself, or the files of a folder and of its folders, by name.
  ///
  /// - Throws: ``IngestError/missing(path:)``; ``IngestError/noArticles(folder:)`` for a folder
  ///   without any file that is read.
  public static func inputs(
    at path: String, format: ArticleFormat? = nil
  ) throws(IngestError) -> [ArticleInput] {
    guard path != "-" else { return [.standardInput(format: format)] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    guard isFolder.boolValue else {
      return [ArticleInput(.file(path), format: format, name: path)]
    }
    let files = files(in: path)
    guard !files.isEmpty else { throw .noArticles(folder: path) }
    return files.map { ArticleInput(.file($0), format: format, name: path) }
  }

  private static func files(in folder: String) -> [String] {
    let below = FileManager.default.enumerator(atPath: folder)
    var found: [String] = []
    while let name = below?.nextObject() as? String {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      guard !isHidden, ArticleFormat(path: name) != nil else { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// Opens the input and reads its beginning.
  func open() throws(IngestError) -> any ArticleStream {
    let source: ByteSource
    switch place {
    case .file(let path): source = try ByteSource(file: path)
    case .standardInput: source = ByteSource.standardInput()
    case .text(let path, let bytes): source = ByteSource(bytes, path: path)
    }
    let looksLike = ArticleFormat(path: source.path)
    switch format ?? looksLike ?? ArticleFormat(beginning: source.beginning()) {
    case .text: return ReadyArticles([TextFile.read(source)])
    case .jsonl: return JSONLines(source)
    case .csv: return CSVArticles(source)
    case .html: return ReadyArticles([WebPage.read(source)])
    case .feed: return ReadyArticles(Feed.read(source))
    }
  }
}
