import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Feeds and exports")
struct FeedTests {
  private static func articles(_ text: String) throws -> [Article] {
    try ArticleParser().parseAll(ParseRequest(text: text))
  }

  @Test("The fixtures give the recorded articles and threads")
  func goldens() throws { try expectGoldens(in: "feeds") }

  @Test("Addresses of mail and of computers in exports are not shown")
  func privacy() throws {
    for name in ["wordpress-export", "disqus", "blogger-export", "rss2", "atom"] {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/feeds/\(name).xml")
      let bytes = [UInt8](try Data(contentsOf: file))
      for article in try ArticleParser().parseAll(ParseRequest(bytes: SourceBytes(bytes))) {
        let shown = dumpArticle(article)
        #expect(!shown.contains("@"), "\(name)")
        #expect(!shown.contains("192.0.2"), "\(name)")
      }
    }
  }

  @Test("The items of a JSON Feed are articles of their own, in its order")
  func jsonFeed() throws {
    let feed = """
      {"version":"https://jsonfeed.org/version/1.1","title":"Valley","items":[
      {"id":"2","url":"https://valley.example/2","title":"Hail","content_text":"Eight minutes."},
      {"id":"1","external_url":"https://valley.example/1","content_html":"<p>Dry.</p>"},{}]}
      """
    let articles = try Self.articles(feed)
    #expect(articles.map(\.title) == ["Hail", nil, nil])
    #expect(articles.map(\.canonical) == ["https://valley.example/2", "https://valley.example/1", nil])
    #expect(articles.map(\.body.string) == ["Eight minutes.", "Dry.", ""])
    #expect(articles.allSatisfy { $0.site == "Valley" && $0.source.commentSystem == "json-feed" })
    var request = ParseRequest(text: feed)
    request.article = 2
    #expect(try ArticleParser().parse(request).body.string == "Dry.")
  }

  @Test(
    "Lists of feeds are told by their root element",
    arguments: [
      ("<opml version='1.0'><body><outline text='a' xmlUrl='https://a.example/'/></body></opml>", ["a"]),
      (
        "<?xml version='1.0'?>\n<OPML><body><outline xmlurl='https://a.example/'/></body></OPML>",
        ["https://a.example/"]
      ),
      ("<opml><body><outline text='only words'/></body></opml>", [nil]),
      (
        "<opml><body><outline text='a' xmlUrl='https://a.example/'><outline text='b' xmlUrl='https://b.example/'/>",
        ["a", "b"]
      ),
    ])
  func feedLists(source: String, titles: [String?]) throws {
    let articles = try Self.articles(source)
    #expect(articles.map(\.title) == titles)
    #expect(articles.allSatisfy { $0.source.format == .opml })
  }

  @Test("A list of feeds that is nested without end is read in one pass")
  func deepFeedList() throws {
    let deep = String(repeating: "<outline text='g'>", count: 20_000)
    let articles = try Self.articles("<opml><body>\(deep)<outline text='a' xmlUrl='https://a.example/'/>")
    #expect(articles.count == 1)
    #expect(articles[0].site.map { $0.utf8.count < 100 } ?? true)
  }

  @Test("The article that is asked for is read, and says that there are others")
  func choice() throws {
    let feed =
      "<rss version='2.0'><channel><title>T</title>"
      + (1...3).map { "<item><title>n\($0)</title><description>words</description></item>" }.joined()
      + "</channel></rss>"
    var request = ParseRequest(text: feed)
    #expect(try ArticleParser().parseAll(request).map(\.title) == ["n1", "n2", "n3"])
    #expect(try ArticleParser().parse(request).title == "n1")
    request.article = 3
    let article = try ArticleParser().parse(request)
    #expect(article.title == "n3")
    #expect(article.diagnostics.map(\.message).joined().contains("article 3 of 3"))
    #expect(try ArticleParser().parseAll(request).count == 1)
    request.article = 9
    #expect(throws: ParseError.noArticle(9, count: 3)) { try ArticleParser().parse(request) }
  }

  @Test(
    "Malformed feeds are mended",
    arguments: [
      ("signs that should be escaped", "<description>a & b < c &nbsp;d</description>", "a & b < c \u{A0}d"),
      ("an element that is not closed", "<description>one<br>two</description>", "onetwo"),
      ("an end tag too many", "<description>one</b> two</description>", "one two"),
      ("a control", "<description>one\u{1}\u{B}two</description>", "onetwo"),
      ("attributes without marks", "<description type=html x x>one</description>", "one"),
      ("character data that does not end", "<description><![CDATA[one", "one"),
      ("a file that ends in the middle", "<description>one", "one"),
      ("the end of character data in words", "<description>one ]]> two</description>", "one ]]> two"),
    ])
  func mending(name: String, item: String, expected: String) throws {
    let articles = try Self.articles(
      "<rss><channel><title>T</title><item><title>n</title>\(item)</item></channel></rss>")
    #expect(articles.map(\.body.string) == [expected], "\(name)")
    #expect(articles.first?.diagnostics.first?.message.contains("not well-formed") == true, "\(name)")
  }

  @Test("A feed with junk after its end keeps the entries that follow")
  func secondRoot() throws {
    let item = "<item><title>n</title><description>words</description></item>"
    let articles = try Self.articles("<rss><channel>\(item)</channel></rss><item>x</item>\(item)")
    #expect(articles.count >= 1)
  }

  @Test("Comments in a circle, or under a parent that is not there, stand at top level and are marked")
  func circles() {
    var assembly = ReplyList()
    func add(_ id: String, _ parent: String?) {
      assembly.append(Comment(id: id), author: nil, parentID: parent, body: RichText())
    }
    add("1", "2")
    add("2", "3")
    add("3", "1")
    add("4", "9")
    add("5", "5")
    add("6", nil)
    add("7", "6")
    let thread = assembly.thread()
    expectSound(thread)
    #expect(thread.count == 7)
    let unplaced = thread.comments.filter { $0.flags.contains(.unplaced) }.map(\.id)
    #expect(unplaced.count == 3 && unplaced.contains("4") && unplaced.contains("5"))
    #expect(thread.shape.parents.last == 5)
  }

  @Test("A chain of fifty thousand comments and fifty thousand siblings are threads like others")
  func long() {
    var chain = ReplyList()
    var siblings = ReplyList()
    let body = RichText()
    for index in 0..<50_000 {
      chain.append(
        Comment(id: "\(index)"), author: "a", parentID: index == 0 ? nil : "\(index - 1)", body: body)
      siblings.append(Comment(id: "\(index)"), author: "a", parentID: index == 0 ? nil : "0", body: body)
    }
    #expect(chain.thread().shape.depths.last == 49_999)
    #expect(siblings.thread().shape.subtreeCounts.first == 50_000)
  }

  @Test(
    "Feeds are told by their root element",
    arguments: [
      "<rss version='2.0'>", "<?xml version='1.0'?>\n<!-- x -->\n<feed xmlns='x'>", "<?xml?><rdf:RDF>",
      "<disqus>",
      "<?xml version='1.0'?><!DOCTYPE rss PUBLIC 'x' 'y'><rss>", "<?xml version='1.0'?><a:feed xmlns:a='x'>",
    ])
  func detection(source: String) throws {
    #expect(try FormatDetection.format(of: ParseRequest(text: source)) == .feed)
  }

  @Test(
    "Pages and other XML are no feeds",
    arguments: ["<feeder>x", "<?xml version='1.0'?><html>", "<rssx>", "<p>feed"])
  func noFeeds(source: String) throws {
    #expect(try FormatDetection.format(of: ParseRequest(text: source)) != .feed)
  }

  @Test(
    "Hostile feeds give sound articles", .enabled(if: SharedData.isPresent),
    arguments: [
      "feeds/feedparser-illformed", "feeds/feedparser-encoding", "feeds/feedparser-sanitize",
      "xml/libxml2-errors",
      "xml/libxml2-recurse", "fuzz-seeds/xml",
    ])
  func hostile(name: String) throws {
    struct Sample: Decodable {
      var id: String
      var b64: String
    }
    let lines = try SharedData.bytes("data/hostile/\(name).jsonl").split(separator: 0x0A)
    #expect(!lines.isEmpty)
    for line in lines {
      let sample = try JSONDecoder().decode(Sample.self, from: Data(line))
      let bytes = [UInt8](try #require(Data(base64Encoded: sample.b64)))
      let request = ParseRequest(bytes: SourceBytes(bytes), format: .feed)
      guard let articles = try? ArticleParser().parseAll(request) else { continue }
      for article in articles {
        expectSound(article.body)
        if let thread = article.thread { expectSound(thread) }
      }
    }
  }
}

@Suite("Dates of mail and feeds")
struct InternetDateTests {
  @Test(
    "A date is read",
    arguments: [
      ("Tue, 17 Nov 2009 21:28:37 +0600", "2009-11-17T15:28:37Z"),
      ("17 Nov 09 21:28 GMT", "2009-11-17T21:28:00Z"),
      ("Tue Nov 17 21:28:37 2009", "2009-11-17T21:28:37Z"),
      ("Tue, 3 Jun 2008 11:05:30 EST", "2008-06-03T16:05:30Z"),
      ("Mon, 1 Jan 2024 00:30:00 +0200 (EET)", "2023-12-31T22:30:00Z"),
      ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
      ("2010-11-29T12:35:44.027-08:00", "2010-11-29T20:35:44Z"),
      ("2012-05-09 11:47:01", "2012-05-09T11:47:01Z"),
      ("2012-05-09 11:47:01 +0200", "2012-05-09T09:47:01Z"), ("2003-12", "2003-12-01"),
      ("2003-12-31", "2003-12-31"),
      ("5 September 1999", "1999-09-05"), ("06-Nov-1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
      ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
      ("1 Feb 100 10:00:00 -0000", "2000-02-01T10:00:00Z"),
    ])
  func read(text: String, expected: String) {
    #expect(InternetDate.read(text)?.iso8601 == expected)
  }

  @Test(
    "What is no date is none",
    arguments: ["", "yesterday", "Tue", "99 Nov 2009", "17 Nov", "2009", "-", "1:2:3:4"])
  func none(text: String) {
    #expect(InternetDate.read(text) == nil)
  }
}

@Suite("Names of people")
struct PersonNameTests {
  @Test(
    "A name is shown without its address",
    arguments: [
      ("Ann Lee <ann@example.org>", "Ann Lee"), ("\"Lee, Ann\" <ann@example.org>", "Lee, Ann"),
      ("ann@example.org (Ann Lee)", "Ann Lee"), ("<ann.lee@example.org>", "ann.lee"),
      ("ann@example.org", "ann"),
      ("Ann Lee", "Ann Lee"), ("@ann", "@ann"), ("Ann (she) Lee", "Ann (she) Lee"),
      ("DJ @ Night", "DJ @ Night"),
      ("/u/ann", "/u/ann"),
    ])
  func shown(text: String, expected: String) {
    #expect(PersonName.shown(text) == expected)
  }

  @Test("Nothing is no name", arguments: ["", " ", "\"\"", "<>", "<@>"])
  func none(text: String) {
    #expect(PersonName.shown(text) == nil)
  }
}
