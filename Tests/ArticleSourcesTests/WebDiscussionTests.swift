import ArticleModel
import TestSupport
import Testing

@testable import ArticleSources

/// Discussions that stand for an article elsewhere, and threads that pages show a part of.
extension WebSourceTests {
  /// A discussion on a server of its own, with the article that it is about on another one, and the same without.
  private struct LinkedDiscussion: Sendable, CustomTestStringConvertible {
    let system: String, path: String
    /// Answers by how their targets begin; `ABOUT` is the address of the article.
    let answers: [(target: String, body: String)]
    let comments: Int
    var testDescription: String { system }
  }

  private static let status =
    "{\"id\":\"7\",\"created_at\":\"2024-05-12T08:00:00Z\",\"in_reply_to_id\":null,\"content\":\"<p>Read this about the gate.</p>\",\"account\":{\"acct\":\"bo\",\"username\":\"bo\"},\"replies_count\":1,\"card\":{\"url\":\"ABOUT\"}}"

  private static let linkedDiscussions: [LinkedDiscussion] =
    zip(["Hacker News", "Lobsters", "Reddit", "Lemmy"], systems).map { name, system in
      var answers = [(system.api, system.answer.replacing("AT/about", with: "ABOUT"))]
      if let post = system.post {
        answers.append(("/api/v3/post?", post.replacing("AT/about", with: "ABOUT")))
      }
      return LinkedDiscussion(system: name, path: system.path, answers: answers, comments: 1)
    } + [
      LinkedDiscussion(
        system: "Discourse", path: "/t/the-gate/9",
        answers: [
          (
            "/t/9.json",
            "{\"post_stream\":{\"posts\":[{\"id\":1,\"post_number\":1,\"username\":\"bo\",\"created_at\":\"2024-05-12T08:00:00Z\",\"cooked\":\"<p>Look.</p>\",\"actions_summary\":[]},{\"id\":2,\"post_number\":2,\"username\":\"ana\",\"created_at\":\"2024-05-12T09:00:00Z\",\"cooked\":\"<p>By whose count?</p>\",\"actions_summary\":[]}],\"stream\":[1,2]},\"id\":9,\"title\":\"The gate\",\"posts_count\":2,\"featured_link\":\"ABOUT\"}"
          ),
          (
            "/t/the-gate/9",
            "<html><head><meta name=generator content='Discourse 3.2'></head><body><p>A topic.</body></html>"
          ),
        ], comments: 1),
      LinkedDiscussion(
        system: "Mastodon", path: "/@bo/7",
        answers: [
          (
            "/api/v1/statuses/7/context",
            "{\"ancestors\":[],\"descendants\":[{\"id\":\"8\",\"created_at\":\"2024-05-12T09:00:00Z\",\"in_reply_to_id\":\"7\",\"content\":\"<p>By whose count?</p>\",\"account\":{\"acct\":\"ana\",\"username\":\"ana\"}}]}"
          ), ("/api/v1/statuses/7", status), ("/@bo/7", "<html><body><p>A post.</body></html>"),
        ], comments: 2),
    ]

  @Test(
    "A discussion opens with the article that it is about, from another server", arguments: linkedDiscussions)
  private func linkedArticle(discussion: LinkedDiscussion) throws {
    // The server plays a proxy, so that every host is at hand and none is in a private network.
    let server = try LoopbackServer { request in
      if request.target == "http://quay.example/about" { return .page(Self.page) }
      let target = request.target.replacing("http://forum.example", with: "")
      guard let answer = discussion.answers.first(where: { target.hasPrefix($0.target) }) else {
        return target.hasPrefix(discussion.path) ? .page("<p>A page of the forum.") : .status(404)
      }
      let body = answer.body.replacing("ABOUT", with: "http://quay.example/about")
      return body.hasPrefix("<") ? .page(body) : .json(body)
    }
    var fetcher = WebFetcher()
    fetcher.proxies = ProxyChoice { $0 == "http_proxy" ? server.root : nil }
    var services = DiscussionServices()
    let forum = try #require(WebAddress("http://forum.example"))
    services.hackerNews = forum
    services.hackerNewsPages = forum
    services.lobsters = forum
    services.reddit = forum
    let source = WebSource(fetcher: fetcher, services: services)
    let fetched = try source.load(try #require(WebAddress("http://forum.example" + discussion.path)))
    #expect(fetched.address.text == "http://quay.example/about")
    #expect(fetched.parts.map(\.role) == [.article, .thread])
    let article = try ArticleAssembly.article(from: fetched.parts, diagnostics: fetched.diagnostics)
    #expect(article.title == "The gate")
    #expect(article.body.string.contains("two of its hinges"))
    let thread = try #require(article.thread)
    #expect(thread.count == discussion.comments)
    let last = thread.count - 1
    #expect(thread.author(of: last) == "ana" && thread.body(of: last).string == "By whose count?")
    #expect(thread.depth(of: last) == last, "the post that began it is above its answers")
  }

  @Test("A post of Mastodon without a link is the article, and its answers are the thread")
  func mastodonRoot() throws {
    let mastodon = try #require(Self.linkedDiscussions.last)
    let server = try LoopbackServer { request in
      guard let answer = mastodon.answers.first(where: { request.target.hasPrefix($0.target) }) else {
        return .status(404)
      }
      return answer.body.hasPrefix("<")
        ? .page(answer.body) : .json(answer.body.replacing("\"ABOUT\"", with: "null"))
    }
    let address = try #require(WebAddress(server.root + mastodon.path))
    let fetched = try source(server).load(address)
    let part = try #require(fetched.parts.last)
    let article = try ArticleAssembly.article(from: [part])
    #expect(article.body.string == "Read this about the gate.")
    #expect(article.byline == "bo")
    #expect(article.thread?.count == 1)
  }

  @Test("The comments of a Blogger post are completed from their feed, page by page")
  func blogger() throws {
    let entry: @Sendable (Int) -> String = { number in
      "<entry><id>tag:blogger.com,1999:blog-1.post-\(number)</id><published>2024-05-12T08:00:00Z</published><title>Words</title><content type='html'>Words of comment \(number)</content><author><name>Bo</name></author><thr:in-reply-to xmlns:thr='http://purl.org/syndication/thread/1.0' ref='tag:blogger.com,1999:blog-1.post-77' href='http://quay.example/gate.html'/></entry>"
    }
    let server = try LoopbackServer { request in
      guard request.target.hasPrefix("/feeds/77/comments/default") else {
        return .page(
          Self.page.replacing(
            "<title>",
            with:
              "<meta content='blogger' name='generator'/><link rel='alternate' type='application/atom+xml' href='/feeds/77/comments/default'/><title>"
          ))
      }
      let numbers = request.target.contains("start-index=501") ? 501...620 : 1...500
      return .answer(
        status: 200, headers: ["Content-Type": "application/atom+xml"],
        body: Array(
          "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.postcomments</id><title>Comments on Quay: The gate</title>\(numbers.map(entry).joined())</feed>"
            .utf8))
    }
    let (fetched, article) = try load(server, "/2024/05/gate.html")
    #expect(fetched.parts.count == 2)
    #expect(article.thread?.count == 620)
    #expect(article.body.string.contains("two of its hinges"))
    #expect(article.diagnostics.filter { $0.severity == .warning } == [])
  }

  @Test("The comments of a Substack post are asked for by the number of the post")
  func substack() throws {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/api/v1/posts/the-gate": .json("{\"id\":55,\"slug\":\"the-gate\"}")
      case "/api/v1/post/55/comments?all_comments=true&sort=best_first":
        .json(
          "{\"comments\":[{\"id\":1,\"body\":\"By whose count?\",\"date\":\"2024-05-12T08:00:00Z\",\"name\":\"Ana\",\"ancestor_path\":\"\",\"children\":[{\"id\":2,\"body\":\"The port's.\",\"date\":\"2024-05-12T09:00:00Z\",\"name\":\"Bo\",\"ancestor_path\":\"1\",\"children\":[]}]}]}"
        )
      default:
        .page(
          Self.page.replacing(
            "<title>", with: "<link rel=preconnect href='https://substackcdn.com'><title>"))
      }
    }
    let (_, article) = try load(server, "/p/the-gate")
    #expect(article.thread.map { [$0.author(of: 0), $0.author(of: 1)] } == ["Ana", "Bo"])
    #expect(article.source.commentSystem == "substack")
  }
}
