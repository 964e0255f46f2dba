import Ingest
import Ontology
import Testing

private func articles(_ text: String, as name: String) -> [Result<Article, IngestError>] {
  var reader = ArticleReader([.bytes(Array(text.utf8), named: name)])
  var outcomes: [Result<Article, IngestError>] = []
  while let outcome = reader.next() { outcomes.append(outcome) }
  return outcomes
}

@Suite struct `Reading a web page` {
  static let page = """
    <!DOCTYPE html><html lang="id-ID"><head><title>Judul &amp; situs</title>
    <meta property="og:title" content="Judul &quot;asli&quot;">
    <meta property='article:published_time' content='2024-06-18T08:00:00+07:00'>
    <meta property="og:site_name" content=Kabar>
    <link rel="canonical" href="https://example.org/a?b=1&amp;c=2">
    <script>if (a < b) { document.write("<p>bukan teks</p>") }</script></head>
    <body><nav><ul><li>Beranda<li>Dunia</ul></nav><p>Di luar artikel.</p>
    <article><h1>Judul</h1><p>Rusia &mdash; kata juru bicara&#8217;nya &ndash; menolak
      <b>tuduhan</b>
    itu.<p>5 < 7 &unknown; tetap.</p><aside><p>Iklan</p></aside>
    <p><a href="x">Baca juga: yang lain</a></p><!-- <p>komentar</p> --></article>
    <footer><p>Hak cipta</p></footer></body></html>
    """

  @Test func `takes the article's paragraphs and leaves the rest of the page`() throws {
    let article = try #require(articles(Self.page, as: "a.html").first).get()
    #expect(
      article.text
        == "Rusia — kata juru bicara’nya – menolak tuduhan itu.\n5 < 7 &unknown; tetap.")
  }

  @Test func `takes title, day, publisher, language and address from the head`() throws {
    let article = try #require(articles(Self.page, as: "a.html").first).get()
    #expect(article.title == "Judul \"asli\"")
    #expect(article.published == Day("2024-06-18"))
    #expect(article.publisher == "Kabar")
    #expect(article.language == "id")
    #expect(article.url == "https://example.org/a?b=1&c=2")
  }

  @Test(arguments: [
    "<html><body><nav><p>Menu</p></nav></body></html>", "<", "<p", "<p a=", "<!--", "<script>x",
    "<p>&#x110000;&#;</p", "</p></article></nav>",
  ])
  func `survives a page without text or with broken markup`(page: String) {
    let outcomes = articles(page, as: "a.html")
    #expect(outcomes.count == 1)
    if case .failure(let problem)? = outcomes.first {
      #expect(problem == .emptyArticle(path: "a.html", line: 0))
    }
  }
}

@Suite struct `Reading a feed` {
  @Test func `takes the entries of RSS with the channel as publisher`() throws {
    let feed = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Dunia</title>
      <language>id</language><image><title>logo</title></image>
      <item><title>Satu</title><link>https://example.org/1</link>
      <pubDate>Tue, 18 Jun 2024 08:00:00 +0700</pubDate>
      <description><![CDATA[<p>Rusia <b>mendukung</b> Korut.</p>]]></description></item>
      <item><title>Dua</title><description>AS menuduh &lt;i&gt;Korut&lt;/i&gt;.</description></item>
      </channel></rss>
      """
    let entries = try articles(feed, as: "f.xml").map { try $0.get() }
    #expect(entries.map(\.text) == ["Rusia mendukung Korut.", "AS menuduh Korut."])
    #expect(entries.map(\.title) == ["Satu", "Dua"])
    #expect(entries.allSatisfy { $0.publisher == "Kabar Dunia" && $0.language == "id" })
    #expect(entries[0].published == Day("2024-06-18"))
    #expect(entries[0].url == "https://example.org/1")
    #expect(entries[0].id != entries[1].id)
  }

  @Test func `takes the entries of Atom`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>World</title>
      <entry><title>One</title><link rel="self" href="https://example.org/self"/>
      <link href="https://example.org/1"/><published>2024-06-18T08:00:00Z</published>
      <content type="xhtml"><div><p>Russia backs DPRK.</p></div></content></entry></feed>
      """
    let entry = try #require(articles(feed, as: "f.atom").first).get()
    #expect(entry.text == "Russia backs DPRK.")
    #expect(entry.url == "https://example.org/1")
    #expect(entry.published == Day("2024-06-18"))
    #expect(entry.language == "en")
  }

  @Test func `says that a file is no feed`() {
    let problem = "neither an RSS nor an Atom feed with entries"
    #expect(
      articles("<config/>", as: "f.xml")
        == [.failure(.malformed(path: "f.xml", line: 0, problem: problem))])
  }
}
