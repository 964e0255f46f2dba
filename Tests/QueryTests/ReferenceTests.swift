import Foundation
import Query
import Testing

@Suite struct `The reference page` {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/kawat/Documentation.docc/QueryLanguage.md")

  @Test func `says what the grammar, the functions and the schema say`() throws {
    let page = LanguageReference.page
    if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
      try page.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == page, "print it again with GOLDEN=record and read the diff")
  }

  @Test(arguments: LanguageReference.examples)
  func `shows only examples that can be read`(example: String) throws {
    #expect(try Query(parsing: example).text == example)
  }

  @Test func `names every function once`() {
    let names = LanguageReference.page.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { line in line.split(separator: "(").first.map(String.init) }
      .filter { !$0.hasSuffix("` ") && !$0.contains("` |") }
    #expect(names.count == Set(names).count)
    #expect(names.count > 60)
  }
}
