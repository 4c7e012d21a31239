import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("Small things that articles hold")
struct PageRepairTests {
  private static let words =
    "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets. "

  private func body(_ middle: String) -> [String] {
    let paragraph = "<p>\(Self.words)\(Self.words)</p>"
    let article = readPage(
      "<html><body><article><h1>Boats</h1>\(paragraph)\(middle)\(paragraph)</article></body></html>")
    expectSound(article.body)
    return Array(dump(article.body).dropFirst().dropLast())
  }

  @Test("A mark of a note stands in brackets, and the way back from the note is left out")
  func notes() {
    let text = body(
      "<p>The fleet has 412 boats<sup><a href='#fn1'>3</a></sup> and a harbour of its own, says the board.</p>"
        + "<ol><li id=fn1>Counted by hand in the spring of that year. <a href='#r1' class=footnote-backref>↩</a></li></ol>"
    )
    #expect(text.first == "p The fleet has 412 boats[3] and a harbour of its own, says the board.")
    #expect(text.last == "li1 #1 Counted by hand in the spring of that year.")
  }

  @Test(
    "Raised numbers stay apart from what stands before them",
    arguments: [
      ("10<sup>6</sup> boats", "10⁶ boats"), ("40 m<sup>2</sup> of deck", "40 m² of deck"),
      ("10<sup>-3</sup> parts", "10⁻³ parts"), ("the 1<sup>st</sup> boat", "the 1st boat"),
      ("CO<sub>2</sub> from boats", "CO2 from boats"),
    ])
  func raised(markup: String, words: String) {
    let rest = " are what the harbour counted in spring, it says."
    let article = readPage(
      "<article><p>\(Self.words)\(Self.words)</p><p>\(markup)\(rest)</p><p>\(Self.words)\(Self.words)</p></article>"
    )
    let text = article.body.blocks.map { article.body.string($0.range) }
    #expect(text.contains(words + rest))
  }

  @Test("Code keeps its spaces and lines, without the numbers beside it")
  func code() {
    let text = body(
      "<table class=highlight><tr><td class=gutter><pre>1\n2</pre></td><td class=code><pre>if dawn {\n  leave()</pre></td>"
        + "</tr></table>")
    #expect(text == ["code if dawn {\n  leave()"])
  }

  @Test(
    "Posts of social networks are block quotations",
    arguments: [
      "<blockquote class=twitter-tweet><p>Nobody looked up.</p>— Bo Ek</blockquote>",
      "<div class=embedded-tweet><p>Nobody looked up.</p><p>— Bo Ek</p></div>",
      "<div class=fb-post><blockquote><p>Nobody looked up.</p><p>— Bo Ek</p></blockquote></div>",
    ])
  func posts(markup: String) {
    let text = body(markup)
    #expect(text.first == "q1 Nobody looked up.")
    #expect(text.allSatisfy { $0.hasPrefix("q1 ") })
  }

  @Test(
    "A list among paragraphs of the article is kept whole, however short its items are",
    arguments: [
      ("<p>Answer:</p><ol><li>Yes</li><li>No</li></ol>", ["p Answer:", "li1 #1 Yes", "li1 #2 No"]),
      (
        "<p>Steps:</p><ul><li>one</li><li>two<ul><li>nested <a href=https://quay.example/1>first link</a></li></ul></li></ul>",
        ["p Steps:", "li1 one", "li1 two", "li2 nested [link https://quay.example/1: first link]"]
      ),
      ("<ul><li>Rope</li><li>Net</li></ul>", ["li1 Rope", "li1 Net"]),
      (
        "<p>The pilot takes:</p><ol start=3><li>Tar</li><li>A lamp that burns for the whole night, and oil for it.</li></ol>",
        ["p The pilot takes:", "li1 #3 Tar", "li1 #4 A lamp that burns for the whole night, and oil for it."]
      ),
    ])
  func lists(markup: String, lines: [String]) {
    #expect(body(markup) == lines)
  }

  @Test(
    "A list of links, and one that is called something else, is not brought back",
    arguments: [
      "<p>More:</p><ul><li><a href=/a>Tar</a></li><li><a href=/b>Rope</a></li><li><a href=/c>Nets</a></li></ul>",
      "<ul class=share-buttons><li>Post</li><li>Send</li></ul>",
      "<nav><ul><li>Boats</li><li>Quays</li></ul></nav>",
    ])
  func foreignLists(markup: String) {
    #expect(!body(markup).contains { $0.hasPrefix("li") })
  }

  @Test(
    "Items keep the numbers of their source",
    arguments: [
      ("<ol><li><nav><a href=/a>Menu</a></nav></li><li>\(words)</li></ol>", ["li1 #2 \(words)"]),
      ("<ol><li></li><li>\(words)</li></ol>", ["li1 #2 \(words)"]),
      (
        "<ol><li>\(words)<li value=7>\(words)<li>\(words)</ol>",
        ["li1 #1 \(words)", "li1 #7 \(words)", "li1 #8 \(words)"]
      ),
      ("<ol start=9223372036854775807><li>\(words)</ol>", ["li1 #1 \(words)"]),
    ])
  func numbers(markup: String, lines: [String]) {
    #expect(body(markup) == lines.map { String($0.dropLast()) })
  }

  @Test(
    "The paragraph that closes the article's element stays without a full stop",
    arguments: [
      ("<p>No. 13 was the last boat with an ENGINE</p>", true),
      ("<p>No. 13 was the <a href=/13>last boat</a> with an ENGINE</p>", false),
      ("<p class=credit>No. 13 was the last boat with an ENGINE</p>", false),
      ("<div><p>No. 13 was the last boat with an ENGINE</p></div>", false),
      ("<p>No. 13</p>", false),
    ])
  func closing(markup: String, isKept: Bool) {
    let paragraphs = String(
      repeating: "<p>" + String(repeating: Self.words, count: 6) + "</p>", count: 10)
    let article = readPage("<body><article><h1>Boats</h1>\(paragraphs)\(markup)</article></body>")
    #expect(article.body.blocks.count == (isKept ? 11 : 10))
  }

  @Test("The labels of a chart are no part of the article")
  func charts() {
    #expect(
      body("<div class=highcharts-container><span>2019</span><span>2020</span><p>Boats</p></div>") == [])
  }

  @Test("The caption of a table stands before it")
  func tableCaption() {
    let text = body(
      "<table><caption>Boats by year</caption><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td>412</td></tr></table>"
    )
    #expect(text == ["p Boats by year", "table(1) Year|Boats / 2019|412"])
  }

  @Test("Pictures of accelerated mobile pages are pictures")
  func mobilePictures() {
    #expect(
      body("<amp-img src='https://quay.example/a.jpg' alt='A boat' width=600 height=400></amp-img>")
        == ["picture https://quay.example/a.jpg {A boat} "])
  }

  @Test(
    "Words that only the data for scripts holds are found whatever its members are called",
    arguments: [
      "<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"page\":{\"slug\":\"/boats\",\"bodyHtml\":\"<p>WORDS</p><p>END</p>\","
        + "\"teaser\":\"A short word about the boats of the harbour.\"}}}</script>",
      "<script>window.__INITIAL_STATE__ = {\"a\":[1,2],\"story\":{\"blocks\":[{\"t\":\"p\",\"v\":\"WORDS\"},{\"t\":\"p\",\"v\":\"END\"}]}};"
        + "</script>",
      "<script>self.__next_f.push([1,\"5:[\\\"$\\\",\\\"p\\\",null,{\\\"children\\\":\\\"WORDS\\\"}]\"])</script>"
        + "<script>self.__next_f.push([1,\"6:[\\\"$\\\",\\\"p\\\",null,{\\\"children\\\":\\\"END\\\"}]\"])</script>",
    ])
  func states(script: String) {
    let long = String(repeating: Self.words, count: 12)
    let end = "The nets were empty when the ferry came back in the evening, and so was the pier."
    let page =
      "<html><body><div id=root></div>"
      + script.replacing("WORDS", with: long).replacing("END", with: end) + "</body></html>"
    let article = readPage(page)
    let text = article.body.blocks.map { article.body.string($0.range) }
    #expect(text.count == 2)
    #expect(text.first?.hasPrefix("The ferry left the quay") ?? false)
    #expect(text.last == end)
    #expect(article.diagnostics.count == 1)
  }

  @Test("Settings and code in scripts are no article")
  func noStates() {
    let setting = "\"message\":\"Please accept our rules before you go on to the page.\","
    let article = readPage(
      "<html><body><p>Boats.</p><script>var c = {\"messages\":{\(String(repeating: setting, count: 40))\"x\":1}}</script></body></html>"
    )
    #expect(article.body.string == "Boats.")
  }

  @Test(
    "A save of a browser's reader view keeps title, byline and words, without the time that reading takes")
  func readerView() {
    let article = readPage(
      "<html><head><title>Boats leave early</title></head><body><div class=container><div class='header reader-header'>"
        + "<a class='domain reader-domain' href='https://quay.example/'>quay.example</a>"
        + "<h1 class=reader-title>Boats leave early</h1><div class='credits reader-credits'>Lena Okafor</div>"
        + "<div class=meta-data><div class=reader-estimated-time>4 minutes</div></div></div><hr><div class=content>"
        + "<div class=moz-reader-content><div id=readability-page-1 class=page><p>\(Self.words)\(Self.words)</p>"
        + "<p>\(Self.words)\(Self.words)</p></div></div></div></div></body></html>")
    #expect(article.title == "Boats leave early")
    #expect(article.byline == "Lena Okafor")
    #expect(article.body.blocks.count == 2)
  }

  @Test("A page without words shows its summary of itself, and says so")
  func summary() {
    let article = readPage(
      "<meta name=description content='All about boats in harbours.'><div id=root></div>")
    #expect(article.body.string == "All about boats in harbours.")
    #expect(article.diagnostics.map(\.severity) == [.warning])
  }
}
