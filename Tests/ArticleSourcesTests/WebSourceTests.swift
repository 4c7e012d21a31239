import ArticleModel
import Synchronization
import TestSupport
import Testing

@testable import ArticleSources

/// Articles with their discussions from a loopback server that plays each system.
struct WebSourceTests {
  static let page = """
    <html><head><title>The gate | The Quay Post</title></head><body><article><h1>The gate</h1>
    <p>The outer gate was raised on Monday after a month of work, said the harbour master, Ilse Marten.</p>
    <p>It had been closed since the storm of the third week of March, when two of its hinges gave way.</p>
    <p>The port will test it again on Friday, and ships of all sizes may pass from then on.</p></article></body></html>
    """

  func source(_ server: LoopbackServer) throws -> WebSource {
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    fetcher.wait = { _, _ in }
    return WebSource(fetcher: fetcher, services: try services(server))
  }

  /// All services on the server, under the addresses of the real ones.
  func services(_ server: LoopbackServer) throws -> DiscussionServices {
    var services = DiscussionServices()
    let root = try #require(WebAddress(server.root))
    services.hackerNews = root
    services.hackerNewsPages = root
    services.lobsters = root
    services.reddit = root
    return services
  }

  func load(_ server: LoopbackServer, _ path: String) throws -> (WebArticle, Article) {
    let address = try #require(WebAddress(server.root + path))
    let fetched = try source(server).load(address)
    return (fetched, try ArticleAssembly.article(from: fetched.parts, diagnostics: fetched.diagnostics))
  }

  @Test("A page is read from where it came from, under the address that it gives as its own")
  func page() throws {
    let head = "<link rel=canonical href='/story'>"
    let server = try LoopbackServer { _ in .page(Self.page.replacing("<head>", with: "<head>\(head)")) }
    let (fetched, article) = try load(server, "/story?utm_source=x")
    #expect(fetched.address.path == "/story")
    #expect(article.title == "The gate")
    #expect(article.body.string.contains("two of its hinges"))
    #expect(server.requests.count == 1)
  }

  @Test("Discussions that a page links to are told, each once")
  func linked() throws {
    let server = try LoopbackServer { _ in
      let link = "<a href='https://lobste.rs/s/abc123/gate'>Discuss</a>"
      return .page(
        Self.page.replacing(
          "</body>", with: link + link + "<a href='https://www.reddit.com/r/a/'>Reddit</a></body>"))
    }
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    let address = try #require(WebAddress(server.root + "/story"))
    let fetched = try WebSource(fetcher: fetcher).load(address)
    #expect(fetched.linked.map(\.address) == ["https://lobste.rs/s/abc123.json"])
  }

  @Test("A page cannot give an address of another site as its own")
  func foreignCanonical() throws {
    let server = try LoopbackServer { _ in
      .page(Self.page.replacing("<head>", with: "<head><link rel=canonical href='https://other.example/x'>"))
    }
    #expect(try load(server, "/story").0.address.path == "/story")
  }

  @Test("The comments of a WordPress page are completed from its interface, page by page")
  func wordPress() throws {
    let comment: @Sendable (Int, Int) -> String = { id, parent in
      """
      {"id":\(id),"post":7,"parent":\(parent),"author_name":"Bo \(id)","date_gmt":"2024-05-12T08:00:00",
      "content":{"rendered":"<p>Words of comment \(id)<\\/p>"},"link":"https://example.org/#comment-\(id)","status":"approved","type":"comment"}
      """
    }
    let server = try LoopbackServer { request in
      if request.target.hasPrefix("/wp-json/wp/v2/comments?post=7") {
        let isSecond = request.target.contains("&page=2")
        let range = isSecond ? 101...130 : 1...100
        return .json("[" + range.map { comment($0, $0 == 130 ? 1 : 0) }.joined(separator: ",") + "]")
      }
      let shown =
        "<div id=comments><ol class=comment-list><li class='comment depth-1' id=comment-1><article><footer class=comment-meta><b class=fn>Bo 1</b></footer><div class=comment-content><p>Words of comment 1</p></div></article></li></ol></div>"
      return .page(
        Self.page.replacing("<body>", with: "<body class='single postid-7'>").replacing(
          "</body>", with: shown + "</body>"))
    }
    let (fetched, article) = try load(server, "/story")
    #expect(server.requests.map(\.target).count == 3)
    #expect(fetched.parts.map(\.role) == [.article, .thread])
    let thread = try #require(article.thread)
    #expect(thread.count == 130)
    #expect(article.diagnostics.filter { $0.severity == .warning } == [])
  }

  @Test("A closed interface leaves the page's own comments, and no fault")
  func closedInterface() throws {
    let server = try LoopbackServer { request in
      request.target.contains("wp-json")
        ? .status(401)
        : .page(Self.page.replacing("<body>", with: "<body class=postid-7><div id=comments></div>"))
    }
    let (fetched, article) = try load(server, "/story")
    #expect(fetched.parts.count == 1)
    #expect(article.diagnostics.contains { $0.severity == .note && $0.message.contains("interface") })
    #expect(article.body.string.contains("two of its hinges"))
  }

  /// The answers of the systems, with the article that they are about at `/about`; `AT` is the server.
  static let systems: [(path: String, api: String, answer: String, post: String?)] = [
    (
      "/item?id=12", "/api/v1/items/12",
      """
      {"id":12,"type":"story","author":"bo","title":"The gate","url":"AT/about","text":null,"points":9,
      "created_at_i":1715500000,"children":[{"id":13,"type":"comment","author":"ana","text":"<p>By whose count?",
      "created_at_i":1715500100,"parent_id":12,"story_id":12,"children":[]}]}
      """, nil
    ),
    (
      "/s/abc123/the_gate", "/s/abc123.json",
      """
      {"short_id":"abc123","title":"The gate","url":"AT/about","comment_count":1,"submitter_user":"bo","comments":[
      {"short_id":"d1","created_at":"2024-05-12T08:00:00.000-05:00","is_deleted":false,"is_moderated":false,"score":3,
      "parent_comment":null,"comment":"<p>By whose count?</p>","comment_plain":"By whose count?","depth":0,
      "commenting_user":"ana"}]}
      """, nil
    ),
    (
      "/r/harbours/comments/x1y2z3/the_gate/", "/comments/x1y2z3.json",
      """
      [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"x1y2z3","title":"The gate","author":"bo",
      "url":"AT/about","selftext":"","created_utc":1715500000,"num_comments":1,"score":3,"name":"t3_x1y2z3"}}]}},
      {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_x1y2z3",
      "author":"ana","body":"By whose count?","score":2,"created_utc":1715500100,"replies":""}}]}}]
      """, nil
    ),
    (
      "/post/44", "/api/v3/comment/list?post_id=44",
      """
      {"comments":[{"comment":{"id":5,"creator_id":2,"post_id":44,"content":"By whose count?","path":"0.5",
      "published":"2024-05-12T08:00:00Z","removed":false,"deleted":false},"creator":{"id":2,"name":"ana"},
      "counts":{"score":3,"child_count":0}}]}
      """, "{\"post_view\":{\"post\":{\"id\":44,\"name\":\"The gate\",\"url\":\"AT/about\"}}}"
    ),
  ]

  @Test("The address of a discussion opens the article that it is about, and the thread", arguments: 0..<4)
  func discussions(index: Int) throws {
    let system = Self.systems[index]
    let article = try LoopbackServer { _ in .page(Self.page) }
    let server = try LoopbackServer { request in
      // The article stands on the same server here: another one would be the private network that is refused.
      if request.target.hasPrefix("/about") { return .page(Self.page) }
      let root = "http://\(request.headers["host"] ?? "")"
      if request.target.hasPrefix(system.api) { return .json(system.answer.replacing("AT", with: root)) }
      if let post = system.post, request.target.hasPrefix("/api/v3/post") {
        return .json(post.replacing("AT", with: root))
      }
      return .page("<title>The gate</title><p>A page of the forum.")
    }
    _ = article
    let (fetched, read) = try load(server, system.path)
    let thread = try #require(read.thread)
    #expect(thread.count == 1)
    #expect(thread.author(of: 0) == "ana")
    #expect(thread.body(of: 0).string == "By whose count?")
    // An article on the discussion's own server is the discussion itself, so that one is not asked for again.
    #expect(fetched.parts.contains { $0.address?.contains(system.api.prefix { $0 != "?" }) == true })
  }

  @Test("Progress tells how many comments have come")
  func progress() throws {
    let list: @Sendable (ClosedRange<Int>) -> String = { range in
      "["
        + range.map {
          "{\"id\":\($0),\"parent\":0,\"author_name\":\"Bo\",\"date_gmt\":\"2024-05-12T08:00:00\",\"content\":{\"rendered\":\"<p>Words \($0)</p>\"}}"
        }.joined(separator: ",") + "]"
    }
    let server = try LoopbackServer { request in
      if request.target.contains("page=2") { return .json(list(101...120)) }
      if request.target.contains("wp-json") { return .json(list(1...100)) }
      return .page(Self.page.replacing("<body>", with: "<body class=postid-7><div id=comments></div>"))
    }
    let told = Mutex<[Int]>([])
    _ = try source(server).load(try #require(WebAddress(server.root + "/story"))) { progress in
      if let comments = progress.comments { told.withLock { $0.append(comments) } }
    }
    #expect(Set(told.withLock { $0 }) == [100])
  }

  @Test("The posts of a long Discourse topic are all asked for")
  func discourse() throws {
    let post: @Sendable (Int) -> String = { id in
      """
      {"id":\(id),"post_number":\(id),"username":"bo\(id)","created_at":"2024-05-12T08:00:00.000Z",
      "cooked":"<p>Words of post \(id)<\\/p>","reply_to_post_number":null,"actions_summary":[]}
      """
    }
    let server = try LoopbackServer { request in
      if request.target.hasPrefix("/t/9/posts.json") {
        let ids = request.target.split { $0 == "&" || $0 == "?" }.compactMap {
          Int($0.drop { $0 != "=" }.dropFirst())
        }
        return .json("{\"post_stream\":{\"posts\":[\(ids.map(post).joined(separator: ","))]}}")
      }
      if request.target.hasPrefix("/t/9.json") {
        let all = (1...130).map { "\($0)" }.joined(separator: ",")
        return .json(
          "{\"post_stream\":{\"posts\":[\((1...20).map(post).joined(separator: ","))],\"stream\":[\(all)]},\"id\":9,\"title\":\"The gate\",\"posts_count\":130}"
        )
      }
      return .page(
        "<html><head><meta name=generator content='Discourse 3.2'></head><body><p>A topic.</body></html>")
    }
    let (_, article) = try load(server, "/t/the-gate/9")
    #expect(article.thread.map { $0.count >= 129 } == true)
    #expect(server.requests.filter { $0.target.contains("posts.json") }.count == 3)
  }

  @Test("A page that only looks like a discussion is a page")
  func lookalike() throws {
    let server = try LoopbackServer { request in
      request.target.contains("/api/") ? .status(404) : .page(Self.page)
    }
    let (_, article) = try load(server, "/post/12")
    #expect(article.body.string.contains("two of its hinges"))
    #expect(article.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("Discussions elsewhere are found, compared by address, and sorted by size")
  func search() throws {
    let server = try LoopbackServer { request in
      if request.target.hasPrefix("/api/v1/search") {
        return .json(
          """
          {"hits":[{"objectID":"1","title":"The gate","url":"http://www.example.org/story/?utm_source=hn","num_comments":12},
          {"objectID":"2","title":"Another","url":"https://example.org/other","num_comments":99},
          {"objectID":"../3","title":"Odd","url":"https://example.org/story","num_comments":5},{"title":"none"}]}
          """)
      }
      if request.target.hasPrefix("/stories/url/all.json") {
        return .json("[{\"short_id\":\"abc\",\"title\":\"Gate\",\"comment_count\":40}]")
      }
      return .status(403)
    }
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { _ in nil }
    let search = DiscussionSearch(fetcher: fetcher, services: try services(server))
    let article = try #require(WebAddress("https://example.org/story"))
    let (found, failures) = search.find(article, cancellation: FetchCancellation())
    #expect(found.map(\.system) == ["Lobsters", "Hacker News"])
    #expect(found.map(\.comments) == [40, 12])
    #expect(failures.count == 1)
    #expect(failures.first?.hasPrefix("Reddit") == true)
  }

  @Test("What has not changed is taken from what is known")
  func conditional() throws {
    let server = try LoopbackServer {
      $0.headers["if-none-match"] == "\"5\"" ? .status(304) : .page(Self.page, headers: ["ETag": "\"5\""])
    }
    let address = try #require(WebAddress(server.root + "/story"))
    let first = try source(server).load(address)
    let second = try source(server).load(address, known: first.parts)
    #expect(second.parts == first.parts)
    #expect(server.requests.count == 2)
  }

  @Test("The page is there before its discussion is asked for")
  func early() throws {
    let server = try LoopbackServer { request in
      request.target.contains("wp-json")
        ? .json("[]")
        : .page(Self.page.replacing("<body>", with: "<body class=postid-7><div id=comments></div>"))
    }
    let address = try #require(WebAddress(server.root + "/story"))
    var requestsThen: Int?
    _ = try source(server).load(address, early: { _ in requestsThen = server.requests.count })
    #expect(requestsThen == 1)
  }

  @Test(
    "Lists of answers are joined",
    arguments: [
      ("[1,2]", "[3]", nil, "[1,2,3]"), ("[]", "[3]", nil, "[3]"), ("[1]", "[]", nil, "[1]"),
      ("[1]", "{}", nil, "[1]"),
      (
        "{\"a\":[9],\"posts\":[1,{\"b\":[2]}],\"c\":3}", "{\"posts\":[{\"x\":\"]\"}]}", "posts",
        "{\"a\":[9],\"posts\":[1,{\"b\":[2]},{\"x\":\"]\"}],\"c\":3}"
      ),
      ("{\"posts\":[1", "{\"posts\":[2]}", "posts", "{\"posts\":[1"), ("", "[1]", nil, ""),
    ] as [(String, String, String?, String)])
  func joining(first: String, second: String, member: String?, result: String) {
    #expect(
      String(decoding: JSONLists.joined(Array(first.utf8), Array(second.utf8), member: member), as: UTF8.self)
        == result)
  }

  @Test(
    "Discussions are told by their addresses",
    arguments: [
      (
        "https://news.ycombinator.com/item?id=8863", "Hacker News", "https://hn.algolia.com/api/v1/items/8863"
      ),
      ("https://lobste.rs/s/abc123/title", "Lobsters", "https://lobste.rs/s/abc123.json"),
      (
        "https://old.reddit.com/r/a/comments/x1/t/", "Reddit",
        "https://www.reddit.com/comments/x1.json?raw_json=1&limit=500"
      ),
      ("https://forum.example.org/t/a-title/812/7", "Discourse", "https://forum.example.org/t/812.json"),
      ("https://social.example/@ana/1099", "Mastodon", "https://social.example/api/v1/statuses/1099/context"),
      (
        "https://lemmy.example/post/44", "Lemmy",
        "https://lemmy.example/api/v3/comment/list?post_id=44&max_depth=50&type_=All&sort=Hot"
      ),
      ("https://news.ycombinator.com/item?id=x", nil, nil), ("https://example.org/t", nil, nil),
      ("https://example.org/story", nil, nil), ("https://news.ycombinator.com/news", nil, nil),
    ] as [(String, String?, String?)])
  func recognising(text: String, system: String?, thread: String?) throws {
    let discussion = DiscussionAddress(try #require(WebAddress(text)))
    #expect(discussion?.system.rawValue == system)
    #expect(discussion?.thread.text == thread)
  }
}
