/// Dates in brackets, as the press sets them behind a weekday: *Selasa (18/6/2024)*.
///
/// They stand outside the sentence's structure and never occur in the treebanks, so the parser does
/// not see them; afterwards each hangs on the word before it.
struct BracketedDates {
  /// Where the brackets with their dates stand, by word; never at a sentence's beginning.
  let ranges: [Range<Int>]

  /// Words between the brackets at most: *18 / 6 / 2024*.
  private static let longest = 5

  /// Finds the dates in a sentence.
  init(_ words: [Word]) {
    var ranges: [Range<Int>] = []
    var index = 1
    while index < words.count {
      let end = words[index].form == "(" ? Self.end(words, after: index) : nil
      if let end { ranges.append(index..<end) }
      index = end ?? index + 1
    }
    self.ranges = ranges
  }

  private static func end(_ words: [Word], after open: Int) -> Int? {
    var digits = 0
    var signs = 0
    for index in open + 1..<min(words.count, open + longest + 2) {
      if words[index].form == ")" { return digits > 0 && signs > 0 ? index + 1 : nil }
      for byte in words[index].form.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."): signs += 1
        default: return nil
        }
      }
    }
    return nil
  }

  /// The words without the dates.
  func removed(from words: [Word]) -> [Word] {
    var kept: [Word] = []
    var next = 0
    for range in ranges {
      kept += words[next..<range.lowerBound]
      next = range.upperBound
    }
    return kept + words[next...]
  }

  /// Puts the dates back among the parsed words: a date is a `parataxis` of the word before it, its
  /// brackets are `punct`, further figures `flat`.
  func restored(_ dates: [Word], to kept: [Word]) -> [Word] {
    var numbers: [Int] = []
    var words: [Word] = []
    var left = kept[...]
    var ranges = self.ranges[...]
    for (index, word) in dates.enumerated() {
      if let range = ranges.first, range.contains(index) {
        words.append(Self.marked(word, at: index, in: range))
        if index + 1 == range.upperBound { ranges.removeFirst() }
      } else {
        numbers.append(index + 1)
        words.append(left.removeFirst())
      }
    }
    for number in numbers where words[number - 1].head > 0 {
      words[number - 1].head = numbers[words[number - 1].head - 1]
    }
    return words
  }

  private static func marked(_ word: Word, at index: Int, in range: Range<Int>) -> Word {
    var word = word
    let isSign = !word.form.utf8.contains { $0 >= 48 && $0 <= 57 }
    let isFirst = index == range.lowerBound + 1
    word.upos = isSign ? .punct : .num
    word.lemma = word.form
    word.feats = ""
    word.head = isFirst ? range.lowerBound : range.lowerBound + 2
    word.deprel = isFirst ? "parataxis" : isSign ? "punct" : "flat"
    return word
  }
}
