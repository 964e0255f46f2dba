/// The parser's feature templates, in the order that numbers them: changing it changes every model.
enum ParserTemplates {
  /// All templates as the hash takes them: the plain ones, then those that ask for the style.
  static let all: [FeatureTemplate] = (plain + styled).enumerated().map {
    FeatureTemplate(number: 1000 + $0.offset, atoms: $0.element.map(\.rawValue))
  }

  /// Templates of every language.
  static let plain: [[ParserAtom]] =
    words + pairs + triples + children + relations + distances + valencies + spellings
    + surroundings + morphology

  private static let words: [[ParserAtom]] = [
    [], [.s0W], [.s0T], [.s0W, .s0T], [.s1W], [.s1T], [.s1W, .s1T], [.b0W], [.b0T], [.b0W, .b0T],
    [.b1W, .b1T], [.b1T], [.b2W, .b2T], [.b2T], [.s2W, .s2T],
  ]

  private static let pairs: [[ParserAtom]] = [
    [.s0W, .s0T, .b0W, .b0T], [.s0W, .b0W, .b0T], [.s0W, .s0T, .b0T], [.s0T, .b0W, .b0T],
    [.s0W, .b0W], [.s0T, .b0T], [.s0W, .s0T, .b0W],
    [.s0W, .s1W], [.s0T, .s1T], [.s0W, .s0T, .s1T], [.s0T, .s1W, .s1T], [.s1T, .b0T], [.s1W, .b0W],
    [.s1W, .s1T, .b0T], [.s1T, .b0W, .b0T], [.b0T, .b1T], [.b0W, .b0T, .b1T], [.b0W, .b1W],
  ]

  private static let triples: [[ParserAtom]] = [
    [.s0T, .b0T, .b1T], [.s0T, .b0T, .b1T, .b2T], [.s1T, .s0T, .b0T], [.s2T, .s1T, .s0T, .b0T],
    [.s0W, .b0T, .b1T], [.s0T, .b0W, .b1T], [.s1T, .s0W, .b0T], [.s1W, .s0T, .b0T],
    [.s1T, .s0T, .b0W], [.s1T, .s0T, .b0T, .b1T], [.b0T, .b1T, .b2T, .b3T], [.b1W, .s0T, .b0T],
  ]

  private static let children: [[ParserAtom]] = [
    [.s0T, .s0lT, .b0T], [.s0T, .s0rT, .b0T], [.s0T, .b0T, .b0lT], [.s1T, .s0T, .s0lT],
    [.s1T, .s0T, .s0rT], [.s1T, .s1rT, .s0T], [.s1T, .s1lT, .s0T], [.s0T, .s0lT, .s0llT],
    [.s0T, .s0rT, .s0rrT], [.b0T, .b0lT, .b0llT],
    [.s0lW, .s0lR], [.s0rW, .s0rR], [.b0lW, .b0lR], [.s0T, .s0lW, .b0T], [.s1T, .s0T, .s0lW],
    [.s1W, .s0T, .s0lW], [.b0T, .b0lW, .s0T], [.s0W, .b0T, .b0lW],
  ]

  private static let relations: [[ParserAtom]] = [
    [.s0W, .s0lR], [.s0T, .s0lR], [.s0W, .s0rR], [.s0T, .s0rR], [.b0T, .b0lR], [.b0W, .b0lR],
    [.s1T, .s1rR], [.s1W, .s1rR], [.s0T, .s0lR, .s0rR], [.s0T, .b0T, .s0rR, .b0lR],
    [.s1T, .s0T, .s1rR, .s0rR], [.s1T, .s0T, .s1rR, .s0lR],
    [.s0T, .s0L], [.s0T, .s0S], [.s0W, .s0S], [.s0W, .s0L], [.b0T, .b0L], [.b0W, .b0L],
    [.s1T, .s1S], [.s1T, .s1S, .s0T], [.s1W, .s1S], [.s1T, .s1L],
  ]

  private static let distances: [[ParserAtom]] = [
    [.gap, .s0W], [.gap, .s0T], [.gap, .b0W], [.gap, .b0T], [.gap, .s0T, .b0T],
    [.gap, .s0W, .b0W], [.gap1, .s0T], [.gap1, .s1T], [.gap1, .s1T, .s0T], [.gap1, .s0W, .s1T],
    [.gap1, .s1W, .s0T],
  ]

  private static let valencies: [[ParserAtom]] = [
    [.s0W, .s0V], [.s0T, .s0V], [.b0T, .b0V], [.b0W, .b0V], [.s0T, .b0T, .s0V], [.s1T, .s1V],
    [.s1T, .s0T, .s1V],
  ]

  private static let spellings: [[ParserAtom]] = [
    [.s0E, .b0T], [.s0T, .b0E], [.s0E, .s1T], [.s1E, .s0T], [.s0T, .s0C, .b0T, .b0C],
    [.s1T, .s1C, .s0T, .s0C],
  ]

  private static let surroundings: [[ParserAtom]] = [
    [.s0T, .b0T, .between], [.s1T, .s0T, .between1], [.s0beforeT, .s0T, .b0T],
    [.s0afterT, .s0T, .b0T], [.b0beforeT, .b0T, .s0T], [.s1afterT, .s1T, .s0T],
    [.s1beforeT, .s1T, .s0T],
  ]

  /// Stems and affixes: what *menuduh* and *dituduh* share, and how they differ.
  private static let morphology: [[ParserAtom]] = [
    [.s0M, .b0T], [.s0T, .b0M], [.s0M, .s1T], [.s1M, .s0T], [.s0M, .b0M], [.s0M, .s1M],
    [.s0A, .s0T, .b0T], [.s0T, .b0A, .b0T], [.s0A, .s1A, .b0T], [.s1A, .s1T, .s0T],
    [.s0A, .b0A, .s0L, .b0L], [.s1A, .s1T, .s0T, .s1S], [.s0A, .s0T, .s0L, .s0S],
    [.s1A, .s1T, .s0lW], [.s1A, .s1L, .s1S, .s0T], [.b0A, .b0T, .s0T, .b0L],
  ]

  /// The style joined to templates in which the two Indonesian house styles differ.
  private static let styled: [[ParserAtom]] = [
    [.s0W, .style], [.s0T, .style], [.s0W, .s0T, .style], [.s1T, .style], [.b0W, .style],
    [.b0T, .style], [.s0T, .b0T, .style], [.s0W, .s1W, .style], [.s0T, .s1T, .style],
    [.s0W, .s0T, .s1T, .style], [.s0T, .s1W, .s1T, .style], [.s1T, .b0T, .style],
    [.s0T, .b0T, .b1T, .style], [.s1T, .s0T, .b0T, .style], [.s1T, .s0T, .s0lT, .style],
    [.s1T, .s0T, .s0rT, .style], [.s0lW, .s0lR, .style], [.s1T, .s0T, .s0lW, .style],
    [.s1A, .s0T, .s0lW, .style], [.gap1, .s1T, .s0T, .style],
  ]
}
