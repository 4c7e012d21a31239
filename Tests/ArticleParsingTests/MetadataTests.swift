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
      ("Wed Aug 10 13:45:00 CEST 2016", "2016-08-10"),
      ("Wed Aug 10 13:45:00 +0000 2016", "2016-08-10"), ("10 d'agost de 2016", "2016-08-10"),
      ("10 augusta 2016", "2016-08-10"), ("10 Agustus 2016", "2016-08-10"), ("10 أغسطس 2016", "2016-08-10"),
      ("10 באוגוסט 2016", "2016-08-10"), ("10 अगस्त 2016", "2016-08-10"),
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

  @Test(
    "A day printed at the headline counts before what is stated for machines, unless it is that of an update",
    arguments: [
      ("<h1>Boats</h1><p class=date>4 May 2021</p>", "2021-05-04"),
      ("<h1>Boats</h1><p>04.05.2021</p>", "2021-05-04"),
      ("<h1>Boats</h1><p class=date>Updated 4 May 2021</p>", "2021-03-04"),
      ("<h1>Boats</h1><p>Updated</p><time datetime='2021-05-04'>4 May</time>", "2021-03-04"),
      ("<h1>Boats</h1><p>The fair opens on 4 May 2021 and ends in June.</p>", "2021-03-04"),
      ("<h1>Boats</h1><time>5 March 2021</time>", "2021-03-05"),
      ("<h1>Boats</h1><p class=date>1 April 2021</p><p class=date>4 March 2021</p>", "2021-03-04"),
    ])
  func printedDays(top: String, day: String) {
    let article = page(
      head: "<meta property='article:published_time' content='2021-03-04T22:30:00Z'>", top: top)
    #expect((article.published?.iso8601.prefix(10)).map(String.init) == day)
  }

  @Test(
    "The day in an address is read in several forms, and settles which number is the month",
    arguments: [
      ("https://quay.example/2021/nov/30/boats", "", "2021-11-30"),
      (
        "https://quay.example/2021/november/3/boats", "<h1>Boats</h1><span class=date>03/11/2021</span>",
        "2021-11-03"
      ),
      ("https://quay.example/boats-20211130", "", "2021-11-30"),
      ("https://quay.example/2021/11/boats-30", "", ""),
    ])
  func daysInAddresses(address: String, top: String, day: String) {
    let article = page(head: "<link rel=canonical href='\(address)'>", top: top, lang: "en-US")
    #expect((article.published?.iso8601 ?? "") == day)
  }

  @Test(
    "A text that is cut in the middle of a character is read to its end",
    arguments: ["–", "…", "é", "日", "🌊", "\u{A0}"])
  func cuts(mark: String) {
    for length in 290..<300 {
      let text = String(repeating: "a", count: length) + mark + " 4 May 2021"
      #expect(DateText.first(in: text.utf8, isMonthFirst: false) == nil)
    }
    let line = "On 4 May 2021 " + String(repeating: "the ferry left – ", count: 30)
    #expect(DateText.first(in: line.utf8, isMonthFirst: false) != nil)
  }

  @Test("A labelled day at the foot of a page counts at last, a copyright notice never")
  func colophons() {
    #expect(
      page(bottom: "<footer><p>Published on 4 May 2021.</p></footer>").published?.iso8601 == "2021-05-04")
    #expect(page(bottom: "<footer><p>© Quay News, 4 May 2021</p></footer>").published == nil)
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
      ("Recipe by Lena Okafor", ["Lena Okafor"]), ("Photo by Lena Okafor", []),
      ("Lena Okafor | Quay News", ["Lena Okafor"]),
      ("By Lena Okafor & Bo Ek, Quay News", ["Lena Okafor", "Bo Ek"]),
      ("By Lena Okafor, Harbour Correspondent, and Bo Ek", ["Lena Okafor", "Bo Ek"]),
      ("By Lena Okafor, Tide Editor and Bo Ek, Pier Reporter", ["Lena Okafor", "Bo Ek"]),
      ("By | Lena Okafor | , Harbour Correspondent, and | Bo Ek", ["Lena Okafor", "Bo Ek"]),
      ("Von Lena Okafor, Korrespondent, und Bo Ek", ["Lena Okafor", "Bo Ek"]),
      ("By Lena Okafor in Wrackham, and Bo Ek in East Quay", ["Lena Okafor", "Bo Ek"]),
      ("By Lena Okafor, Harbour Correspondent, in Wrackham", ["Lena Okafor"]),
      ("By Lena Okafor in Wrackham, Quayside, and South Pier", ["Lena Okafor"]),
      ("By Lena Okafor, Professor of Tides, Harbours, and Public Piers", ["Lena Okafor"]),
      (
        "By Ottoline Farthingale-Cholmondeston-Wrackhamby the Elder and Bo Ek",
        ["Ottoline Farthingale-Cholmondeston-Wrackhamby the Elder", "Bo Ek"]
      ),
      ("By Lena Okafor and the Pier", ["Lena Okafor"]),
      ("Written by Lena Okafor, edited and checked by Bo Ek", ["Lena Okafor"]),
      ("Posted by Lena van der Berg", ["Lena van der Berg"]), ("著者 山田太郎", ["著者 山田太郎"]),
    ])
  func bylines(text: String, names: [String]) {
    let reader = NameText(siteNames: ["Quay News"])
    #expect(reader.names(in: text, isFirm: false) == names)
  }

  @Test(
    "A byline whose names are known is not printed again among the paragraphs",
    arguments: [
      ("<p class=byline>By Lena Okafor, Harbour Correspondent, and Bo Ek</p>", "Lena Okafor, Bo Ek"),
      ("<p>By Lena Okafor, Harbour Correspondent, and Bo Ek</p>", "Lena Okafor, Bo Ek"),
      (
        "<p>By Ottoline Farthingale the Elder of Wrackham and Bo Ek</p>",
        "Ottoline Farthingale the Elder of Wrackham, Bo Ek"
      ),
      (
        "<p class=byline>By Ottoline Farthingale-Wrackhamby, Harbour Correspondent, in Wrackham</p>",
        "Ottoline Farthingale-Wrackhamby"
      ),
    ])
  func printedOnce(markup: String, byline: String) {
    let words = "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets. "
    let article = readPage(
      "<article><h1>Boats</h1>\(markup)<p>\(words)\(words)</p><p>\(words)\(words)\(words)</p></article>")
    #expect(article.byline == byline)
    #expect(article.body.blocks.count == 2)
    #expect(article.boilerplate.contains { $0.evidence.rule == "boilerplate.byline" })
  }

  @Test("A printed line that names others than the stated authors stays")
  func otherNames() {
    let article = page(head: Self.linked("Uma Reed"), top: "<h1>Boats</h1><p>Text: Lena Okafor</p>")
    #expect(article.byline == "Uma Reed")
    #expect(!article.boilerplate.contains { $0.evidence.rule == "boilerplate.byline" })
  }

  @Test("A first sentence that says by whom is no byline")
  func sentences() {
    let words = "The ferry left the quay at dawn, slowly, and nobody on the pier looked up from their nets. "
    let article = readPage(
      "<article><h1>Boats</h1><p>By Lena Okafor, who had painted the boats.</p><p>\(words)\(words)</p><p>\(words)\(words)</p></article>"
    )
    #expect(article.body.string.contains("had painted"))
  }

  @Test(
    "What names nobody gives no byline",
    arguments: [
      "Admin", "Quay News", "By staff", "lena@quay.example", "https://quay.example", "12 minutes",
      "Read more", "", "QUAYNEWS", "Quay-News", "Quay-Redaktion", "quaystaff", "NOC Admin",
      "港口的新渔船今天早上抵达", "新船今天早上来到港口 | 渔民今天都在家里休息 | 小船",
    ])
  func noBylines(text: String) {
    let reader = NameText(siteNames: ["Quay News"])
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

  @Test("A byline at the headline decides between people, accounts and publishers")
  func bylineDecides() {
    func linked(_ authors: String) -> String {
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\(authors)}</script>"
    }
    let byline = "<h1>Boats</h1><p>By <a rel=author href=/lena>Lena Okafor</a></p>"
    #expect(page(head: linked("\"lokafor.quay\""), top: byline).byline == "Lena Okafor")
    #expect(page(head: linked("[\"Lena Okafor\",\"Tide Pictures\"]"), top: byline).byline == "Lena Okafor")
    #expect(page(head: linked("[\"Bo Ek\",\"Uma Reed\"]"), top: byline).byline == "Bo Ek, Uma Reed")
  }

  @Test("People who are quoted or wrote other articles, each under a heading of their own, are no authors")
  func cards() {
    let cards = ["Bo Ek", "Uma Reed", "Ida Moss"].map {
      "<h3>\($0) on boats</h3><p>Short words.</p><span class=author>\($0)</span>"
    }.joined()
    #expect(page(top: "<h1>Boats</h1>" + cards).byline == nil)
    #expect(page(top: "<h1>Boats</h1><span class=author>Lena Okafor</span>" + cards).byline == "Lena Okafor")
  }

  @Test(
    "A group that a page prints as the byline is the author when nobody else is, one that it only states is not",
    arguments: [
      (Self.linked("Quay Staff"), "", nil),
      (Self.linked("Quay Staff"), "<p class=byline>Quay Staff</p>", "Quay Staff"),
      ("", "<p class=byline>By the Quay team</p>", "the Quay team"),
      ("", "<p class=byline>admin</p>", nil), ("", "<p class=byline>4 May 2021</p>", nil),
      ("<meta name=author content='Quay News Ltd'>", "", nil),
    ] as [(String, String, String?)])
  func groups(head: String, byline: String, name: String?) {
    #expect(page(head: head, top: "<h1>Boats</h1>" + byline).byline == name)
  }

  @Test(
    "Who is called like the site is the author when a byline or two statements say so, and never of a recipe",
    arguments: [
      (Self.linked("Lena Okafor"), "", nil),
      (Self.linked("Lena Okafor"), "<p class=byline>By Lena Okafor</p>", "Lena Okafor"),
      (Self.linked("Lena Okafor") + "<meta name=author content='Lena Okafor'>", "", "Lena Okafor"),
      (Self.linked("Lena Okafor", type: "Recipe"), "<p class=byline>By Lena Okafor</p>", nil),
      ("<meta name=author content='Lena Okafor Kitchen'>", "", nil), (Self.linked("Bo Ek"), "", "Bo Ek"),
    ] as [(String, String, String?)])
  func sitesOfPeople(head: String, byline: String, name: String?) {
    let own = "<link rel=canonical href='https://www.lenaokafor.example/boats'>"
    #expect(page(head: own + head, top: "<h1>Boats</h1>" + byline).byline == name)
  }

  private static func linked(_ person: String, type: String = "Article") -> String {
    "<script type='application/ld+json'>{\"@type\":\"\(type)\",\"author\":"
      + "{\"@type\":\"Person\",\"name\":\"\(person)\"}}</script>"
  }

  @Test("Who says something of a product, and who wrote what a page without a headline lists, are no authors")
  func opinions() {
    let review = "<h1>Boats</h1><div class=rating><cite class='rating-author'>Bo Ek</cite></div>"
    #expect(page(top: review).byline == nil)
    #expect(page(top: "<h1>Boats</h1><ul><li><a href=/d>By Depth</a></ul>").byline == nil)
    let cards = ["Bo Ek", "Uma Reed", "Ida Moss"].map {
      "<h5>\($0) on boats</h5><p>Short words.</p><a rel=author href=/\($0.prefix(2))>\($0)</a>"
    }.joined()
    #expect(page(head: "<title>All of it</title>", top: cards).byline == nil)
    let lines = ["Bo Ek", "Uma Reed", "Ida Moss"].map { "<h5>\($0) on boats</h5><p>By \($0)</p>" }.joined()
    #expect(page(head: "<title>Boats</title>", top: "<h1>Boats</h1>" + lines).byline == nil)
    #expect(page(top: "<h1>Boats</h1><p>By Lena Okafor</p>" + lines).byline == "Lena Okafor")
  }

  @Test("What the head of a site's first page says is about the site, and addresses are no names")
  func sites() {
    let meta = "<meta name=author content='Lena Okafor'>"
    #expect(page(head: meta).byline == "Lena Okafor")
    #expect(page(head: meta + "<link rel=canonical href='https://quay.example/'>").byline == nil)
    #expect(page(head: "<meta name=author content='quay.com'>").byline == nil)
  }

  @Test("A topic of a forum has the author and the day of its first post")
  func topics() {
    let posts = (1...4).map {
      "<div class=post id=post-\($0)><a class=username href=/members/m\($0)>member\($0)</a><time "
        + "datetime='2021-05-0\($0)'>\($0) May 2021</time><div class=message-body>\(Self.words)\(Self.words)</div></div>"
    }.joined()
    let article = readPage(
      "<html class=xenforo><head><title>Boats | Quay Forum</title></head><body><h1>Boats</h1>\(posts)</body></html>"
    )
    #expect(article.byline == "member1")
    #expect(article.published?.iso8601 == "2021-05-01")
  }

  @Test("The name that microdata states of an author counts, and nothing else that is said there")
  func microdataName() {
    let author =
      "<div itemprop=author itemscope><b itemprop=name>Lena Okafor</b> <i>Harbour pilot</i> <u>1,204 Points</u></div>"
    #expect(page(top: "<h1>Boats</h1>" + author).byline == "Lena Okafor")
  }

  @Test("Who asks a question is called as they like")
  func asker() {
    let question = """
      <html><body itemscope itemtype="https://schema.org/QAPage"><div itemprop=mainEntity><h1>Which ferry?</h1>
      <div class=text><p>\(Self.words)\(Self.words)</p><p>\(Self.words)\(Self.words)</p></div>
      <div class=user-details itemprop=author itemscope><span itemprop=name>tide40217788</span> 193 <i>6 badges</i></div>
      </div></body></html>
      """
    #expect(readPage(question).byline == "tide40217788")
  }

  @Test(
    "Further pages of a topic are told by their addresses",
    arguments: [
      ("https://tides.example/threads/ferries.12/page-3", true),
      ("https://tides.example/t.php?id=4&page=2", true),
      ("https://tides.example/viewtopic.php?f=1&t=2&start=20", true),
      ("https://tides.example/t/4/page/5", true),
      ("https://tides.example/threads/ferries.12/", false),
      ("https://tides.example/t.php?id=4&page=1", false),
      ("https://tides.example/viewtopic.php?t=2&start=0", false), ("https://tides.example/homepage-3", false),
      ("https://tides.example/start", false),
    ])
  func furtherPages(address: String, isFurther: Bool) {
    #expect(ForumAddress.isFurtherPage(address) == isFurther)
  }

  @Test(
    "Labels of names are no names",
    arguments: ["作者： | Lena Okafor", "Lena Okafor | 翻訳者", "(with Lena Okafor"])
  func labels(line: String) {
    #expect(NameText(siteNames: []).names(in: line, isFirm: true) == ["Lena Okafor"])
  }

  @Test("The address that a page gives as its own is kept when it is whole and harmless")
  func canonical() {
    #expect(
      page(head: "<link rel=canonical href='https://quay.example/boats'>").canonical
        == "https://quay.example/boats")
    #expect(page(head: "<link rel=canonical href='javascript:alert(1)'>").canonical == nil)
    #expect(page(head: "<link rel=canonical href='/boats'>").canonical == nil)
    let head = "<link rel=canonical href='/boats'>"
    let whole = readPage(
      "<head>\(head)</head><p>\(Self.words)", location: .url("https://quay.example/boats?u=7"))
    #expect(whole.canonical == "https://quay.example/boats")
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
      (
        "<title>What the harbour lost - Quay</title>", "<h1>Fewer boats in every bay</h1>",
        "Fewer boats in every bay"
      ),
      ("<title>Boats | Handbook of the harbour</title>", "<h1>Boats ¶</h1>", "Boats"),
      (
        "<title>Fewer boats this year - Harbour notes</title>",
        "<h1>Harbour notes</h1><h2>Fewer boats this year</h2>",
        "Fewer boats this year"
      ),
      (
        "<title>Fewer boats:Quay News</title><meta property='og:site_name' content='Quay News'>", "",
        "Fewer boats"
      ),
      (
        "<title>New to boats – which rope to buy?</title><link rel=canonical href='https://boats.example/'>",
        "",
        "New to boats – which rope to buy?"
      ),
    ])
  func titles(head: String, top: String, title: String) {
    #expect(page(head: head, top: top).title == title)
  }
}
