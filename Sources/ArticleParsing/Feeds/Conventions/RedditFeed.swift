import ArticleModel

/// Reddit's Atom feeds: a post (`t3_`) and its comments (`t1_`), flat, without scores and parents.
struct RedditFeed: FeedConvention {
  static let name = "reddit"

  private let post: String

  init?(_ feed: Feed) {
    guard feed.entries.contains(where: { Self.isComment($0) || Self.isPost($0) }),
      feed.entries.allSatisfy({ Self.isComment($0) || Self.isPost($0) })
    else { return nil }
    post = feed.entries.first(where: Self.isPost)?.id ?? feed.id
  }

  private static func isPost(_ entry: Feed.Entry) -> Bool { entry.id.hasPrefix("t3_") }
  private static func isComment(_ entry: Feed.Entry) -> Bool { entry.id.hasPrefix("t1_") }

  func placement(of entry: Feed.Entry) -> FeedPlacement {
    Self.isComment(entry)
      ? .comment(id: String(entry.id.dropFirst(3)), article: post, parent: nil) : .article(id: entry.id)
  }

  /// The words between the marks that Reddit puts around them; a post that is a link has only its address.
  func reading(of entry: Feed.Entry) -> Feed.Entry {
    var entry = entry
    if let author = entry.author, author.hasPrefix("/u/") { entry.author = String(author.dropFirst(3)) }
    entry.content.withUnsafeBufferPointer { content -> [UInt8]? in
      if let start = ASCII.find("<!-- sc_off -->", in: content),
        let end = ASCII.find("<!-- sc_on -->", in: content, from: start)
      {
        return Array(content[start..<end])
      }
      guard Self.isPost(entry), let mark = ASCII.find(">[link]<", in: content) else { return nil }
      var tag = mark
      while tag > 0, content[tag] != UInt8(ascii: "<") { tag -= 1 }
      return Array("<p>The article is at ".utf8) + content[tag...mark]
        + Array((Self.target(content[tag...mark]) + "</a></p>").utf8)
    }.map { entry.content = $0 }
    return entry
  }

  /// What stands in quotation marks in a tag.
  private static func target(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let parts = tag.split(separator: 0x22, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
  }
}
