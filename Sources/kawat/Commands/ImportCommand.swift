import ArgumentParser
import DataFiles
import Foundation
import Ontology
import Store

/// `kawat import`: existing event data into the graph.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings event data of other projects into the graph.",
    discussion: """
      gdelt    event files of GDELT 1.0 and 2.0
      icews    ICEWS, 20 columns
      polecat  POLECAT, 40 columns
      plover   PLOVER JSON lines, as kawat code or NGEC writes them
      tsv      any tab-separated table with a header: date actor relation recipient, and if it has \
      them text status reciprocal reports publishers confidence

      Files may be plain, gzip or zip; - is standard input. Importing a file again adds nothing; \
      an import that was cut off goes on where it stood; a file that has grown adds what is new. \
      What stands for no PLOVER type is kept with its code and counted.

      EXAMPLES
        kawat import gdelt 20240617.export.CSV.zip
        kawat import icews events.2018.tab.gz --graph asia.db
        kawat import tsv my.tsv --column actor=source --column recipient=target
        zcat plover.jsonl.gz | kawat import plover -
      """)

  @Argument(help: "The layout.")
  var format: ImportFormat

  @Argument(help: "Files; - for standard input.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "For tsv: where one of the columns stands. May be given more than once.",
      valueName: "column=header"))
  var column: [String] = []

  @Flag(help: "Stop at the first line that cannot be read; what came before is kept.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "How long to wait while another program writes the graph.", valueName: "seconds"))
  var wait = 10.0

  @Flag(name: .shortAndLong, help: "No progress bar and no closing summary.")
  var quiet = false

  @OptionGroup var graph: GraphOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    for file in files where file != "-" && !FileManager.default.isReadableFile(atPath: file) {
      throw CommandFailure.failed("\(file): no such file, or not readable")
    }
    let directory = try data.directory()
    let ontology = try Ontology(directory)
    let names = ActorNames(directory, ontology: ontology)
    let store = try EventStore.open(
      path: graph.path, mode: .write, busySeconds: wait, naming: names.naming())
    var options = ImportOptions(format)
    options.columns = try columns()
    options.isStrict = strict
    options.resolve = try names.resolver()
    for file in files {
      let line = ImportLine(file, isShown: !quiet && Terminal.isStandardError)
      options.progress = { line.show($0) }
      let report = try store.importFile(file, options, ontology: ontology, data: directory)
      line.clear()
      tell(report)
    }
  }

  /// What an import did; what was left out is said in a pipe as well.
  private func tell(_ report: ImportReport) {
    for problem in report.problems {
      Terminal.talk("kawat: \(report.source):\(problem.line): \(problem.reason); left out")
    }
    let more = report.skipped - report.problems.count
    if more > 0 { Terminal.talk("kawat: \(report.source): \(more) more lines left out") }
    guard !quiet else { return }
    if report.wasThere {
      Terminal.remark("\(report.source): imported before, nothing added")
      return
    }
    var parts = ["\(report.events) events from \(report.lines) lines"]
    if let line = report.resumedAfter { parts.append("going on after line \(line)") }
    let unmapped = report.unmapped.values.reduce(0, +)
    if unmapped > 0 {
      parts.append("\(unmapped) of them with \(report.unmapped.count) codes of no PLOVER type")
    }
    Terminal.remark("\(report.source): " + parts.joined(separator: ", "))
  }

  private func columns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for pair in column {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure.failed("--column takes column=header, not \"\(pair)\"")
      }
      columns[parts[0]] = parts[1]
    }
    return columns
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file, or - for standard input") }
  }
}

/// One line on the terminal that says how far an import is, how fast, and how long it will take.
struct ImportLine: Sendable {
  private let name: String
  private let isShown: Bool
  private let start = Date()

  init(_ name: String, isShown: Bool) {
    self.name = name
    self.isShown = isShown
  }

  func show(_ progress: ImportProgress) {
    guard isShown else { return }
    write("\r\(text(progress, seconds: Date().timeIntervalSince(start)))\u{1B}[K")
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// The line as text: `gdelt.zip: 1200000 events, 150000 a second, 40 %, 12 s left`.
  func text(_ progress: ImportProgress, seconds: Double) -> String {
    switch progress.phase {
    case .indexes: return "\(name): building indexes"
    case .sums: return "\(name): computing sums"
    case .rows:
      let rate = Int(Double(progress.events) / max(0.001, seconds))
      var text = "\(name): \(progress.events) events, \(rate) a second"
      if let part = progress.part, part > 0 {
        let left = Int(seconds * (1 - part) / part)
        text += ", \(Int(part * 100)) %, \(left) s left"
      }
      return text
    }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
