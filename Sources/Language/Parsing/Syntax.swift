package import DataFiles

/// Tagger, lemmatizer and parser of a language together: words in, a tree out.
package struct Syntax: Sendable {
  private let tagger: Tagger
  private let parser: Parser
  private let stemmer: Stemmer
  private let lemmatizer: Lemmatizer

  /// Loads the models of a language.
  ///
  /// - Throws: ``DataError`` when a file of `Data/<language>/` is missing or malformed.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    try self.init(
      tagger: Tagger(language, data: data), parser: Parser(language, data: data),
      language: language, data: data, stemmer: Stemmer(language, data: data))
  }

  /// Models that are at hand, with the stemmer they were trained with and the lemmas of a language.
  package init(
    tagger: Tagger, parser: Parser, language: String, data: DataDirectory, stemmer: Stemmer
  ) throws(DataError) {
    self.tagger = tagger
    self.parser = parser
    self.stemmer = stemmer
    lemmatizer = try Lemmatizer(language, stemmer: stemmer, data: data)
  }

  /// Gives the words of one sentence their tags, lemmas, features, heads and relations.
  package func annotate(
    _ words: inout [Word], style: TreebankStyle, _ scratch: inout Scratch
  ) {
    let dates = BracketedDates(words)
    if dates.ranges.isEmpty {
      parse(&words, style: style, &scratch)
    } else {
      var kept = dates.removed(from: words)
      parse(&kept, style: style, &scratch)
      words = dates.restored(words, to: kept)
    }
  }

  private func parse(_ words: inout [Word], style: TreebankStyle, _ scratch: inout Scratch) {
    var sentence = EncodedSentence()
    swap(&sentence, &scratch.sentence)
    encode(words, in: &sentence)
    tagger.tag(&sentence, style: style, &scratch)
    parser.parse(sentence, style: style, &scratch)
    for index in words.indices {
      let arc = scratch.state.arc(index)
      words[index].upos = UPOS.all[Int(sentence.tags[index])]
      words[index].head = arc.head
      words[index].deprel = parser.relations[arc.relation]
    }
    swap(&sentence, &scratch.sentence)
    lemmatizer.lemmatize(&words)
  }

  private func encode(_ words: [Word], in sentence: inout EncodedSentence) {
    sentence.removeAll()
    let headline = Headline(words, known: tagger.known, stemmer: stemmer)
    for word in words {
      let form = headline?.restored(word.form) ?? word.form
      let spelling = Spelling(form)
      sentence.append(
        spelling, known: tagger.known.tags(of: spelling.word), stem: stemmer.code(form))
    }
  }
}
