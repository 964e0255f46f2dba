/// What can be wrong with a data file.
public enum DataError: Error, Equatable {
  /// No such file or folder.
  case missing(path: String)
  /// A line breaks the file's grammar; line 0 speaks of the whole file.
  case malformed(path: String, line: Int, problem: String)
}

extension DataError: CustomStringConvertible {
  /// One line that names the file, the place and the next step.
  public var description: String {
    switch self {
    case .missing(let path):
      "data file \(path) is missing; give the folder that holds it with --data or KAWAT_DATA"
    case .malformed(let path, 0, let problem):
      "\(path): \(problem). See the file's grammar in Data/README.md."
    case .malformed(let path, let line, let problem):
      "\(path):\(line): \(problem). See the file's grammar in Data/README.md."
    }
  }
}
