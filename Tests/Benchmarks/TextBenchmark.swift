import DataFiles
import Language

/// Segmentation and language identification of the sample articles, fifty times over.
enum TextBenchmark {
  static let all: [(name: String, run: @Sendable () throws -> Int)] = [
    ("segment-id", { try segment("id") }), ("segment-en", { try segment("en") }),
    ("identify-language", identify), ("scalar-offsets", offsets),
  ]

  private static func articles(_ language: String = "") throws -> [String] {
    let paths = DataDirectory.embeddedPaths.filter { $0.hasPrefix("samples/\(language)") }
    let texts = try paths.filter { $0.hasSuffix(".txt") }.map(DataDirectory.embedded.text)
    return Array(repeating: texts, count: 50).flatMap(\.self)
  }

  private static func segment(_ language: String) throws -> Int {
    let text = try articles(language).joined(separator: "\n")
    return try TextSegmenter(language, data: .embedded).sentences(in: text)
      .reduce(0) { $0 + $1.tokens.reduce(0) { $0 + $1.words.count } }
  }

  @Sendable private static func identify() throws -> Int {
    let identifier = try LanguageIdentifier(data: .embedded)
    return try articles().count { identifier.language(of: $0) != nil }
  }

  @Sendable private static func offsets() throws -> Int {
    let text = try articles().joined(separator: "\n")
    let spans = try TextSegmenter("id", data: .embedded).sentences(in: text).map(\.span)
    let offsets = ScalarOffsets(text)
    return spans.count { !offsets.scalarRange(ofUTF8: $0).isEmpty }
  }
}
