import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("What of a page is its article")
struct ArticleSelectionTests {
  private static let words =
    "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets that day. "
  private static let prose = "<p>\(words)\(words)</p><p>\(words)\(words)\(words)</p><p>\(words)\(words)</p>"

  private func lines(_ article: Article) -> [String] {
    article.body.blocks.map { article.body.string($0.range) }
  }

  @Test("A standfirst in a header of its own stays, the headline and the byline do not")
  func standfirst() {
    let article = readPage(
      """
      <html><head><title>The ferry that nobody saw</title></head><body><header class=site-header>Quay News</header>
      <article><header><h1>The ferry that nobody saw</h1>
      <p class=standfirst>A boat has crossed the bay each morning for forty years, and the town has stopped looking.</p>
      <p class=byline>By Lena Okafor</p></header><div class=article-body>\(Self.prose)</div></article></body></html>
      """)
    #expect(lines(article).first?.hasPrefix("A boat has crossed") ?? false)
    #expect(!lines(article).contains { $0.contains("Okafor") || $0.contains("nobody saw") })
    #expect(article.body.blocks.count == 4)
  }

  @Test("A pull quote is set aside as repeated; a quotation of others stays")
  func pullQuote() {
    let article = readPage(
      """
      <body><article><h1>Ferries</h1>\(Self.prose)<blockquote class=pullquote>“nobody on the pier looked up from their nets”</blockquote>
      <p>\(Self.words)\(Self.words)</p><blockquote><p>The tide asks nobody for leave, said the old pilot's log in nineteen hundred.</p></blockquote>
      <p>\(Self.words)\(Self.words)</p></article></body>
      """)
    #expect(article.boilerplate.contains { $0.evidence.rule == "boilerplate.repetition" })
    #expect(lines(article).contains { $0.hasPrefix("The tide asks") })
  }

  @Test("The next article of an endless page is left out")
  func nextArticle() {
    let other = Self.prose.split(separator: "ferry").joined(separator: "tram")
    let article = readPage(
      """
      <html><head><title>Ferries at dawn</title></head><body><main>
      <article><h1>Ferries at dawn</h1>\(Self.prose)\(Self.prose)</article>
      <article><h1>Trams at dusk</h1>\(other)\(other)</article></main></body></html>
      """)
    #expect(article.title == "Ferries at dawn")
    #expect(!article.body.string.contains("tram"))
    #expect(article.boilerplate.contains { $0.text.contains("tram") })
  }

  @Test(
    "A page with text never gives an empty article",
    arguments: [
      "<body><nav>Only a menu here</nav></body>",
      "<body><div hidden><p>\(words)</p><p>\(words)</p></div></body>",
      "<body><a href=a>One</a><a href=b>Two</a></body>", "<body><form><label>Your name</label></form></body>",
      "<body><noscript><p>\(words)</p>\(prose)</noscript></body>", "<p>word",
      "<body><footer>Printed on Thursdays</footer></body>",
    ])
  func neverEmpty(html: String) {
    #expect(!readPage(html).body.blocks.isEmpty)
  }

  @Test("Falling back is told")
  func note() {
    let article = readPage("<body><nav><a href=a>Only</a> <a href=b>links</a></nav></body>")
    #expect(article.diagnostics.contains { $0.message.hasPrefix("No article was found") })
  }

  @Test("The text that a page only states for machines is the article when it shows little")
  func statedBody() {
    let body = Array(repeating: Self.words, count: 8).joined(separator: "\\n")
    let article = readPage(
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferries\",\"articleBody\":\"\(body)\"}</script>"
        + "</head><body><div id=app>Loading</div></body></html>")
    #expect(article.body.blocks.count == 8)
    #expect(article.diagnostics.contains { $0.message.contains("data for machines") })
  }

  @Test("Every character that a page shows is in the article, the boilerplate, the comments or the title")
  func nothingIsLost() {
    let article = readPage(
      """
      <body><div class=topbar>alpha</div><nav><a href=x>bravo</a></nav><article><h1>Ferries</h1>\(Self.prose)
      <div class=share>charlie</div><p>\(Self.words)</p></article><div>delta <a href=y>echo</a></div><footer>foxtrot</footer></body>
      """)
    let everything = article.body.string + article.boilerplate.map(\.text).joined(separator: " ")
    for word in ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"] {
      #expect(everything.contains(word))
    }
  }

  @Test("Class names are read at their seams")
  func classWords() {
    for name in ["entry-content", "entryContent", "entrycontent", "post entry_content wide"] {
      var evidence = ClassEvidence()
      Array(name.utf8).withUnsafeBufferPointer { evidence.add($0) }
      #expect(evidence.traits.contains(.strong), "\(name)")
    }
    for name in ["overflow-hidden", "md:grid", "", "x1y2"] {
      var evidence = ClassEvidence()
      Array(name.utf8).withUnsafeBufferPointer { evidence.add($0) }
      #expect(evidence.traits.isDisjoint(with: [.junk, .comments, .strong]), "\(name)")
    }
  }

  @Test("Characters of any script are counted, and sentence ends seen")
  func statistics() {
    func count(_ text: String) -> TextStatistics {
      var statistics = TextStatistics()
      Array(text.utf8).withUnsafeBufferPointer { statistics.add($0) }
      return statistics
    }
    #expect(count("Two words.").length == 9)
    #expect(count("Two words.").words == 2)
    #expect(count("Two words.").endsSentence)
    #expect(count("No end, here").commas == 1)
    #expect(!count("No end, here").endsSentence)
    #expect(count("船が出た。").endsSentence)
    #expect(count("船が出た。").length == 9)
    #expect(count("Судно ушло!").words == 2)
    #expect(count("„So ist es.“ ").endsSentence)
    #expect(count("\u{C2}").length <= 1)
  }

  @Test("A page of a hundred thousand blocks is read")
  func manyBlocks() {
    let article = readPage("<body><div>" + String(repeating: "<p>Some words stand here.", count: 100_000))
    #expect(article.body.blocks.count > 1)
  }
}
