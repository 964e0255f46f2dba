/// What can be wrong with a graph file, or with a question to it.
public enum StoreError: Error, Equatable {
  /// There is no such file.
  case missing(path: String)
  /// The file is no graph: not SQLite, or another program's database.
  case notAGraph(path: String)
  /// A later version of the program has written the file.
  case newerThanProgram(path: String)
  /// An earlier version has written the file, and it was opened for reading only.
  case olderThanProgram(path: String)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The file cannot be opened: a folder, or no permission.
  case cannotOpen(path: String, problem: String)
  /// Another program writes, and did not end in time.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The file's contents are damaged.
  case damaged(path: String, problem: String)
  /// A statement is not one that only reads.
  case notReadOnly(problem: String)
  /// A statement is wrong.
  case statement(problem: String)
  /// The time allowed ran out.
  case outOfTime(seconds: Double)
  /// The caller gave up.
  case cancelled
  /// A file to be imported cannot be read as what it is said to be.
  case unreadable(path: String, problem: String)
  /// Anything else that SQLite says.
  case database(path: String, problem: String)
}

extension StoreError: CustomStringConvertible {
  /// One line that says what is wrong with which file, and what to do next.
  public var description: String {
    switch self {
    case .missing(let path):
      "no graph at \(path); make one with kawat ingest, or name another with --graph"
    case .notAGraph(let path):
      "\(path) is not a graph of kawat; name another file with --graph"
    case .newerThanProgram(let path):
      "\(path) was written by a later version of kawat; upgrade the program"
    case .olderThanProgram(let path):
      "\(path) was written by an earlier version of kawat; run kawat check on it to bring it up"
    case .readOnly(let path):
      "\(path) may not be written; change its permissions, or copy it with kawat backup"
    case .cannotOpen(let path, let problem):
      "cannot open \(path): \(problem); check the path and its permissions"
    case .busy(let path):
      "another program is writing \(path); wait for it to end and run again"
    case .full(let path):
      "the disk is full; \(path) is as it was before; make room and run again"
    case .damaged(let path, let problem):
      "\(path) is damaged (\(problem)); restore a backup, or save what can be read with "
        + "sqlite3 FILE .recover"
    case .notReadOnly(let problem): "only statements that read are allowed: \(problem)"
    case .statement(let problem): "the statement is wrong: \(problem)"
    case .outOfTime(let seconds):
      "no answer within \(seconds) s; ask for less, or allow more time"
    case .cancelled: "stopped"
    case .unreadable(let path, let problem): "\(path): \(problem)"
    case .database(let path, let problem): "\(path): \(problem)"
    }
  }
}
