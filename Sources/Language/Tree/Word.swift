/// A universal part of speech.
public enum UPOS: String, CaseIterable, Codable, Hashable, Sendable {
  // The seventeen tags of Universal Dependencies, by the treebanks' own spelling.
  /// Open classes.
  case adj = "ADJ", adv = "ADV", intj = "INTJ", noun = "NOUN", propn = "PROPN", verb = "VERB"
  /// Closed classes.
  case adp = "ADP", aux = "AUX", cconj = "CCONJ", det = "DET", num = "NUM", part = "PART"
  /// Closed classes, continued.
  case pron = "PRON", sconj = "SCONJ"
  /// Others.
  case punct = "PUNCT", sym = "SYM", x = "X"
}

/// A syntactic word: a node of the dependency tree.
public struct Word: Hashable, Sendable {
  /// The word as it stands in the text; part of it when a token was split.
  public var form: String
  /// The dictionary form; the root for Indonesian verbs (*menuduh* → *tuduh*).
  public var lemma: String
  /// The part of speech.
  public var upos: UPOS
  /// Morphological features in the CoNLL-U way, `Voice=Pass|VerbForm=Fin`; empty for none.
  public var feats: String
  /// The head's number in the sentence, from 1; 0 for the root.
  public var head: Int
  /// The dependency relation to the head, with its subtype: `nsubj:pass`.
  public var deprel: String
  /// Where the word stands: UTF-8 offsets into the article's text. Words of one multiword token
  /// share the token's span unless their parts stand apart in the text.
  public var span: Range<Int>

  /// A word of these parts.
  public init(
    form: String, lemma: String, upos: UPOS, feats: String = "", head: Int, deprel: String,
    span: Range<Int>
  ) {
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.feats = feats
    self.head = head
    self.deprel = deprel
    self.span = span
  }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var baseDeprel: Substring { deprel.prefix { $0 != ":" } }
}

/// A token that stands for several words, such as *bukunya* = *buku* + *nya*.
public struct MultiwordToken: Hashable, Sendable {
  /// The token as it stands in the text.
  public var form: String
  /// Its words, as positions in the sentence from 0.
  public var words: Range<Int>

  /// A token of these parts.
  public init(form: String, words: Range<Int>) {
    self.form = form
    self.words = words
  }
}

/// A sentence with its tree.
public struct Sentence: Hashable, Sendable {
  /// The text as it stands in the article.
  public var text: String
  /// Where it stands: UTF-8 offsets into the article's text.
  public var span: Range<Int>
  /// Its words; `head` numbers count from 1 in this list.
  public var words: [Word]
  /// The tokens that stand for several words.
  public var multiwordTokens: [MultiwordToken]
  /// CoNLL-U comment lines without `#`, kept when a tree is read from a file.
  public var comments: [String]

  /// A sentence of these parts.
  public init(
    text: String, span: Range<Int>, words: [Word], multiwordTokens: [MultiwordToken] = [],
    comments: [String] = []
  ) {
    self.text = text
    self.span = span
    self.words = words
    self.multiwordTokens = multiwordTokens
    self.comments = comments
  }
}
