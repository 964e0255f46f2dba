import ArgumentParser

/// What ends a command before its end; every other error that is thrown counts as `failed`.
enum CommandFailure: Error, Equatable {
  /// Nothing found: exit 1, with a line on standard error when there is something to say.
  case nothingFound(String?)
  /// An error: exit 2, with one clear line on standard error.
  case failed(String)
  /// The reader closed the pipe: exit 0, in silence.
  case outputClosed
}

/// How the program ends after an error: its status and what it says.
struct Ending: Equatable {
  /// 0 done, 1 nothing found, 2 an error.
  let status: Int32
  /// What goes to standard output: help and version.
  var output = ""
  /// What goes to standard error.
  var complaint = ""

  /// The ending that an error leads to.
  init(of error: any Error) {
    switch error {
    case CommandFailure.outputClosed: status = 0
    case CommandFailure.nothingFound(let remark):
      status = 1
      complaint = remark.map { "kawat: \($0)" } ?? ""
    case CommandFailure.failed(let problem):
      status = 2
      complaint = "kawat: \(problem)"
    case let code as ExitCode: status = code.rawValue
    default:
      let isParsing = Kawat.exitCode(for: error) != .failure
      self = isParsing ? Ending(ofParsing: error) : Ending(status: 2, complaint: "kawat: \(error)")
    }
  }

  private init(status: Int32, output: String = "", complaint: String = "") {
    self.status = status
    self.output = output
    self.complaint = complaint
  }

  /// Help and version are results; a wrong command line is one line and where help is found.
  private init(ofParsing error: any Error) {
    let full = Kawat.fullMessage(for: error)
    guard Kawat.exitCode(for: error) != .success else {
      self.init(status: 0, output: full)
      return
    }
    let problem = Kawat.message(for: error).split(separator: "\n").joined(separator: " ")
    let hint = full.split(separator: "\n").last { $0.contains("--help") }
    let line = "kawat: \(problem)"
    self.init(status: 2, complaint: hint.map { "\(line)\n\($0.drop { $0 == " " })" } ?? line)
  }

  /// Says what is to be said.
  func tell() {
    if !output.isEmpty {
      let stream = StandardOutput()
      stream.write(output + "\n")
    }
    if !complaint.isEmpty { Terminal.talk(complaint) }
  }
}
