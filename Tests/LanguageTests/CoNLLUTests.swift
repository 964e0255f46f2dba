import Language
import Testing
import Training

@Suite struct `CoNLL-U` {
  private static let sample = """
    # sent_id = 1
    # text = Bukunya dibawa, kata Ani.
    1-2\tBukunya\t_\t_\t_\t_\t_\t_\t_\t_
    1\tBuku\tbuku\tNOUN\t_\t_\t3\tnsubj:pass\t_\t_
    2\tnya\tdia\tPRON\t_\tPronType=Prs\t1\tnmod:poss\t_\t_
    3\tdibawa\tbawa\tVERB\t_\tVoice=Pass\t0\troot\t_\tSpaceAfter=No
    4\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_
    5\tkata\tkata\tVERB\t_\t_\t3\tparataxis\t_\t_
    6\tAni\tAni\tPROPN\t_\t_\t5\tnsubj\t_\tSpaceAfter=No
    7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_


    """

  @Test func `what is read is written again`() throws {
    let sentences = try CoNLLU.read(Array(Self.sample.utf8))
    #expect(sentences.count == 1)
    #expect(sentences.first?.text == "Bukunya dibawa, kata Ani.")
    #expect(sentences.first?.words.last?.span == 24..<25)
    #expect(sentences.first?.isTree == true)
    #expect(CoNLLU.text(of: sentences) == Self.sample)
  }

  @Test(arguments: ["\r\n", "\n"])
  func `line ends may be of either kind and the last empty line may be missing`(
    lineEnd: String
  ) throws {
    let text = "1\tHalo\t_\tINTJ\t_\t_\t0\troot\t_\t_"
    let sentences = try CoNLLU.read(Array((text + lineEnd + lineEnd + text).utf8))
    #expect(sentences.map(\.span) == [0..<4, 5..<9])
  }

  @Test(arguments: [
    ("1\tHalo\t_\tINTJ", 1, "expected 10 fields, found 4"),
    ("# x\n2\tHalo\t_\tINTJ\t_\t_\t0\troot\t_\t_", 2, "expected word 1"),
    ("1\tHalo\t_\tHELLO\t_\t_\t0\troot\t_\t_", 1, "unknown part of speech HELLO"),
    ("1\tHalo\t_\tINTJ\t_\t_\t1\troot\t_\t_", 1, "bad head 1"),
    ("1\tHalo\t_\tINTJ\t_\t_\t9\troot\t_\t_", 1, "head 9 in 1 words"),
    ("1\t\t_\tINTJ\t_\t_\t0\troot\t_\t_", 1, "an empty form"),
    ("1-3\tHalo\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "a multiword token lacks words"),
    ("2-3\tHalo\t_\t_\t_\t_\t_\t_\t_\t_", 1, "multiword token 2-3 out of order"),
    ("1\tHa\u{1}lo\t_\t\u{0}\t_\t_\t0\troot\t_\t_", 1, "unknown part of speech \u{0}"),
  ])
  func `a line that breaks the format is named`(text: String, line: Int, problem: String) {
    #expect(throws: CoNLLUError.malformed(line: line, problem: problem)) {
      try CoNLLU.read(Array(text.utf8))
    }
  }

  @Test func `bytes that are no UTF-8 are named`() {
    #expect(throws: CoNLLUError.malformed(line: 2, problem: "not UTF-8")) {
      try CoNLLU.read(Array("# a\n1\t".utf8) + [0xff, 0xfe] + Array("\t_".utf8))
    }
  }

  @Test(arguments: 0..<200)
  func `any sentence survives the round trip`(seed: UInt64) throws {
    var random = SmallRandom(seed: seed)
    let sentences = (0...random.below(3)).map { _ in Self.sentence(&random) }
    let once = try CoNLLU.read(Array(CoNLLU.text(of: sentences).utf8))
    let twice = try CoNLLU.read(Array(CoNLLU.text(of: once).utf8))
    #expect(twice == once)
    for (written, read) in zip(sentences, once) {
      #expect(read.words.map(\.form) == written.words.map(\.form))
      #expect(read.words.map(\.head) == written.words.map(\.head))
      #expect(read.multiwordTokens == written.multiwordTokens)
    }
  }

  /// A random sentence: forms of signs that are hard on a format, any heads, some tokens of two.
  private static func sentence(_ random: inout SmallRandom) -> Sentence {
    let forms = [
      "_", "#", "a-b", "1-2", "=", "|", "é", "👩‍👩‍👧", "\u{200B}", "x y", "SpaceAfter=No", "\"",
    ]
    let count = 1 + random.below(9)
    var words: [Word] = []
    var tokens: [MultiwordToken] = []
    var text = ""
    for index in 0..<count {
      let form = forms[random.below(forms.count)]
      let start = text.utf8.count
      text += form
      let span = start..<text.utf8.count
      if random.below(2) == 0 { text += " " }
      var head = random.below(count + 1)
      if head == index + 1 { head = 0 }
      words.append(
        Word(
          form: form, lemma: random.below(2) == 0 ? "" : forms[random.below(forms.count)],
          upos: UPOS.all[random.below(UPOS.all.count)],
          feats: random.below(2) == 0 ? "" : "A=B|C=D", head: head, deprel: "dep", span: span))
    }
    if count > 2, random.below(2) == 0 { tokens = [MultiwordToken(form: "ab", words: 1..<3)] }
    return Sentence(
      text: text, span: 0..<text.utf8.count, words: words, multiwordTokens: tokens,
      comments: random.below(2) == 0 ? [] : [" x = y"])
  }
}
