import DataFiles
import Foundation
import Ontology
import TestSupport
import Testing

/// A row of the table "The files" in Data/README.md: what a data file must look like.
struct FileGrammar: Sendable, CustomTestStringConvertible {
  let path: String
  let columns: [String]
  let key: [String]
  let isSorted: Bool

  var testDescription: String { path }

  /// All of them, in the order in which they are listed; a row for `folder/*.tsv` or `*/name.tsv`
  /// stands for every such file.
  static let all: [FileGrammar] = {
    let readme = dataFolder.appendingPathComponent("README.md")
    let text = (try? String(contentsOf: readme, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").flatMap(FileGrammar.grammars)
  }()

  private static func grammars(line: Substring) -> [FileGrammar] {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 4, cells[0].hasPrefix("`"), cells[0].hasSuffix(".tsv`") else { return [] }
    let path = cells[0].trimmingCharacters(in: ["`"])
    return paths(path).map { path in
      FileGrammar(
        path: path, columns: words(cells[1]), key: words(cells[2]), isSorted: cells[3] == "key")
    }
  }

  /// The files for which a path stands that may have one `*` in it.
  private static func paths(_ path: String) -> [String] {
    let parts = path.components(separatedBy: "*")
    guard parts.count == 2 else { return [path] }
    return files(below: dataFolder).filter { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  func table() throws -> DataTable {
    let text = try String(contentsOf: dataFolder.appendingPathComponent(path), encoding: .utf8)
    return try DataTable(path: path, text: text, columns: columns)
  }
}

/// The project's folder.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
/// The folder of the data.
let dataFolder = projectFolder.appendingPathComponent("Data")

/// The paths of all files below a folder, hidden ones left out, sorted.
func files(below folder: URL) -> [String] {
  let below = FileManager.default.enumerator(atPath: folder.path)
  var found: [String] = []
  while let name = below?.nextObject() as? String {
    let isFolder =
      (try? folder.appendingPathComponent(name).resourceValues(forKeys: [.isDirectoryKey]))?
      .isDirectory
    if isFolder == false, !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      found.append(name)
    }
  }
  return found.sorted()
}

@Suite struct `The data folder` {
  @Test func `describes every table in its README, and only those`() {
    let tables = files(below: dataFolder).filter { $0.hasSuffix(".tsv") }
    #expect(FileGrammar.all.map(\.path).sorted() == tables)
  }

  @Test func `is embedded file for file, and the migrations with it`() {
    let data = files(below: dataFolder).filter { name in
      !name.hasSuffix("README.md") && !name.hasSuffix(".card") && !name.contains("/training/")
    }
    let migrations = files(below: projectFolder.appendingPathComponent("Migrations"))
    let wanted = data + migrations.map { "Migrations/" + $0 }
    #expect(DataDirectory.embeddedPaths.sorted() == wanted.sorted())
  }

  @Test func `is embedded byte for byte`() throws {
    for path in DataDirectory.embeddedPaths {
      let folder = path.hasPrefix("Migrations/") ? projectFolder : dataFolder
      let file = try Data(contentsOf: folder.appendingPathComponent(path))
      let isSame = try DataDirectory.embedded.withBytes(of: path) { bytes throws(DataError) in
        bytes.elementsEqual(file)
      }
      #expect(isSame, "\(path)")
    }
  }

  @Test func `is UTF-8 with LF and ends its last line`() throws {
    for path in files(below: dataFolder)
    where !path.hasSuffix(".bin") {
      let bytes = try Data(contentsOf: dataFolder.appendingPathComponent(path))
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(path): not UTF-8")
      #expect(!bytes.contains(13), "\(path): a carriage return")
      #expect(bytes.last == 10, "\(path): no line end at the end")
    }
  }
}

@Suite struct `A data table` {
  @Test(arguments: FileGrammar.all)
  func `has its header, its number of fields and clean fields`(grammar: FileGrammar) throws {
    let table = try grammar.table()
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      for field in row.fields where field.trimmingCharacters(in: .whitespaces) != field {
        Issue.record("\(grammar.path):\(row.line): white space at an end of \"\(field)\"")
      }
    }
  }

  @Test(arguments: FileGrammar.all)
  func `has no two rows of one key, and is sorted where it says so`(grammar: FileGrammar) throws {
    let positions = grammar.key.compactMap { grammar.columns.firstIndex(of: $0) }
    #expect(positions.count == grammar.key.count && !positions.isEmpty)
    var seen: [String: Int] = [:]
    var last = ""
    for row in try grammar.table().rows {
      let key = positions.map { row[$0] }.joined(separator: "\t")
      if let other = seen[key] {
        Issue.record("\(grammar.path):\(row.line): the key of line \(other) again: \(key)")
      }
      seen[key] = row.line
      if grammar.isSorted, key.utf8.lexicographicallyPrecedes(last.utf8) {
        Issue.record("\(grammar.path):\(row.line): \(key) is not in order")
      }
      last = key
    }
  }

  @Test(arguments: FileGrammar.all.filter { !$0.path.contains("/training/") })
  func `says where each row comes from`(grammar: FileGrammar) throws {
    let column = try #require(grammar.columns.firstIndex(of: "source"))
    for row in try grammar.table().rows where row[column].isEmpty {
      Issue.record("\(grammar.path):\(row.line): no source")
    }
  }
}
