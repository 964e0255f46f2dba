import ArgumentParser
import Foundation
import Ingest

/// The articles that a command line names: paths, or standard input.
struct ArticlePaths {
  private let inputs: [ArticleInput]

  /// The inputs at `paths`; without any path standard input, unless a person would have to type it.
  ///
  /// - Throws: ``IngestError`` for a path that is not there or a folder without articles;
  ///   ``CommandFailure`` when there is nothing to read.
  init(_ paths: [String], format: ArticleFormat?) throws {
    guard !paths.isEmpty || isatty(STDIN_FILENO) == 0 else {
      throw CommandFailure.failed("nothing to read: give files, folders or - for standard input")
    }
    inputs = try (paths.isEmpty ? ["-"] : paths).flatMap { path throws(IngestError) in
      try ArticleInput.inputs(at: path, format: format)
    }
  }

  /// A queue of the articles.
  func queue(defaults: ArticleDefaults) -> ArticleQueue {
    ArticleQueue(ArticleReader(inputs, defaults: defaults))
  }
}

/// What could not be read: told at once, counted, and at the end a failure where it must be one.
struct ProblemList {
  private let isStrict: Bool
  private(set) var count = 0

  /// A list; a strict one makes the first problem a failure.
  init(isStrict: Bool) {
    self.isStrict = isStrict
  }

  /// Takes a problem and says it on standard error.
  ///
  /// - Throws: ``CommandFailure/failed(_:)`` when the list is strict.
  mutating func add(_ problem: IngestError) throws(CommandFailure) {
    if isStrict { throw .failed(problem.description) }
    Terminal.talk("kawat: \(problem)")
    count += 1
  }

  /// Closes the list.
  ///
  /// - Parameter barren: the inputs out of which no article came.
  /// - Throws: `ExitCode` 2 when problems are why an input gave no article at all.
  func finish(barren: [String]) throws {
    guard count > 0 else { return }
    if !barren.isEmpty { throw ExitCode(2) }
    Terminal.talk("kawat: \(count) \(count == 1 ? "article" : "articles") skipped")
  }
}
