import Ontology

/// The entries of an RSS or Atom feed, one article each.
///
/// The text of an entry is its full content where the feed carries it, else its summary.
enum Feed {
  /// Reads all entries of a feed.
  static func read(_ source: ByteSource) -> [Result<Article, IngestError>] {
    let text: String
    do throws(IngestError) {
      text = try source.text()
    } catch {
      return [.failure(error)]
    }
    var scan = FeedScan()
    for token in MarkupTokenizer(text, isXML: true) { scan.take(token) }
    guard !scan.entries.isEmpty else {
      let problem = "neither an RSS nor an Atom feed with entries"
      return [.failure(.malformed(path: source.path, line: 0, problem: problem))]
    }
    return scan.entries.enumerated().map { number, fields in
      article(of: fields, number: number + 1, channel: scan.channel, source: source)
    }
  }

  private static func article(
    of fields: [String: String], number: Int, channel: [String: String], source: ByteSource
  ) -> Result<Article, IngestError> {
    Result { () throws(IngestError) in
      let content = fields["content:encoded"] ?? fields["content"] ?? ""
      let summary = fields["description"] ?? fields["summary"] ?? ""
      let text = WebPage.text(ofFragment: content.isEmpty ? summary : content)
      let place = "\(source.path), entry \(number)"
      var draft = ArticleDraft(path: place, line: 0, stem: source.stem)
      try draft.set("title", to: clean(fields["title"]))
      try draft.set("url", to: clean(fields["link"]))
      try draft.set("publisher", to: clean(channel["title"]))
      try draft.set("language", to: clean(channel["language"]))
      let days = ["pubdate", "published", "dc:date", "updated"].compactMap { fields[$0] }
      try draft.set("published", to: days.first ?? "")
      draft.text = text
      return try draft.article()
    }
  }

  private static func clean(_ text: String?) -> String { String((text ?? "").trimmed) }
}

/// What was read off a feed so far: the named texts of the channel and of each entry.
private struct FeedScan {
  private(set) var channel: [String: String] = [:]
  private(set) var entries: [[String: String]] = []
  private var path: [String] = []
  private var isInEntry = false

  mutating func take(_ token: MarkupToken) {
    switch token {
    case .open(let name, let attributes): begin(name, attributes)
    case .close(let name): end(name)
    case .text(let text): add(text, to: isInEntry ? path.dropFirst().first : path.last)
    }
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    if name == "item" || name == "entry" {
      isInEntry = true
      entries.append([:])
      path = []
    }
    path.append(name)
    let relation = attributes["rel"] ?? "alternate"
    if name == "link", relation == "alternate", let address = attributes["href"] {
      add(address, to: name)
    }
    if name == "feed" || name == "channel", let language = attributes["xml:lang"] {
      channel["language"] = language
    }
  }

  private mutating func end(_ name: String) {
    if name == "item" || name == "entry" { isInEntry = false }
    if let index = path.lastIndex(of: name) { path.removeSubrange(index...) }
  }

  private mutating func add(_ text: String, to name: String?) {
    guard let name else { return }
    if isInEntry {
      entries[entries.count - 1][name, default: ""] += text
    } else if !path.contains("image") {
      channel[name, default: ""] += text
    }
  }
}
