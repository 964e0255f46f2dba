import Ontology

/// The article in a web page: its main text, and what its head tells of title, day and publisher.
///
/// The main text is that of the paragraphs within `<article>` or `<main>` where there is one, else of
/// all paragraphs; what stands in navigation, asides, forms and footers is left out, and so is a
/// paragraph most of which is links.
enum WebPage {
  /// Reads the article of a page.
  static func read(_ source: ByteSource) -> Result<Article, IngestError> {
    Result { () throws(IngestError) in
      var scan = PageScan()
      for token in MarkupTokenizer(try source.text(), isXML: false) { scan.take(token) }
      scan.finish()
      var draft = ArticleDraft(path: source.path, line: 0, stem: source.stem)
      draft.title = scan.title
      draft.published = scan.published
      draft.publisher = scan.meta["og:site_name"]
      draft.language = scan.language.flatMap(ArticleDraft.language)
      draft.url = scan.url
      draft.text = scan.mainText
      return try draft.article()
    }
  }

  /// The text of a fragment of HTML, one paragraph a line: what feeds carry.
  static func text(ofFragment fragment: String) -> String {
    var scan = PageScan()
    scan.take(.open("p", [:]))
    for token in MarkupTokenizer(fragment, isXML: false) { scan.take(token) }
    scan.finish()
    return scan.mainText
  }
}

/// What was read off a page so far.
private struct PageScan {
  private struct Paragraph {
    var text = ""
    var linked = 0
    var isInArticle: Bool
  }

  private static let left: Set = [
    "nav", "header", "footer", "aside", "form", "script", "style", "noscript", "figure", "button",
    "select", "template", "svg", "iframe",
  ]
  private static let articles: Set = ["article", "main"]
  private static let paragraphs: Set = ["p", "blockquote", "li"]
  private static let blocks: Set = [
    "p", "blockquote", "li", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "table", "tr", "td", "th", "body",
  ]
  private static let empty: Set = ["br", "hr", "img", "input", "meta", "link", "wbr", "source"]

  private(set) var meta: [String: String] = [:]
  private(set) var language: String?
  private var canonical: String?
  private var headTitle = ""
  private var heading = ""
  private var time: String?

  /// How many elements are open whose content is left out, that hold the article, and of links.
  private var leftDepth = 0
  private var articleDepth = 0
  private var linkDepth = 0
  private var isInHeadTitle = false
  private var isInHeading = false
  private var open: Paragraph?
  private var done: [Paragraph] = []

  var title: String? {
    let candidates = [meta["og:title"] ?? "", heading, headTitle].map(Self.folded)
    return candidates.first { !$0.isEmpty }
  }

  var published: Day? {
    let names = ["article:published_time", "datepublished", "date", "pubdate", "dc.date.issued"]
    let candidates = names.compactMap { meta[$0] } + [time].compactMap { $0 }
    return candidates.lazy.compactMap(PublicationDate.day).first
  }

  var url: String? { canonical ?? meta["og:url"] }

  /// The paragraphs of the article, one a line.
  var mainText: String {
    let text = done.filter { paragraph in
      2 * paragraph.linked <= paragraph.text.count
    }
    let within = text.filter(\.isInArticle)
    return (within.isEmpty ? text : within).map(\.text).joined(separator: "\n")
  }

  mutating func take(_ token: MarkupToken) {
    switch token {
    case .open(let name, let attributes): begin(name, attributes)
    case .close(let name): end(name)
    case .text(let text): add(text)
    }
  }

  mutating func finish() { closeParagraph() }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "html": language = attributes["lang"] ?? language
    case "meta": takeMeta(attributes)
    case "link" where attributes["rel"] == "canonical": canonical = attributes["href"]
    case "time": time = time ?? attributes["datetime"]
    case "title": isInHeadTitle = true
    case "h1": isInHeading = heading.isEmpty
    case "br": add("\n")
    case "a": linkDepth += 1
    default: break
    }
    if Self.left.contains(name) { leftDepth += 1 }
    if Self.articles.contains(name) { articleDepth += 1 }
    if Self.blocks.contains(name) { closeParagraph() }
    if Self.paragraphs.contains(name), leftDepth == 0 {
      open = Paragraph(isInArticle: articleDepth > 0)
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "title": isInHeadTitle = false
    case "h1": isInHeading = false
    case "a": linkDepth = max(0, linkDepth - 1)
    default: break
    }
    if Self.left.contains(name) { leftDepth = max(0, leftDepth - 1) }
    if Self.articles.contains(name) { articleDepth = max(0, articleDepth - 1) }
    if Self.blocks.contains(name) { closeParagraph() }
  }

  private mutating func add(_ text: String) {
    if isInHeadTitle { headTitle += text }
    if isInHeading { heading += text }
    guard leftDepth == 0 else { return }
    open?.text += text
    if linkDepth > 0 { open?.linked += text.count }
  }

  private mutating func takeMeta(_ attributes: [String: String]) {
    let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? ""
    guard let content = attributes["content"], !name.isEmpty else { return }
    meta[name.lowercased()] = meta[name.lowercased()] ?? content
  }

  private mutating func closeParagraph() {
    if var paragraph = open {
      paragraph.text = Self.folded(paragraph.text)
      if !paragraph.text.isEmpty { done.append(paragraph) }
    }
    open = nil
  }

  /// The text with every run of white space as one space.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
