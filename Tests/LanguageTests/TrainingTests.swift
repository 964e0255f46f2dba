import DataFiles
import Language
import Testing
import Training

@Suite struct `Training` {
  /// A treebank of a few words, written for this test: *SUBJECT VERB OBJECT* and its passive.
  private static let treebank: String = {
    let names = ["Rusia", "Israel", "Suriah", "Iran", "Mesir", "Jepang"]
    let verbs = ["tuduh", "dukung", "ancam", "kecam"]
    var text = ""
    for (number, subject) in names.enumerated() {
      let object = names[(number + 2) % names.count]
      for verb in verbs {
        text += word(1, subject, "PROPN", 2, "nsubj") + word(2, "me" + verb, "VERB", 0, "root")
        text += word(3, object, "PROPN", 2, "obj") + word(4, ".", "PUNCT", 2, "punct") + "\n"
        text += word(1, object, "PROPN", 2, "nsubj:pass") + word(2, "di" + verb, "VERB", 0, "root")
        text += word(3, "oleh", "ADP", 4, "case") + word(4, subject, "PROPN", 2, "obl:agent")
        text += word(5, ".", "PUNCT", 2, "punct") + "\n"
      }
    }
    return text
  }()

  private static func word(
    _ number: Int, _ form: String, _ upos: String, _ head: Int, _ relation: String
  ) -> String {
    "\(number)\t\(form)\t_\t\(upos)\t_\t_\t\(head)\t\(relation)\t_\t_\n"
  }

  private static func models(seed: UInt64) throws -> (tagger: ModelFile, parser: ModelFile) {
    var options = TrainingOptions()
    options.seed = seed
    options.parserIterations = 3
    options.models = 2
    options.folds = 2
    options.bytes = 40_000
    let set = TrainingSet(sentences: try CoNLLU.read(Array(treebank.utf8)), style: .csui)
    let stems = Stemmer()
    return (
      TaggerTrainer(options, stems: stems).model([set], language: "id"),
      ParserTrainer(options, stems: stems).model([set], language: "id")
    )
  }

  /// The models of seed 1, trained once.
  private static let first: (tagger: ModelFile, parser: ModelFile)? = try? models(seed: 1)

  @Test func `the same seed gives the same bytes, another seed others`() throws {
    let first = try #require(Self.first)
    let again = try Self.models(seed: 1)
    let other = try Self.models(seed: 2)
    #expect(first.tagger.bytes == again.tagger.bytes)
    #expect(first.parser.bytes == again.parser.bytes)
    #expect(first.parser.bytes != other.parser.bytes)
  }

  @Test func `the bytes are those of other days and machines`() throws {
    let models = try #require(Self.first)
    #expect(Self.sum(models.tagger.bytes) == TinyModels.tagger)
    #expect(Self.sum(models.parser.bytes) == TinyModels.parser)
  }

  @Test func `what was learnt is found again`() throws {
    let models = try #require(Self.first)
    let parser = try #require(Parser(models.parser))
    let syntax = try Syntax(
      tagger: Tagger(models.tagger), parser: parser, language: "id", data: .embedded,
      stemmer: Stemmer())
    let set = TrainingSet(sentences: try CoNLLU.read(Array(Self.treebank.utf8)), style: .csui)
    let evaluation = Evaluation(of: syntax, on: set)
    #expect(evaluation.words == 216)
    #expect(evaluation.tags == 216)
    #expect(evaluation.arcs == 216)
  }

  @Test func `a model survives its file, a damaged file is refused`() throws {
    let bytes = try #require(Self.first).parser.bytes
    #expect(Self.model(bytes)?.bytes == bytes)
    var random = SmallRandom(seed: 5)
    let ends =
      [0, 1, 8, 19, 20, 21, bytes.count - 1] + (0..<50).map { _ in random.below(bytes.count) }
    for end in ends {
      #expect(Self.model(Array(bytes[..<end])) == nil, "\(end) bytes")
    }
  }

  @Test(arguments: 0..<100)
  func `a model with a flipped byte is refused or still parses`(seed: UInt64) throws {
    var random = SmallRandom(seed: seed)
    var bytes = try #require(Self.first).parser.bytes
    bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
    guard let model = Self.model(bytes), let parser = Parser(model) else { return }
    var scratch = Scratch()
    var sentence = EncodedSentence()
    for _ in 0..<9 { sentence.append(Spelling("Rusia"), known: 0, stem: StemCode()) }
    parser.parse(sentence, style: .csui, &scratch)
    #expect(scratch.state.isFinal)
  }

  /// The model that these bytes hold; nil when they are refused.
  private static func model(_ bytes: [UInt8]) -> ModelFile? {
    bytes.withUnsafeBytes { buffer in
      do throws(DataError) {
        return try ModelFile(buffer, path: "x")
      } catch {
        return nil
      }
    }
  }

  /// A sum over all bytes (FNV-1a).
  private static func sum(_ bytes: [UInt8]) -> UInt64 {
    var sum = HashedBytes()
    for byte in bytes { sum.add(byte) }
    return sum.value
  }
}

/// What the tiny treebank trains to; another feature template or another order changes it.
private enum TinyModels {
  static let tagger: UInt64 = 9_834_842_190_629_700_433
  static let parser: UInt64 = 7_590_631_142_682_177_351
}
