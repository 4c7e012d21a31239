import ArticleModel

/// Feeds whose entries name the entries they answer (`thr:in-reply-to`, RFC 4685).
struct ThreadedFeed: FeedConvention {
  static let name = "atom-threading"

  /// For each entry that answers, the entry at the top of its chain.
  private var tops: [String: String] = [:]

  init?(_ feed: Feed) {
    guard feed.entries.contains(where: { !$0.repliesTo.isEmpty }) else { return nil }
    var answered: [String: String] = [:]
    for entry in feed.entries {
      if let first = entry.repliesTo.first, first != entry.id {
        answered[entry.id] = answered[entry.id] ?? first
      }
    }
    for entry in feed.entries where answered[entry.id] != nil && tops[entry.id] == nil {
      var chain: [String] = []
      var seen: Set<String> = []
      var top = entry.id
      while tops[top] == nil, let next = answered[top], seen.insert(top).inserted {
        chain.append(top)
        top = next
      }
      for id in chain { tops[id] = tops[top] ?? top }
    }
  }

  func placement(of entry: Feed.Entry) -> FeedPlacement {
    guard let top = tops[entry.id] else { return .article(id: entry.id) }
    let parent = entry.repliesTo.first
    return .comment(id: entry.id, article: top, parent: parent == top ? nil : parent)
  }

  func articleTitle(for entry: Feed.Entry, in feed: Feed) -> String? { nil }

  func articleAddress(for entry: Feed.Entry, in feed: Feed) -> String? { entry.repliesToAddress }
}
