import Coding
import DataFiles
import Foundation
import Ontology
import TestSupport
import Testing
import Training

/// The labelled sentences of a language, file by file.
private struct TrainingTables {
  /// A sentence and the file in which it stands.
  struct Place {
    let path: String
    let sentence: LabelledSentence
  }

  let places: [Place]

  init(_ language: String) throws {
    places = try FileGrammar.all
      .filter { $0.path.hasPrefix("\(language)/training/") }
      .flatMap { grammar in
        try LabelledCorpus.read(try grammar.table()).map {
          Place(path: grammar.path, sentence: $0)
        }
      }
  }
}

/// The texts of every line of a file of gold sentences.
private func texts(ofLinesOf file: URL) throws -> Set<String> {
  struct Line: Decodable { let text: String }
  let decoder = JSONDecoder()
  let lines = try Data(contentsOf: file).split(separator: 10)
  return Set(try lines.map { try decoder.decode(Line.self, from: $0).text })
}

/// The texts of the labelled sentences that lie beside the project.
private func sharedSentences(_ language: String) throws -> Set<String> {
  let file = try #require(sharedFolder("training/\(language).tsv"))
  let table = try DataTable(
    path: file.lastPathComponent, text: String(contentsOf: file, encoding: .utf8),
    columns: LabelledCorpus.columns)
  return Set(try LabelledCorpus.read(table).map(\.text))
}

@Suite struct `The labelled sentences` {
  @Test(arguments: EventCoder.languages)
  func `have closed marks, known labels, and one text under one sid`(language: String) throws {
    let places = try TrainingTables(language).places
    #expect(!places.isEmpty)
    var files: [String: String] = [:]
    var sids: [String: String] = [:]
    for place in places {
      let sentence = place.sentence
      #expect(sentence.language == language, "\(place.path): \(sentence.id)")
      if let other = files.updateValue(place.path, forKey: sentence.id) {
        Issue.record("\(place.path): the sid \(sentence.id) of \(other) again")
      }
      if let other = sids.updateValue(sentence.id, forKey: sentence.text) {
        Issue.record("\(place.path): \(sentence.id) has the text of \(other)")
      }
    }
  }

  @Test(arguments: EventCoder.languages)
  func `mark the act of every event, and carry no labels where there is none`(
    language: String
  ) throws {
    for grammar in FileGrammar.all where grammar.path.hasPrefix("\(language)/training/") {
      for row in try grammar.table().rows {
        let isEvent = row[2] != "NONE"
        #expect(isEvent == row[8].contains("{v|"), "\(grammar.path):\(row.line)")
        let labels = row.fields[3..<8].filter { !$0.isEmpty }
        #expect(isEvent || labels.isEmpty, "\(grammar.path):\(row.line): \(labels)")
      }
    }
  }

  @Test(
    .enabled(if: sharedFolder("gold") != nil, "no ../shared/gold: nothing to compare with"),
    arguments: EventCoder.languages)
  func `are no sentences by which the coder is measured`(language: String) throws {
    let folder = try #require(sharedFolder("gold"))
    let shared = try sharedSentences(language)
    let ours = try TrainingTables(language).places.filter { !shared.contains($0.sentence.text) }
    for name in files(below: folder) where name.hasSuffix(".jsonl") {
      let measured = try texts(ofLinesOf: folder.appendingPathComponent(name))
      for place in ours where measured.contains(place.sentence.text) {
        Issue.record("\(place.path): \(place.sentence.id) stands in \(name)")
      }
    }
  }
}

@Suite struct `The coder's tables` {
  @Test func `are read by the coder`() throws {
    _ = try EventCoder(ontology: Ontology(.embedded), data: .embedded)
  }

  @Test(arguments: FileGrammar.all.filter { $0.path.hasSuffix("frames.tsv") })
  func `mark one actor and at most one recipient in an example`(grammar: FileGrammar) throws {
    for row in try grammar.table().rows where !row[8].isEmpty {
      let example = row[8]
      func count(_ mark: Character) -> Int { example.count { $0 == mark } }
      #expect(
        count("[") == 1 && count("]") == 1 && count("{") == 1 && count("}") == 1,
        "\(grammar.path):\(row.line): \(example)")
    }
  }

  @Test(arguments: FileGrammar.all.filter { $0.path.hasSuffix("calibration.tsv") })
  func `rise from step to step`(grammar: FileGrammar) throws {
    var last = (from: -1.0, confidence: 0.0)
    for row in try grammar.table().rows {
      let step = (from: try #require(Double(row[0])), confidence: try #require(Double(row[1])))
      #expect(step.from > last.from && step.confidence >= last.confidence, "line \(row.line)")
      #expect(step.from <= 1 && step.confidence <= 1, "line \(row.line)")
      last = step
    }
  }

  @Test(arguments: FileGrammar.all.filter { $0.path.hasSuffix("thresholds.tsv") })
  func `hold thresholds between 0 and 1`(grammar: FileGrammar) throws {
    for row in try grammar.table().rows {
      let value = try #require(Double(row[1]))
      #expect((0...1).contains(value), "\(grammar.path):\(row.line)")
    }
  }
}
