import ArgumentParser
import DataFiles
import Foundation
import Language
import Training

/// `kawat train`: the models that `Data/` holds, made anew.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains the models: the same data and seed give the same bytes.",
    discussion: """
      EXAMPLES
        kawat train tagger --language id --train gsd-train.conllu@gsd --out tagger.bin
        kawat train parser --language en --train ewt-train.conllu --dev ewt-dev.conllu --out parser.bin
      """,
    subcommands: [TrainTaggerCommand.self, TrainParserCommand.self, TrainCoderCommand.self])
}

/// What the trainings of tagger and parser ask for alike.
struct TrainOptions: ParsableArguments {
  @Option(help: "The language of the model: id or en.")
  var language: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Treebanks in CoNLL-U; @csui or @gsd says the house style, and :TEXT keeps to the sentences \
      whose sent_id begins with TEXT.
      """, valueName: "file[@style[:text]]"))
  var train: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Treebanks to measure on.", valueName: "file[@style[:text]]"))
  var dev: [String] = []

  @Option(help: "The model's file; its card goes beside it.")
  var out: String

  @Option(help: "Where the random numbers begin.")
  var seed: UInt64 = 1

  @Option(help: "How often the training set is gone over.")
  var iterations: Int?

  @Option(help: "How many models, each with a seed of its own, are summed into one.")
  var models = 1

  @Option(help: "The size of the weights, in bytes.")
  var size: Int?

  @Option(help: "By how much the right decision's score must lead to be left alone.")
  var margin: Int32?

  @Flag(help: "Make headlines of the treebanks' sentences and learn them as well.")
  var headlines = false

  @Option(help: "The date on the card; today unless told.")
  var date: String?

  @Option(help: "A remark for the card; may be repeated.")
  var remark: [String] = []

  @OptionGroup var data: DataOptions

  /// The options with how many styles the treebanks have.
  func options(_ sets: [TrainingSet]) -> TrainingOptions {
    var options = TrainingOptions()
    options.seed = seed
    options.models = models
    options.addsHeadlines = headlines
    options.styles = Set(sets.map(\.style)).count
    return options
  }
}

/// `kawat train tagger`.
struct TrainTaggerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tagger",
    abstract: "Trains a part-of-speech tagger.",
    discussion: """
      EXAMPLES
        kawat train tagger --language en --train en_train.conllu --out tagger.bin
      """)

  @OptionGroup var common: TrainOptions

  func run() throws {
    let files = TreebankFiles(common)
    let sets = try files.sets(common.train)
    var options = common.options(sets)
    options.taggerIterations = common.iterations ?? options.taggerIterations
    options.taggerMargin = common.margin ?? options.taggerMargin
    options.bytes = common.size ?? 1_500_000
    let stemmer = try Stemmer(common.language, data: common.data.directory())
    let trainer = TaggerTrainer(options, stems: stemmer, progress: Terminal.remark)
    let model = trainer.model(sets, language: common.language)
    let scores = try common.dev.map { name in
      let set = try files.set(name)
      return "\(name): UPOS \(Evaluation(of: Tagger(model), on: set, stems: stemmer).tagSummary)"
    }
    let told =
      ["iterations \(options.taggerIterations)", "margin \(options.taggerMargin)"]
      + files.told(options)
    try files.write(model, title: "tagger", sets: sets, options: told, scores: scores)
  }
}

/// `kawat train parser`.
struct TrainParserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parser",
    abstract: "Trains a dependency parser.",
    discussion: """
      The parser learns from tags as a tagger gives them to sentences it was not trained on. To \
      measure it, the tagger beside --out, or that of the program's data, tags the sentences.

      EXAMPLES
        kawat train parser --language en --train en_train.conllu --out parser.bin
      """)

  @OptionGroup var common: TrainOptions

  @Option(help: "Of 1000 steps, how many follow the parser's own choice while it learns.")
  var exploration = 900

  @Option(help: "Parts into which the training set falls for its tagging.")
  var folds = 5

  func run() throws {
    guard folds > 1 else { throw CommandFailure.failed("--folds needs 2 at least") }
    let files = TreebankFiles(common)
    let sets = try files.sets(common.train)
    var options = common.options(sets)
    options.parserIterations = common.iterations ?? options.parserIterations
    options.exploration = exploration
    options.folds = folds
    options.margin = common.margin ?? options.margin
    options.bytes = common.size ?? options.bytes
    let directory = try common.data.directory()
    let stemmer = try Stemmer(common.language, data: directory)
    let trainer = ParserTrainer(options, stems: stemmer, progress: Terminal.remark)
    let model = trainer.model(sets, language: common.language)
    guard let parser = Parser(model) else {
      throw CommandFailure.failed("a parser can have 63 relations at most")
    }
    let scores = try scores(parser, files, directory, stemmer)
    let told =
      [
        "iterations \(options.parserIterations)", "exploration \(exploration) of 1000 steps",
        "margin \(options.margin)",
        "tagged in \(folds) parts, \(options.taggerIterations / 2) iterations",
      ] + files.told(options)
    try files.write(model, title: "parser", sets: sets, options: told, scores: scores)
  }

  private func scores(
    _ parser: Parser, _ files: TreebankFiles, _ data: DataDirectory, _ stemmer: Stemmer
  ) throws -> [String] {
    guard !common.dev.isEmpty else { return [] }
    let syntax = try Syntax(
      tagger: files.tagger(data), parser: parser, language: common.language, data: data,
      stemmer: stemmer)
    return try common.dev.map { name in
      "\(name): \(Evaluation(of: syntax, on: try files.set(name)).summary)"
    }
  }
}
