import Actors
import DataFiles
import Language
import Ontology

/// Everything that codes one language: the pipeline, the dictionaries and the models.
struct LanguageCoder: Sendable {
  let language: String
  let pipeline: LanguagePipeline
  let dictionary: ActorDictionary
  let finder: MentionFinder
  let frames: FrameLexicon
  let cues: CueLexicon
  let dates: DateReader
  let contexts: ContextLexicon
  var models: CoderModels?

  init(
    _ language: String, ontology: Ontology, dictionary: ActorDictionary, data: DataDirectory
  ) throws(DataError) {
    self.language = language
    pipeline = try LanguagePipeline(language, data: data)
    self.dictionary = dictionary
    finder = try MentionFinder(language, dictionary: dictionary, data: data)
    frames = try FrameLexicon(language, ontology: ontology, data: data)
    cues = try CueLexicon(language, data: data)
    dates = try DateReader(language, data: data)
    contexts = try ContextLexicon(language, ontology: ontology, data: data)
    models =
      data.contains("\(language)/act.bin") ? try CoderModels(language, data: data) : nil
  }

  /// The sentences of an article, each with its tree, its mentions and its triggers.
  func analyses(of article: Article) -> [SentenceAnalysis] {
    let sentences = pipeline.sentences(in: article.text)
    var memory = ArticleActors(language, dictionary: dictionary)
    return sentences.enumerated().map { number, sentence in
      let mentions = memory.resolve(
        finder.mentions(in: sentence, on: article.published), in: sentence)
      return SentenceAnalysis(
        number: number, view: TreeView(sentence), mentions: mentions, frames: frames, cues: cues)
    }
  }

  /// Codes an article sentence by sentence.
  func code(_ article: Article, ontology: Ontology) -> CodedArticle {
    let analyses = analyses(of: article)
    let offsets = ScalarOffsets(article.text)
    var coded = CodedArticle(
      article: article, language: language,
      sentences: analyses.map { Self.text(of: $0, offsets) }, reports: [], rejections: [])
    guard let models else { return coded }
    let decoder = Decoder(models)
    let builder = ReportBuilder(
      language: language, article: article, offsets: offsets, ontology: ontology, dates: dates,
      contexts: contexts, calibration: models.calibration)
    for analysis in analyses {
      let (reports, rejections) = builder.reports(decoder.choices(in: analysis), in: analysis)
      coded.reports += reports
      coded.rejections += rejections
    }
    return coded
  }

  private static func text(of analysis: SentenceAnalysis, _ offsets: ScalarOffsets) -> TextSpan {
    let sentence = analysis.view.sentence
    return TextSpan(text: sentence.text, range: offsets.scalarRange(ofUTF8: sentence.span))
  }
}
