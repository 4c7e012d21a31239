import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("Metadata of pages")
struct MetadataTests {
  private static let words =
    "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets. "

  private func page(head: String = "", top: String = "", bottom: String = "", lang: String = "en") -> Article
  {
    readPage(
      "<!doctype html><html lang=\(lang)><head>\(head)</head><body><article>\(top)<p>\(Self.words)\(Self.words)</p>"
        + "<p>\(Self.words)\(Self.words)</p>\(bottom)</article></body></html>")
  }

  @Test(
    "Days are read as publications of many countries print them",
    arguments: [
      ("Posted on August 10, 2016 at noon", "2016-08-10"), ("10 August 2016", "2016-08-10"),
      ("10. August 2016, 8 Uhr", "2016-08-10"), ("Publié le 1er août 2016", "2016-08-01"),
      ("10 de agosto de 2016", "2016-08-10"), ("10 agosto 2016", "2016-08-10"),
      ("10 sierpnia 2016", "2016-08-10"), ("10 Августа 2016 г.", "2016-08-10"),
      ("10 Αυγούστου 2016", "2016-08-10"), ("2016年8月10日", "2016-08-10"), ("2016년 8월 10일", "2016-08-10"),
      ("10.08.2016", "2016-08-10"), ("10.08.16", "2016-08-10"), ("2016/08/10", "2016-08-10"),
      ("Sept. 3rd, 2014", "2014-09-03"), ("8/10/2016", "2016-08-10"), ("25/10/2016", "2016-10-25"),
      ("10-Aug-16", "2016-08-10"), ("20160810", "2016-08-10"),
    ])
  func days(text: String, day: String) {
    #expect(DateText.first(in: text.utf8, isMonthFirst: true)?.day.iso8601 == day)
  }

  @Test(
    "What is no day gives none",
    arguments: [
      "August 2016", "10 August", "2016-13-40", "1.2.3.4", "version 10.0.16299", "call 555 10 2016",
      "31 February 2016",
      "", "room 2016", "may be 10",
    ])
  func noDays(text: String) {
    #expect(DateText.first(in: text.utf8, isMonthFirst: true) == nil)
  }

  @Test("A day in figures follows the order of the page's language")
  func order() {
    #expect(
      page(top: "<h1>Boats</h1><time>04/05/2020</time>", lang: "en-US").published?.iso8601 == "2020-04-05")
    #expect(
      page(top: "<h1>Boats</h1><time>04/05/2020</time>", lang: "en-GB").published?.iso8601 == "2020-05-04")
    #expect(page(top: "<h1>Boote</h1><time>04/05/2020</time>", lang: "de").published?.iso8601 == "2020-05-04")
  }

  @Test("The day of publication is the one that its own place had")
  func localDay() {
    let article = page(
      head: "<meta property='article:published_time' content='2021-03-04T23:30:00-05:00'>")
    #expect(article.published?.iso8601 == "2021-03-04")
  }

  @Test("The day in the address counts when the page prints none, the latest change only at last")
  func lastResorts() {
    let modified = "<meta property='article:modified_time' content='2022-02-02T10:00:00Z'>"
    let address = "<link rel=canonical href='https://quay.example/2021/11/30/boats'>"
    #expect(page(head: modified + address).published?.iso8601 == "2021-11-30")
    #expect(page(head: modified).published?.iso8601 == "2022-02-02T10:00:00Z")
    #expect(page().published == nil)
  }

  @Test(
    "A byline gives the names of people",
    arguments: [
      ("By Lena Okafor", ["Lena Okafor"]), ("Von Lena Okafor und Bo Ek", ["Lena Okafor", "Bo Ek"]),
      ("Lena Okafor, Senior Editor", ["Lena Okafor"]), ("ByLena Okafor", ["Lena Okafor"]),
      ("Lena Okafor | Quay News", ["Lena Okafor"]),
      ("By Lena Okafor & Bo Ek, Quay News", ["Lena Okafor", "Bo Ek"]),
      ("Posted by Lena van der Berg", ["Lena van der Berg"]), ("著者 山田太郎", ["著者 山田太郎"]),
    ])
  func bylines(text: String, names: [String]) {
    let reader = NameText(siteNames: [PageTitle.folded("Quay News")])
    #expect(reader.names(in: text, isFirm: false) == names)
  }

  @Test(
    "What names nobody gives no byline",
    arguments: [
      "Admin", "Quay News", "By staff", "lena@quay.example", "https://quay.example", "12 minutes",
      "Read more", "",
    ])
  func noBylines(text: String) {
    let reader = NameText(siteNames: [PageTitle.folded("Quay News")])
    #expect(reader.names(in: text, isFirm: true).isEmpty)
  }

  @Test("Organisations and commenters are no authors")
  func notAuthors() {
    let linked = """
      <script type="application/ld+json">{"@type":"Article","headline":"Boats","author":{"@type":"Organization",
      "name":"Harbour Board"},"comment":[{"@type":"Comment","author":{"@type":"Person","name":"Uma Reed"}}]}</script>
      """
    #expect(page(head: linked).byline == nil)
    #expect(
      page(head: linked, top: "<h1>Boats</h1><p class=byline>By Lena Okafor</p>").byline == "Lena Okafor")
  }

  @Test("An author that JSON-LD only refers to is looked up")
  func referredAuthor() {
    let article = page(
      head: """
        <script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p1"}},
        {"@type":"Person","@id":"#p1","name":"Lena Okafor"}]}</script>
        """)
    #expect(article.byline == "Lena Okafor")
  }

  @Test(
    "The title is the heading that the page's statements confirm",
    arguments: [
      (
        "<title>Fewer boats this year | Quay News</title>",
        "<h1>Quay News</h1><h1>Fewer boats this year</h1>", "Fewer boats this year"
      ),
      (
        "<meta property='og:title' content='Why boats leave the harbour early'>",
        "<h1>Why so many boats leave the harbour early</h1>", "Why so many boats leave the harbour early"
      ),
      (
        "<meta property='og:title' content='Fewer boats in the harbour this year'>",
        "<h1><span>Fishing</span> Fewer boats in the harbour this year</h1>",
        "Fewer boats in the harbour this year"
      ),
      (
        "<title>Fewer boats this year - Quay News</title><meta property='og:site_name' content='Quay News'>",
        "<h1>Latest</h1>", "Fewer boats this year"
      ),
    ])
  func titles(head: String, top: String, title: String) {
    #expect(page(head: head, top: top).title == title)
  }
}
