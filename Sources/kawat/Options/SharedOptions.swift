import ArgumentParser
import DataFiles
import Foundation
import Store

/// `--graph`, for every command that opens the graph.
struct GraphOptions: ParsableArguments {
  @Option(
    name: .customLong("graph"),
    help: ArgumentHelp(
      "The graph's file. Without it $KAWAT_GRAPH, else kawat.db in this folder.",
      valueName: "file"))
  var file: String?

  /// The path of the graph's file.
  var path: String {
    if let file { return file }
    let told = ProcessInfo.processInfo.environment["KAWAT_GRAPH"] ?? ""
    return told.isEmpty ? "kawat.db" : told
  }

  /// Opens the graph.
  ///
  /// - Parameters:
  ///   - mode: `write` makes the file where there is none.
  ///   - naming: display names for actors that are new to the graph.
  /// - Throws: ``StoreError`` with the path and the next step.
  func open(
    _ mode: EventStore.Mode, naming: @escaping EventStore.ActorNaming = { _ in nil }
  ) throws(StoreError) -> EventStore {
    try EventStore.open(path: path, mode: mode, naming: naming)
  }
}

/// `--data`, for every command that reads dictionaries or models.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      """
      A folder of data files in place of those that the program carries. Without it $KAWAT_DATA.
      """, valueName: "folder"))
  var folder: String?

  /// The data that the options name.
  ///
  /// - Throws: ``DataError/missing(path:)`` when there is no such folder.
  func directory() throws(DataError) -> DataDirectory {
    try DataDirectory.locate(explicit: folder)
  }
}

/// The languages in which relations and names can be read.
enum LabelLanguage: String, CaseIterable, ExpressibleByArgument {
  case english = "en"
  case indonesian = "id"
}

/// `--lang`, for every command that prints relations or names.
struct LabelOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "The language of names and relations: en or id.")
  var language: LabelLanguage = .english

  /// The language's code, `en` or `id`.
  var code: String { language.rawValue }
}
