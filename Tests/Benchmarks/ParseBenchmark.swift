import DataFiles
import Language

/// Raw text to trees: words of the sample articles, and the models loaded up to the first sentence.
enum ParseBenchmark {
  static let all: [(name: String, run: @Sendable () throws -> Int)] = [
    ("parse-id", { try words(of: indonesian) }),
    ("parse-en", { try words(of: english) }),
    ("parse-load-id", { try loaded("id", "AS menuduh Korea Utara mengirim senjata.") }),
    ("parse-load-en", { try loaded("en", "The US accused North Korea of sending weapons.") }),
  ]

  /// A language's pipeline, loaded once, and the sample articles in it.
  private struct Samples: Sendable {
    let pipeline: LanguagePipeline
    let text: String

    init(_ language: String) throws {
      pipeline = try LanguagePipeline(language, data: .embedded)
      let articles = try DataDirectory.embeddedPaths
        .filter { $0.hasPrefix("samples/\(language)-") }
        .map { try DataDirectory.embedded.text($0) }
      text = [[String]](repeating: articles, count: 5).joined().joined(separator: "\n")
    }
  }

  private static let indonesian = Result { try Samples("id") }
  private static let english = Result { try Samples("en") }

  private static func words(of samples: Result<Samples, any Error>) throws -> Int {
    let samples = try samples.get()
    return samples.pipeline.sentences(in: samples.text).reduce(0) { $0 + $1.words.count }
  }

  private static func loaded(_ language: String, _ text: String) throws -> Int {
    try LanguagePipeline(language, data: .embedded).sentences(in: text).count
  }
}
