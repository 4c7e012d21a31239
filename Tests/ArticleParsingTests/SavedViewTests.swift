import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("Pages saved from special views")
struct SavedViewTests {
  private static let sentence =
    "There are boats in the harbour, and most of them are green, because the paint was cheap in the spring of that year."

  @Test("The view of a page's source is read as the page, from Firefox and from Chromium")
  func viewSource() {
    let firefox = readPage(
      """
      <html><head><title>https://slipway.example/post</title><link rel="stylesheet" href="viewsource.css"></head>
      <body id="viewsource" class="highlight"><pre id="line1">&lt;<span>!DOCTYPE html</span>&gt;
      <span id="line2"></span>&lt;<span class="start-tag">title</span>&gt;<span>Green boats</span>&lt;/title&gt;
      &lt;article&gt;&lt;h1&gt;Green boats&lt;/h1&gt;&lt;<span class="start-tag">p</span>&gt;<span>\(Self.sentence)</span>&lt;/p&gt;
      </pre></body></html>
      """)
    #expect(firefox.title == "Green boats")
    #expect(dump(firefox.body) == ["p " + Self.sentence])
    let lines = [
      "<!DOCTYPE html>", "<title>Green boats</title>", "<article><h1>Green boats</h1>",
      "<p>\(Self.sentence)</p>",
    ]
    let rows = lines.enumerated().map { index, line in
      let escaped = line.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
      return
        "<tr><td class=\"line-number\" value=\"\(index + 1)\"></td><td class=\"line-content\"><span>\(escaped)</span></td></tr>"
    }
    let chromium = readPage("<html><body><table><tbody>\(rows.joined())</tbody></table></body></html>")
    #expect(chromium.title == "Green boats")
    #expect(dump(chromium.body) == ["p " + Self.sentence])
  }

  @Test("A page with tables and code is no view of a source")
  func noView() {
    let page = readPage(
      "<title>T</title><article><table><tr><td>1</td><td>2</td></tr></table><pre>&lt;p&gt;x</pre><p>\(Self.sentence)</p></article>"
    )
    #expect(page.body.string.contains(Self.sentence))
    #expect(page.title == "T")
  }

  @Test("A reader view keeps everything that it shows, with title, author and site")
  func readerView() {
    let page = readPage(
      """
      <html><head><title>Green boats</title></head><body><div class="container"><div class="header reader-header">
      <a class="domain reader-domain" href="https://slipway.example/post">slipway.example</a>
      <h1 class="reader-title">Green boats</h1><div class="credits reader-credits">Orla Quenby</div>
      <div class="meta-data"><div class="reader-estimated-time">5 minutes</div></div></div><hr>
      <div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page"><div>
      <p>\(Self.sentence)</p><ul><li>one</li></ul></div></div></div></div></div></body></html>
      """)
    #expect(page.title == "Green boats")
    #expect(page.byline == "Orla Quenby")
    #expect(page.site == "slipway.example")
    #expect(dump(page.body) == ["p " + Self.sentence, "li1 one"])
  }

  @Test("Pictures of pages made with AMP are pictures")
  func amp() {
    let page = readPage(
      """
      <!doctype html><html amp><head><title>Green boats</title></head><body><main><h1>Green boats</h1>
      <amp-img src="/boat.jpg" width="600" height="400" alt="A boat"><noscript><img src="/boat.jpg" alt="A boat"></noscript></amp-img>
      <p>\(Self.sentence)</p>
      <figure><amp-img src="/b2.jpg" width="600" height="400" alt="Another"></amp-img><figcaption>Another boat</figcaption></figure>
      <p>\(Self.sentence)</p></main></body></html>
      """)
    #expect(
      dump(page.body) == [
        "picture /boat.jpg {A boat} ", "p " + Self.sentence, "picture /b2.jpg {Another} Another boat",
        "p " + Self.sentence,
      ])
  }
}
