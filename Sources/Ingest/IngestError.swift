/// What can be wrong with something that should be articles.
public enum IngestError: Error, Hashable, Sendable {
  /// No such file or folder.
  case missing(path: String)
  /// The file is there and cannot be read.
  case unreadable(path: String, reason: String)
  /// A folder in which no file has an ending that is read.
  case noArticles(folder: String)
  /// Bytes that are not UTF-8; line 0 speaks of the whole file.
  case notUTF8(path: String, line: Int)
  /// An article without text; line 0 speaks of the whole file.
  case emptyArticle(path: String, line: Int)
  /// A line that breaks its format; line 0 speaks of the whole file.
  case malformed(path: String, line: Int, problem: String)
}

extension IngestError: CustomStringConvertible {
  /// One line that names the file, the place and what is wrong.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .noArticles(let folder):
      "\(folder): no articles here; files that end in \(ArticleFormat.endings) are read"
    case .notUTF8(let path, let line): "\(Self.place(path, line)): not UTF-8"
    case .emptyArticle(let path, let line): "\(Self.place(path, line)): an article without text"
    case .malformed(let path, let line, let problem): "\(Self.place(path, line)): \(problem)"
    }
  }

  private static func place(_ path: String, _ line: Int) -> String {
    line == 0 ? path : "\(path):\(line)"
  }
}
