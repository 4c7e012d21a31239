import ArticleModel
import ArticleParsing

/// A service that can be asked which discussions an address has: how it is asked, and how its answer is read.
struct SearchedService: Sendable {
  /// A discussion as a service tells it.
  struct Hit {
    var title: String?
    var comments: Int64?
    /// Where its thread is to be had, as a path on the service.
    var thread: String
    /// What the service's name is followed by, such as a place within it.
    var place: String?
  }

  /// The name for users.
  let name: String
  /// The server that is asked.
  let root: WebAddress
  /// The path and query that ask for an address.
  let query: @Sendable (WebAddress) -> String
  /// Reads the answer.
  let read: @Sendable (JSONAnswer, WebAddress) -> [Hit]

  /// The services, in the order in which failures are told; a new one is a value here.
  static func all(of services: DiscussionServices) -> [SearchedService] {
    [hackerNews(services.hackerNews), lobsters(services.lobsters), reddit(services.reddit)]
      + services.forums.map(discourse)
  }

  /// A hit as a discussion; `nil` when its address makes no sense.
  func discussion(_ hit: Hit) -> FoundDiscussion? {
    guard let thread = root.resolve(hit.thread), thread.isSameServer(as: root) else { return nil }
    return FoundDiscussion(
      system: hit.place.map { "\(name) \($0)" } ?? name, title: hit.title ?? "untitled",
      comments: max(0, Int(clamping: hit.comments ?? 0)), address: thread.text)
  }

  /// Hacker News, by Algolia, whose search is fuzzy: hits are compared here.
  private static func hackerNews(_ root: WebAddress) -> SearchedService {
    SearchedService(name: "Hacker News", root: root) { article in
      let words = WebAddress.encodedForQuery(article.comparisonKey)
      return "/api/v1/search?query=\(words)&restrictSearchableAttributes=url&tags=story&hitsPerPage=30"
    } read: { answer, article in
      (answer["hits"]?.elements ?? []).compactMap { hit in
        let address = hit["url"]?.text.flatMap { WebAddress($0) }
        guard address?.comparisonKey == article.comparisonKey, let id = identifier(hit["objectID"]?.text)
        else { return nil }
        return Hit(
          title: hit["title"]?.text, comments: hit["num_comments"]?.number, thread: "/api/v1/items/\(id)")
      }
    }
  }

  private static func lobsters(_ root: WebAddress) -> SearchedService {
    SearchedService(name: "Lobsters", root: root) { article in
      "/stories/url/all.json?url=\(WebAddress.encodedForQuery(article.textWithoutFragment))"
    } read: { answer, _ in
      answer.elements.compactMap { story in
        guard let id = identifier(story["short_id"]?.text) else { return nil }
        return Hit(
          title: story["title"]?.text, comments: story["comment_count"]?.number, thread: "/s/\(id).json")
      }
    }
  }

  private static func reddit(_ root: WebAddress) -> SearchedService {
    SearchedService(name: "Reddit", root: root) { article in
      "/api/info.json?raw_json=1&url=\(WebAddress.encodedForQuery(article.textWithoutFragment))"
    } read: { answer, _ in
      (answer["data"]?["children"]?.elements ?? []).compactMap { child in
        guard let post = child["data"], let id = identifier(post["id"]?.text) else { return nil }
        return Hit(
          title: post["title"]?.text, comments: post["num_comments"]?.number,
          thread: "/comments/\(id).json?raw_json=1&limit=500",
          place: post["subreddit"]?.text.map { "r/\($0)" })
      }
    }
  }

  /// A forum of the Discourse kind; what begins a topic is no comment.
  private static func discourse(_ forum: WebAddress) -> SearchedService {
    SearchedService(name: forum.host, root: forum) { article in
      "/search.json?q=\(WebAddress.encodedForQuery(article.textWithoutFragment))"
    } read: { answer, _ in
      (answer["topics"]?.elements ?? []).prefix(5).compactMap { topic in
        guard let id = topic["id"]?.number, id > 0 else { return nil }
        return Hit(
          title: topic["title"]?.text, comments: (topic["posts_count"]?.number ?? 1) - 1,
          thread: "/t/\(id).json")
      }
    }
  }

  /// An identifier of letters and digits, as it may stand in a path.
  private static func identifier(_ text: String?) -> String? {
    guard let text, !text.isEmpty,
      text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) })
    else { return nil }
    return text
  }
}
