import DataFiles
import Foundation
import Language
import Training

/// The files of a training: treebanks in, a model and its card out.
struct TreebankFiles {
  private let common: TrainOptions

  init(_ common: TrainOptions) {
    self.common = common
  }

  /// The treebanks with these names.
  ///
  /// - Throws: ``CommandFailure`` when there is no sentence in them at all.
  func sets(_ names: [String]) throws -> [TrainingSet] {
    let sets = try names.map(set)
    guard sets.contains(where: { !$0.sentences.isEmpty }) else {
      throw CommandFailure.failed("no sentence to train on")
    }
    return sets
  }

  /// A treebank by its name: `FILE`, `FILE@STYLE` or `FILE@STYLE:BEGINNING OF SENT_ID`.
  func set(_ name: String) throws -> TrainingSet {
    let parts = name.split(separator: "@", maxSplits: 1)
    let asked = parts.count > 1 ? parts[1].split(separator: ":", maxSplits: 1) : []
    guard let path = parts.first, let style = TreebankStyle(name: String(asked.first ?? "gsd"))
    else { throw CommandFailure.failed("\(name): not FILE, FILE@csui or FILE@gsd") }
    var sentences = try InputFile.trees(InputFile.bytes(String(path)), path: String(path))
    if asked.count > 1 {
      let beginning = " sent_id = \(asked[1])"
      sentences.removeAll { !$0.comments.contains { $0.hasPrefix(beginning) } }
    }
    let broken = sentences.count { !$0.isTree }
    if broken > 0 { Terminal.talk("kawat: \(path): \(broken) sentences are no trees; left out") }
    return TrainingSet(sentences: sentences, style: style)
  }

  /// The tagger beside the model that is made, else the one of the program's data.
  func tagger(_ data: DataDirectory) throws -> Tagger {
    let beside = URL(fileURLWithPath: common.out).deletingLastPathComponent()
      .appendingPathComponent("tagger.bin")
    guard let bytes = FileManager.default.contents(atPath: beside.path) else {
      return try Tagger(common.language, data: data)
    }
    let model = bytes.withUnsafeBytes { bytes in
      Result { () throws(DataError) in try ModelFile(bytes, path: beside.path) }
    }
    return Tagger(try model.get())
  }

  /// The options that every card names.
  func told(_ options: TrainingOptions) -> [String] {
    [
      "seed \(options.seed)", "models summed \(options.models)",
      "headlines made of the sentences: \(options.addsHeadlines ? "yes" : "no")",
      "weights at most \(options.bytes) bytes",
    ]
  }

  /// Writes a model and its card.
  func write(
    _ model: ModelFile, title: String, sets: [TrainingSet], options: [String], scores: [String]
  ) throws {
    let bytes = model.bytes
    let language = common.language == "id" ? "Indonesian" : "English"
    let data = zip(common.train, sets).map { name, set in
      "\(Self.fileName(name)): \(set.sentences.count) sentences"
    }
    let card = ModelCard(
      title: "\(language) \(title)", data: data + common.remark,
      options: options + ["model file \(bytes.count) bytes"], command: command(title),
      scores: scores.map(Self.fileName), date: common.date ?? Self.today)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: common.out))
      let beside = URL(fileURLWithPath: common.out).deletingPathExtension()
        .appendingPathExtension("card")
      try Data(card.text.utf8).write(to: beside)
    } catch {
      throw CommandFailure.failed("cannot write \(common.out)")
    }
    for score in scores { Terminal.talk(score) }
    Terminal.talk("\(common.out): \(bytes.count) bytes")
  }

  private func command(_ title: String) -> String {
    var words = ["kawat train \(title) --language \(common.language) --train"]
    words += common.train.map(Self.fileName)
    words.append("--seed \(common.seed) --models \(common.models)")
    if common.headlines { words.append("--headlines") }
    if let iterations = common.iterations { words.append("--iterations \(iterations)") }
    if let margin = common.margin { words.append("--margin \(margin)") }
    if let size = common.size { words.append("--size \(size)") }
    return words.joined(separator: " ")
  }

  /// A path without its folders.
  private static func fileName(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static var today: String {
    String(Date().formatted(.iso8601).prefix(10))
  }
}
