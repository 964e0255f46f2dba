import ArgumentParser
import DataFiles
import Foundation
import Language

/// `kawat parse`: text in, dependency trees out.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints the dependency trees of a text.",
    discussion: """
      Reads text and writes CoNLL-U. With --input conllu the sentences and words of a treebank are \
      kept and get new tags, lemmas and trees, so that any tool can measure them.

      EXAMPLES
        echo 'AS menuduh Korea Utara.' | kawat parse --language id --format tree
        kawat parse --language en article.txt
        kawat parse --language id --style gsd --input conllu gold.conllu > parsed.conllu
      """)

  /// What is read.
  enum Input: String, CaseIterable, ExpressibleByArgument {
    case text, conllu
  }

  /// What is written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case conllu, tree
  }

  @Argument(help: "Files to read; standard input when there is none or for -.")
  var paths: [String] = []

  @Option(help: "The language: id or en. Without it it is found out, a file at a time.")
  var language: String?

  @Option(help: "The house style of Indonesian trees: csui as in news, or gsd.")
  var style = "csui"

  @Option(help: "What is read: text or conllu.")
  var input: Input = .text

  @Option(help: "What is written: conllu, or tree for a reader.")
  var format: Form = .conllu

  @OptionGroup var data: DataOptions

  func run() throws {
    guard let style = TreebankStyle(name: style) else {
      throw CommandFailure.failed("unknown style \(style); there are csui and gsd")
    }
    let directory = try data.directory()
    let output = StandardOutput()
    var pipelines: [String: LanguagePipeline] = [:]
    var count = 0
    var cut = 0
    for path in paths.isEmpty ? ["-"] : paths {
      let bytes = try InputFile.bytes(path)
      let language = try language ?? found(bytes, path: path, directory)
      if pipelines[language] == nil {
        pipelines[language] = try Self.pipeline(language, style, directory)
      }
      for sentence in try pipelines[language].map({ try trees(bytes, path: path, $0) }) ?? [] {
        count += 1
        cut += sentence.comments.contains(LanguagePipeline.cutComment) ? 1 : 0
        write(sentence, to: output)
        try output.check()
      }
    }
    try output.flush()
    if cut > 0 { Terminal.talk("kawat: \(cut) sentences were too long and were cut") }
    if count == 0 { throw CommandFailure.nothingFound("no sentence") }
  }

  private static func pipeline(
    _ language: String, _ style: TreebankStyle, _ data: DataDirectory
  ) throws -> LanguagePipeline {
    guard ["id", "en"].contains(language) else {
      throw CommandFailure.failed("unknown language \(language); there are id and en")
    }
    return try LanguagePipeline(language, style: style, data: data)
  }

  private func trees(
    _ bytes: [UInt8], path: String, _ pipeline: LanguagePipeline
  ) throws -> [Sentence] {
    guard input == .conllu else {
      return pipeline.sentences(in: String(decoding: bytes, as: UTF8.self))
    }
    return pipeline.reparsed(try InputFile.trees(bytes, path: path))
  }

  private func found(_ bytes: [UInt8], path: String, _ data: DataDirectory) throws -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if input == .conllu {
      text = try InputFile.trees(bytes, path: path).map(\.text).joined(separator: "\n")
    }
    guard let language = try LanguageIdentifier(data: data).language(of: text) else {
      throw CommandFailure.failed("\(path): neither Indonesian nor English; say --language")
    }
    return language
  }

  private func write(_ sentence: Sentence, to output: StandardOutput) {
    if format == .tree {
      output.write(sentence.drawing + "\n")
    } else {
      var text = ""
      CoNLLU.append(sentence, to: &text)
      output.write(text)
    }
  }
}

/// Whole files, or standard input for `-`.
enum InputFile {
  /// A file's bytes.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be read.
  static func bytes(_ path: String) throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.failed("cannot read \(path)")
    }
    return [UInt8](data)
  }

  /// The sentences of CoNLL-U text; an error names the file and the line.
  static func trees(_ bytes: [UInt8], path: String) throws -> [Sentence] {
    do throws(CoNLLUError) {
      return try CoNLLU.read(bytes)
    } catch {
      throw CommandFailure.failed("\(path == "-" ? "standard input" : path): \(error)")
    }
  }
}
