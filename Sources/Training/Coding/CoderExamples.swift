package import Coding
package import DataFiles
import Foundation
import Ontology

/// Reads the labelled sentences of a folder and analyses them.
package enum CoderExamples {
  /// The examples of all tables of a folder, in order of file names.
  ///
  /// - Throws: ``DataError`` when the folder or a table cannot be read.
  package static func read(
    _ folder: String, language: String, coder: EventCoder
  ) throws(DataError) -> [CoderTrainer.Example] {
    try sentences(folder, language: language).map { sentence in
      let article = Article(id: sentence.id, language: language, text: sentence.text)
      return CoderTrainer.Example(sentence: sentence, analyses: coder.analyses(of: article))
    }
  }

  /// The labelled sentences of all tables of a folder, in order of file names.
  package static func sentences(
    _ folder: String, language: String
  ) throws(DataError) -> [LabelledSentence] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .missing(path: folder)
    }
    var sentences: [LabelledSentence] = []
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let path = folder + "/" + name
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw .missing(path: path)
      }
      let table = try DataTable(path: path, text: text, columns: LabelledCorpus.columns)
      sentences += try LabelledCorpus.read(table).filter { $0.language == language }
    }
    return sentences
  }
}
