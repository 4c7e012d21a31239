import ArticleModel

/// Blogger's exports and comment feeds: every entry says its kind, comments name their post and maybe another comment.
struct BloggerFeed: FeedConvention {
  static let name = "blogger"

  private let title: String?

  init?(_ feed: Feed) {
    guard
      feed.entries.contains(where: { $0.kind == "post" || $0.kind == "comment" || $0.kind == "page" })
        || feed.id.hasPrefix("tag:blogger.com") && feed.entries.contains(where: { !$0.repliesTo.isEmpty })
    else { return nil }
    title = feed.title
  }

  func placement(of entry: Feed.Entry) -> FeedPlacement {
    switch entry.kind {
    case "comment": break
    case nil: if entry.repliesTo.isEmpty { return .article(id: entry.id) }
    case "post", "page": return .article(id: entry.id)
    default: return .nothing
    }
    let number = Self.number(entry.id)
    let parent = entry.related.first { $0 != number }
    return .comment(id: number, article: entry.repliesTo.first ?? "", parent: parent)
  }

  /// The number at the end of an identifier such as `tag:blogger.com,1999:blog-1.post-2`.
  private static func number(_ id: String) -> String {
    String(id.split(separator: "-").last ?? Substring(id))
  }

  /// A feed of comments is called "Comments on BLOG: POST".
  func articleTitle(for entry: Feed.Entry, in feed: Feed) -> String? {
    title.map { FeedText.afterColon($0, words: 20) ?? $0 }
  }

  func articleAddress(for entry: Feed.Entry, in feed: Feed) -> String? {
    entry.repliesToAddress ?? feed.address
  }
}
