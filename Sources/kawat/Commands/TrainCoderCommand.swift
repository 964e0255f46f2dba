import ArgumentParser
import Coding
import DataFiles
import Foundation
import Ontology
import Training

/// `kawat train coder`: the coder's models from labelled sentences.
struct TrainCoderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder",
    abstract: "Trains the coder's models from labelled sentences.",
    discussion: """
      Writes role.bin, recipient.bin, gate.bin, act.bin, status.bin, calibration.tsv and coder.card into the output \
      folder. The same sentences and seed give the same bytes.

      EXAMPLES
        kawat train coder --language id --training Data/id/training --out Data/id
        kawat train coder --language en --training Data/en/training --audit
      """)

  @Option(help: "The language of the sentences: id or en.")
  var language: String

  @Option(help: "The folder of labelled sentences, tables of nine columns.")
  var training: String

  @Option(help: "The folder to write the models into.")
  var out: String?

  @Flag(help: "Only tell which labelled triggers and mentions the coder does not see.")
  var audit = false

  @Option(help: "The day that the model card carries, as YYYY-MM-DD; today without it.")
  var date: String?

  @OptionGroup var learning: LinearOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    let coder = try EventCoder(ontology: Ontology(directory), data: directory)
    let examples = try CoderExamples.read(training, language: language, coder: coder)
    guard !examples.isEmpty else {
      throw CommandFailure.nothingFound("no labelled sentences in \(language) in \(training)")
    }
    if audit { return try write(CorpusAudit(examples)) }
    guard let out else { throw CommandFailure.failed("--out FOLDER is missing") }
    let files = try CoderModelFiles.train(
      examples, language: language, thresholds: Thresholds(language, data: directory),
      options: learning.options,
      date: date ?? Self.today)
    for (name, bytes) in files {
      let target = URL(fileURLWithPath: out).appendingPathComponent(name)
      do { try Data(bytes).write(to: target) } catch {
        throw CommandFailure.failed("cannot write \(target.path)")
      }
    }
    Terminal.remark("\(examples.count) sentences, \(files.count) files written to \(out)")
  }

  private static var today: String {
    Day(rawValue: Int(Date().timeIntervalSince1970) / 86_400).description
  }

  private func write(_ audit: CorpusAudit) throws {
    let output = StandardOutput()
    output.write("triggers known\t\(audit.triggers)\n")
    output.write("sides with a mention\t\(audit.mentions)\n")
    output.write("mentions with the labelled code\t\(audit.codes)\n")
    for gap in audit.gaps { output.write(gap + "\n") }
    try output.flush()
  }
}
