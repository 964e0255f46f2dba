extension CoNLLU {
  /// Reads all sentences of a CoNLL-U text; LF or CRLF, a last empty line may be missing.
  ///
  /// Spans count from the first sentence's start, as if the sentences' texts were joined by single
  /// line feeds. A head that is missing (`_`) reads as 0 with the relation `_`.
  /// - Throws: ``CoNLLUError/malformed(line:problem:)``.
  package static func read(_ bytes: [UInt8]) throws(CoNLLUError) -> [Sentence] {
    var reader = SentenceReader()
    var sentences: [Sentence] = []
    var number = 0
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for var line in lines {
      number += 1
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.isEmpty {
        if let sentence = try reader.finish(line: number) { sentences.append(sentence) }
      } else {
        try reader.take(line, number: number)
      }
    }
    if let sentence = try reader.finish(line: number) { sentences.append(sentence) }
    return sentences
  }
}

/// Gathers one sentence line by line.
private struct SentenceReader {
  private var words: [Word] = []
  private var tokens: [MultiwordToken] = []
  private var comments: [String] = []
  private var text: [UInt8] = []
  private var offset = 0
  private var spaceBefore = false
  /// The words still to come of the multiword token that was opened last.
  private var open = 0

  /// Takes a comment or a word line.
  mutating func take(_ line: ArraySlice<UInt8>, number: Int) throws(CoNLLUError) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw .malformed(line: number, problem: "not UTF-8")
    }
    if line.first == UInt8(ascii: "#") {
      comments.append(String(text.dropFirst()))
      return
    }
    let fields = text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == 10 else {
      throw .malformed(line: number, problem: "expected 10 fields, found \(fields.count)")
    }
    let columns = fields.map { String(Substring($0)) }
    guard !columns[0].contains(".") else { return }
    guard !columns[1].isEmpty else { throw .malformed(line: number, problem: "an empty form") }
    if columns[0].contains("-") {
      try takeRange(columns, number: number)
    } else {
      try takeWord(columns, number: number)
    }
  }

  private mutating func takeRange(_ columns: [String], number: Int) throws(CoNLLUError) {
    let ends = columns[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first == words.count + 1,
      last > first, open == 0, last - first < 1000
    else { throw .malformed(line: number, problem: "multiword token \(columns[0]) out of order") }
    _ = place(columns)
    tokens.append(MultiwordToken(form: columns[1], words: first - 1..<last))
    open = last - first + 1
  }

  private mutating func takeWord(_ columns: [String], number: Int) throws(CoNLLUError) {
    guard Int(columns[0]) == words.count + 1 else {
      throw .malformed(line: number, problem: "expected word \(words.count + 1)")
    }
    guard let upos = columns[3] == "_" ? .x : UPOS(rawValue: columns[3]) else {
      throw .malformed(line: number, problem: "unknown part of speech \(columns[3])")
    }
    guard let head = columns[6] == "_" ? 0 : Int(columns[6]), head >= 0, head != words.count + 1
    else { throw .malformed(line: number, problem: "bad head \(columns[6])") }
    let missing = columns[2] == "_" && columns[1] != "_"
    let span = open > 0 ? (lastSpan ?? offset..<offset) : place(columns)
    open = max(0, open - 1)
    words.append(
      Word(
        form: columns[1], lemma: missing ? "" : columns[2], upos: upos,
        feats: columns[5] == "_" ? "" : columns[5], head: head, deprel: columns[7], span: span))
    lastSpan = span
  }

  private var lastSpan: Range<Int>?

  /// Sets a token down in the text behind what stands there.
  private mutating func place(_ columns: [String]) -> Range<Int> {
    if spaceBefore && !text.isEmpty { text.append(UInt8(ascii: " ")) }
    let start = offset + text.count
    text.append(contentsOf: columns[1].utf8)
    spaceBefore = !columns[9].split(separator: "|").contains("SpaceAfter=No")
    let span = start..<offset + text.count
    lastSpan = span
    return span
  }

  /// Closes the sentence; nil when there was none.
  mutating func finish(line: Int) throws(CoNLLUError) -> Sentence? {
    defer {
      (words, tokens, comments, text, spaceBefore, open) = ([], [], [], [], false, 0)
    }
    guard !words.isEmpty || open > 0 else { return nil }
    guard open == 0 else {
      throw .malformed(line: line, problem: "a multiword token lacks words")
    }
    for word in words where word.head > words.count {
      throw .malformed(line: line, problem: "head \(word.head) in \(words.count) words")
    }
    let span = offset..<offset + text.count
    offset += text.count + 1
    return Sentence(
      text: String(decoding: text, as: UTF8.self), span: span, words: words,
      multiwordTokens: tokens, comments: comments)
  }
}
