import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Articles out of pages")
struct ExtractionTests {
  private let filler =
    "The harbour office counted the boats again, and again the number was lower than the year before. "

  private func page(_ body: String, head: String = "") -> String {
    """
    <!doctype html><html lang="en-GB"><head>\(head)</head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <div class="layout"><article>\(body)</article>
    <aside class="related">Read also: nothing</aside></div>
    <footer>All rights kept</footer></body></html>
    """
  }

  @Test("Title, byline, site, date and language are found")
  func metadata() {
    let article = readPage(
      page(
        "<h1>Fewer boats in the harbour</h1><p class=byline>By Lena Okafor</p>"
          + "<time datetime='2021-04-02T08:00:00Z'>2 April</time><p>\(filler)\(filler)</p>",
        head:
          "<title>Fewer boats in the harbour | Quay News</title><meta property='og:site_name' content='Quay News'>"
      ))
    #expect(article.title == "Fewer boats in the harbour")
    #expect(article.byline == "Lena Okafor")
    #expect(article.site == "Quay News")
    #expect(article.published?.iso8601 == "2021-04-02T08:00:00Z")
    #expect(article.publishedText == "2 April")
    #expect(article.language == "en-GB")
  }

  @Test("JSON-LD is believed before markup")
  func linkedData() {
    let article = readPage(
      page(
        "<p>\(filler)</p>",
        head: """
          <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"On \\u201cboats\\u201d",
          "datePublished":"2020-01-05","author":[{"@type":"Person","name":"Ada Lin","worksFor":{"name":"No"}},{"name":"Bo Ek"}],
          "publisher":{"name":"Quay News"}}]}</script><meta name=author content="Someone Else">
          """))
    #expect(article.title == "On “boats”")
    #expect(article.byline == "Ada Lin, Bo Ek")
    #expect(article.site == "Quay News")
    #expect(article.published?.iso8601 == "2020-01-05")
  }

  @Test(
    "A title loses the name of the site",
    arguments: [
      ("Fewer boats this year - Quay News", "Quay News", "Fewer boats this year"),
      ("Quay News | Fewer boats this year", nil, "Fewer boats this year"),
      ("Boats – a history of loss", "Quay News", "Boats – a history of loss"),
    ])
  func titles(title: String, site: String?, expected: String) {
    let head =
      "<title>\(title)</title>" + (site.map { "<meta property='og:site_name' content='\($0)'>" } ?? "")
    #expect(readPage(page("<p>\(filler)</p>", head: head)).title == expected)
  }

  @Test("Everything an article is made of becomes blocks, with addresses made complete")
  func blocks() {
    let article = readPage(
      page(
        """
        <h2>Why</h2><p>\(filler)</p><p>An <em>old</em> <a href="../log?y=1">log</a> says <code>n = 4</code>.</p>
        <ul><li>one<ol start="4"><li>inner</li></ol></li><li>two</li></ul>
        <blockquote><p>So it is.</p></blockquote><pre>a
          b</pre><hr>
        <figure><img src="/boat.jpg" alt="A boat" width="800"><figcaption>The <b>last</b> boat</figcaption></figure>
        <p>Inline <img src="x.png" alt="A chart"> picture. <img src="/pixel.gif" width=1 height=1></p>
        <table><thead><tr><th>Year<th>Boats</thead><tr><td>2019<td>41<tr><td>2020<td>38</table>
        <table><tr><td><p>Laid out</p><ul><li>here</li></ul></td></tr></table>
        <p style="display: none">hidden</p><p hidden>hidden</p><script>hidden</script><p>\(filler)</p>
        """), location: .url("https://quay.example/news/2021/boats.html"))
    let clean = filler.split(separator: " ").joined(separator: " ")
    #expect(
      dump(article.body) == [
        "h2 Why", "p \(clean)",
        "p An [em: old] [link https://quay.example/news/2021/../log?y=1: log] says [code: n = 4].",
        "li1 one", "li2 #4 inner", "li1 two", "q1 So it is.", "code a\n  b", "divider",
        "picture https://quay.example/boat.jpg {A boat} The last boat", "p Inline picture.",
        "picture https://quay.example/news/2021/x.png {A chart} ", "table(1) Year|Boats / 2019|41 / 2020|38",
        "p Laid out",
        "li1 here", "p \(clean)",
      ])
    expectSound(article.body)
  }

  @Test("What is no article is set aside with the rule that did it, not lost")
  func boilerplate() {
    let article = readPage(
      page(
        "<p>\(filler)</p><div class='share-buttons'>Tell your friends</div><p>\(filler)</p><form><p>Your address</p></form>"
      ))
    #expect(article.body.blocks.count == 2)
    let aside = article.boilerplate.map {
      "\($0.evidence.rule) \($0.afterBlock.map(String.init) ?? "-") \($0.text)"
    }
    #expect(
      aside == [
        "boilerplate.nav - Home News", "boilerplate.share 0 Tell your friends",
        "boilerplate.form 1 Your address",
        "boilerplate.aside 1 Read also: nothing", "boilerplate.footer 1 All rights kept",
      ])
  }

  @Test("A page without any article element is found by where the words are")
  func noLandmarks() {
    let article = readPage(
      "<body><div><div><a href=a>Menu one</a><a href=b>Menu two</a></div><div><p>\(filler)</p><p>\(filler)</p>"
        + "<p>\(filler)</p></div></div>")
    #expect(article.body.blocks.count == 3)
  }

  @Test("Any bytes give a sound article")
  func anyBytes() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "<div class=comment>", "<li id=comment-1 class='comment depth-1'>", "<p>", "</p>", "<table><tr><td>",
      "</table>",
      "<figure><img src=a>", "<ul><li>", "</ul>", "<h1>", "<article>", "</article>", "<a href=b>", "</a>",
      "words and words ",
      "<time datetime=2020>", "&#x202E;", "\u{1B}[2J", "<svg><path/>", "<pre>",
      "<ol start=99999999999999999999>", "<li>", "ü",
      "<ol start=9223372036854775807><li>a<li>b", "<base href='//'>",
      "<script type=application/ld+json>{\"author\":[",
      "<select><option>", "<template>", "<frameset>", "<math><mi>", "<title>t",
    ]
    for _ in 0..<600 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<50, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        }
      }
      let article = readPage(bytes, location: .url("https://x.example"))
      expectSound(article.body)
      if let thread = article.thread { expectSound(thread) }
      for piece in article.boilerplate { #expect(piece.afterBlock ?? 0 <= article.body.blocks.count) }
    }
  }
}
