import ArticleModel

/// Discourse's RSS of a topic: the newest 25 posts, flat; the first post is the article.
struct DiscourseFeed: FeedConvention {
  static let name = "discourse"

  private let topic: String

  init?(_ feed: Feed) {
    let places = feed.entries.map { Self.place($0.id) }
    guard !places.isEmpty, places.allSatisfy({ $0 != nil }) else { return nil }
    topic = feed.id
  }

  /// The topic and the number of a post in an identifier such as `forum.example.org-post-2144-30`.
  private static func place(_ id: String) -> (topic: Substring, post: Int)? {
    let parts = id.split(separator: "-")
    guard parts.count >= 4, parts[parts.count - 3] == "post", let post = Int(parts[parts.count - 1]),
      Int(parts[parts.count - 2]) != nil
    else { return nil }
    return (parts[parts.count - 2], post)
  }

  func placement(of entry: Feed.Entry) -> FeedPlacement {
    guard let place = Self.place(entry.id) else { return .article(id: entry.id) }
    return place.post == 1
      ? .article(id: topic) : .comment(id: String(place.post), article: topic, parent: nil)
  }

  /// The words without the link to the post that ends them.
  func reading(of entry: Feed.Entry) -> Feed.Entry {
    var entry = entry
    guard let address = entry.address else { return entry }
    let link = Array("<a href=\"\(address)\"".utf8)
    let tail = entry.content.count - min(entry.content.count, link.count + 200)
    if let start = entry.content[tail...].lastIndex(of: UInt8(ascii: "p")), start > 0 {
      var open = start
      while open > tail, !entry.content[open...].starts(with: "<p>".utf8) { open -= 1 }
      if entry.content[(open + 3)...].starts(with: link) { entry.content.removeSubrange(open...) }
    }
    return entry
  }
}
