import ArgumentParser
import Coding
import DataFiles
import Foundation
import Ontology
import Training

/// `kawat eval GOLD`: the figures against a gold set, with every miss and false alarm.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Scores the coder against a gold set.",
    discussion: """
      GOLD is a file of JSON lines: sentences of documents with their events \
      ({"doc","id","text","must":[…],"may":[…]}), or single pairs of mentions \
      ({"id","text","source_text","target_text","event"}).

      EXAMPLES
        kawat eval gold.jsonl --misses 50
        kawat eval corpus.jsonl --cross-validate 5 --training Data/id/training --language id
      """)

  @Argument(help: "The gold set, as JSON lines.")
  var gold: String

  @Option(help: "How many misses and false alarms to print, each with the rule that fired.")
  var misses = 0

  @Option(
    help: """
      Train on the other parts of the labelled sentences and score each of that many parts with \
      models that did not see it.
      """)
  var crossValidate: Int?

  @Option(help: "The folder of labelled sentences for --cross-validate.")
  var training: String?

  @Option(help: "The language for --cross-validate: id or en.")
  var language = "id"

  @OptionGroup var learning: LinearOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    guard let bytes = FileManager.default.contents(atPath: gold) else {
      throw CommandFailure.failed("cannot read \(gold)")
    }
    let directory = try data.directory()
    let coder = try EventCoder(ontology: Ontology(directory), data: directory)
    let output = StandardOutput()
    if let pairs = try? PairSet(bytes), !pairs.pairs.isEmpty {
      score(pairs, with: coder, to: output)
    } else if let set = try? GoldSet(bytes), !set.documents.isEmpty {
      try score(set, with: coder, to: output)
    } else {
      throw CommandFailure.failed("\(gold) holds neither gold sentences nor pairs")
    }
    try output.flush()
  }

  private func score(_ pairs: PairSet, with coder: EventCoder, to output: StandardOutput) {
    var reports: [String: [Report]] = [:]
    var score = PairScore()
    for pair in pairs.pairs {
      let article = Article(id: pair.sentence, language: "en", text: pair.text)
      let found = reports[pair.sentence] ?? coder.code(article).reports
      reports[pair.sentence] = found
      score.add(pair, reports: found)
    }
    output.write(
      "pairs \(pairs.pairs.count)  accuracy \(Self.rounded(score.accuracy))  macro-F1 "
        + "\(Self.rounded(score.macroF1))  coverage \(Self.rounded(score.coverage))\n")
    for type in score.types {
      output.write("\(type.type)\tF1 \(Self.rounded(type.f1))\tof \(type.wanted)\n")
    }
    for line in score.misses.prefix(misses) { output.write("missed\t\(line)\n") }
  }

  private func score(
    _ set: GoldSet, with coder: EventCoder, to output: StandardOutput
  ) throws {
    var score = GoldScore()
    if let parts = crossValidate {
      guard let training else {
        throw CommandFailure.failed("--cross-validate needs --training FOLDER")
      }
      let examples = try CoderExamples.read(training, language: language, coder: coder)
      let outcome = try CrossValidation(
        parts: parts, language: language,
        thresholds: Thresholds(language, data: data.directory()), options: learning.options
      ).score(
        set, examples: examples, coder: coder)
      score = outcome.score
      output.write("\(outcome.stages)\n")
    } else {
      for document in set.documents {
        score.add(document, reports: coder.code(document.article).reports)
      }
    }
    write(score, to: output)
  }

  private func write(_ score: GoldScore, to output: StandardOutput) {
    for (name, tally) in [("triple", score.triple), ("who-whom", score.whoWhom)] {
      output.write(
        "\(name)  P \(Self.rounded(tally.precision))  R \(Self.rounded(tally.recall))  F1 "
          + "\(Self.rounded(tally.f1))  (wanted \(tally.wanted), found \(tally.found); coded "
          + "\(tally.coded), right \(tally.right))\n")
    }
    output.write(
      "sentences without events \(score.empty), given one \(score.emptyCoded); status right "
        + "\(score.statusesRight) of \(score.statuses)\n")
    let sure = score.judged.filter { $0.confidence > 0.9 }
    output.write(
      "coded with confidence above 0.9: \(sure.count), right \(sure.filter(\.isRight).count)\n")
    for line in score.misses.prefix(misses) { output.write("missed\t\(line)\n") }
    for line in score.falseAlarms.prefix(misses) { output.write("false\t\(line)\n") }
  }

  private static func rounded(_ number: Double) -> String { String(format: "%.3f", number) }
}
