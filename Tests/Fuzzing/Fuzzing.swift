import DataFiles
import Foundation
import Language

/// What libFuzzer calls, chosen by `KAWAT_FUZZ`: see `Tests/Fuzzing/run`.
///
/// In: any bytes, read as the program reads a file (bad UTF-8 becomes U+FFFD). A broken promise
/// traps, which libFuzzer keeps as a crash.
private struct Readers {
  private let indonesian: TextSegmenter
  private let english: TextSegmenter
  private let languages: LanguageIdentifier
  private let isSegmenter: Bool

  init(_ name: String) throws {
    indonesian = try TextSegmenter("id", data: .embedded)
    english = try TextSegmenter("en", data: .embedded)
    languages = try LanguageIdentifier(data: .embedded)
    isSegmenter = name != "languages"
  }

  func take(_ text: String) {
    if isSegmenter {
      check(indonesian.sentences(in: text), of: text)
      check(english.sentences(in: text), of: text)
    } else {
      let answer = languages.language(of: text)
      precondition(answer == nil || answer == "id" || answer == "en", "a language of no table")
      precondition(languages.language(of: text) == answer, "two answers to one text")
    }
  }

  private func check(_ sentences: [RawSentence], of text: String) {
    let bytes = Array(text.utf8)
    let offsets = ScalarOffsets(text)
    var end = 0
    for sentence in sentences {
      precondition(sentence.span.lowerBound >= end, "sentences overlap")
      precondition(!sentence.tokens.isEmpty, "an empty sentence")
      precondition(sentence.tokens.count <= TextSegmenter.longestSentence, "too long")
      for token in sentence.tokens {
        precondition(token.span.lowerBound >= end, "tokens overlap")
        precondition(token.words.joined() == token.form, "words are not the token")
        end = token.span.upperBound
        precondition(Array(token.form.utf8) == Array(bytes[token.span]), "not the text's")
        precondition(token.wordSpans.allSatisfy { !$0.isEmpty }, "an empty word")
        _ = offsets.scalarRange(ofUTF8: token.span)
      }
      precondition(sentence.span.upperBound == end, "the sentence ends elsewhere")
    }
    precondition(end <= bytes.count, "outside the text")
  }
}

private let readers = try? Readers(
  ProcessInfo.processInfo.environment["KAWAT_FUZZ"] ?? "segmenter")

/// CoNLL-U that is read is written and read again without a change.
private func takeTrees(_ bytes: [UInt8]) {
  guard let once = try? CoNLLU.read(bytes) else { return }
  let text = CoNLLU.text(of: once)
  let twice = try? CoNLLU.read(Array(text.utf8))
  precondition(twice.map { CoNLLU.text(of: $0) } == text, "the round trip changes a sentence")
  for sentence in once where sentence.isTree { _ = sentence.drawing }
}

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  if ProcessInfo.processInfo.environment["KAWAT_FUZZ"] == "conllu" {
    takeTrees(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
  guard let readers else { return -1 }
  readers.take(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  return 0
}
