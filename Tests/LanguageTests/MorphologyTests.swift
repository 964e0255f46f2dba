import DataFiles
import Language
import Testing

@Suite struct `Lemmas and features` {
  @Test(arguments: [
    ("menuduh", UPOS.verb, "tuduh", "Prefix=MeN|Voice=Act"),
    ("dituduh", .verb, "tuduh", "Prefix=Di|Voice=Pass"),
    ("Tuding", .verb, "tuding", "Voice=Act"),
    ("mengirimkan", .verb, "kirim", "Prefix=MeN|Suffix=Kan|Voice=Act"),
    ("dikirimkan", .verb, "kirim", "Prefix=Di|Suffix=Kan|Voice=Pass"),
    ("menyerang", .verb, "serang", "Prefix=MeN|Voice=Act"),
    ("memukul", .verb, "pukul", "Prefix=MeN|Voice=Act"),
    ("mengebom", .verb, "bom", "Prefix=MeN|Voice=Act"),
    ("memperkuat", .verb, "kuat", "Prefix=MeN,Per|Voice=Act"),
    ("diperkuat", .verb, "kuat", "Prefix=Di,Per|Voice=Pass"),
    ("berjanji", .verb, "janji", "Prefix=Ber|Voice=Act"),
    ("bertemu", .verb, "temu", "Prefix=Ber|Voice=Act"),
    ("terbunuh", .verb, "bunuh", "Prefix=Ter|Voice=Pass"),
    ("menandatangani", .verb, "tandatangan", "Prefix=MeN|Suffix=I|Voice=Act"),
    ("serangan", .noun, "serang", "Suffix=An"),
    ("pertemuan", .noun, "temu", "Prefix=Per|Suffix=An"),
    ("pengiriman", .noun, "kirim", "Prefix=PeN|Suffix=An"),
    ("penembakan", .noun, "tembak", "Prefix=PeN|Suffix=An"),
    ("kedatangan", .noun, "datang", "Prefix=Ke|Suffix=An"),
    ("keterlibatan", .noun, "libat", "Prefix=Ke,Ter|Suffix=An"),
    ("negara-negara", .noun, "negara", "Number=Plur|Redup=Yes"),
    ("Jakarta", .propn, "Jakarta", ""),
  ])
  func `an Indonesian word`(form: String, upos: UPOS, lemma: String, feats: String) throws {
    let word = try Self.lemmatized(form, upos, "id")
    #expect(word.lemma == lemma)
    #expect(word.feats == feats)
  }

  @Test(arguments: [
    ("accused", UPOS.verb, "accuse"), ("accusing", .verb, "accuse"), ("denies", .verb, "deny"),
    ("fought", .verb, "fight"), ("withdrew", .verb, "withdraw"), ("stopped", .verb, "stop"),
    ("sanctions", .noun, "sanction"), ("countries", .noun, "country"), ("men", .noun, "man"),
    ("was", .aux, "be"), ("larger", .adj, "large"), ("bombed", .verb, "bomb"),
    ("warheads", .noun, "warhead"), ("Washington", .propn, "Washington"),
  ])
  func `an English word`(form: String, upos: UPOS, lemma: String) throws {
    #expect(try Self.lemmatized(form, upos, "en").lemma == lemma)
  }

  @Test func `a participle has the voice that the tree shows`() throws {
    var words = [
      Word(form: "was", lemma: "", upos: .aux, head: 2, deprel: "aux:pass", span: 0..<3),
      Word(form: "accused", lemma: "", upos: .verb, head: 0, deprel: "root", span: 4..<11),
    ]
    try Self.lemmatizer("en").lemmatize(&words)
    #expect(words[1].feats.contains("Voice=Pass"))
    words[0].deprel = "aux"
    try Self.lemmatizer("en").lemmatize(&words)
    #expect(words[1].feats.contains("Voice=Act"))
  }

  private static func lemmatizer(_ language: String) throws -> Lemmatizer {
    let stemmer = try Stemmer(language, data: .embedded)
    return try Lemmatizer(language, stemmer: stemmer, data: .embedded)
  }

  private static func lemmatized(_ form: String, _ upos: UPOS, _ language: String) throws -> Word {
    var words = [
      Word(form: form, lemma: "", upos: upos, head: 0, deprel: "root", span: 0..<form.utf8.count)
    ]
    try lemmatizer(language).lemmatize(&words)
    return words[0]
  }
}
