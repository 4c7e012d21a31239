import ArticleModel

/// RSS feeds of comments as WordPress and others write them: the addresses lead to comments, not to articles.
struct CommentFeed: FeedConvention {
  static let name = "comment-feed"

  private let ids: Set<String>

  init?(_ feed: Feed) {
    let ids = feed.entries.compactMap { Self.id(of: $0) }
    guard !ids.isEmpty, ids.count * 5 >= feed.entries.count * 4 else { return nil }
    self.ids = Set(ids)
  }

  func placement(of entry: Feed.Entry) -> FeedPlacement {
    guard let id = Self.id(of: entry) else { return .article(id: entry.id) }
    let article = entry.address.map { String($0.prefix { $0 != "#" }) } ?? ""
    return .comment(id: id, article: article, parent: Self.answered(in: entry)?.id)
  }

  func reading(of entry: Feed.Entry) -> Feed.Entry {
    var entry = entry
    if let answered = Self.answered(in: entry), ids.contains(answered.id) {
      entry.content.removeSubrange(..<answered.end)
    }
    return entry
  }

  /// The identifier after `#comment-`, `#c` and the like at the end of an address.
  private static func id(of entry: Feed.Entry) -> String? {
    for address in [entry.address, entry.id] {
      guard let address, let mark = address.lastIndex(of: "#") else { continue }
      if let id = identifier(address[address.index(after: mark)...]) { return id }
    }
    return nil
  }

  private static func identifier(_ fragment: Substring) -> String? {
    for start in ["comment-", "comment", "li-comment-", "c-", "c", "IDComment", "respond-"]
    where fragment.hasPrefix(start) {
      let id = fragment.dropFirst(start.count)
      if !id.isEmpty, id.utf8.allSatisfy({ ASCII.isDigit($0) }) { return String(id) }
    }
    return nil
  }

  /// The comment that the words say they answer.
  ///
  /// A first line such as "In reply to Ann", in which the name is a link to a comment.
  private static func answered(in entry: Feed.Entry) -> (id: String, end: Int)? {
    entry.content.withUnsafeBufferPointer { content in
      var end = content.count
      for mark in ["</p>", "\n", "<br"] as [StaticString] {
        // The line may begin after white space and a tag.
        if let found = ASCII.find(mark, in: content, from: 8) {
          end = min(end, found + (mark.utf8CodeUnitCount == 4 ? 4 : 0))
        }
      }
      guard end < 600 else { return nil }
      let line = UnsafeBufferPointer(rebasing: content[..<end])
      guard let link = ASCII.find("<a ", in: line), let target = ASCII.find("#", in: line, from: link),
        let close = ASCII.find("</a>", in: line, from: target), end - close < 24, link < 120
      else { return nil }
      let fragment = line[(target + 1)...].prefix { $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: ">") }
      return identifier(Substring(String(decoding: fragment, as: UTF8.self))).map { ($0, end) }
    }
  }

  /// "Comments on: TITLE" of one article's feed; "Comment on TITLE by NAME" in the feed of a whole site.
  func articleTitle(for entry: Feed.Entry, in feed: Feed) -> String? {
    if let title = entry.title, let author = entry.author, title.hasSuffix(" " + author) {
      let rest = title.dropLast(author.count + 1).split(separator: " ")
      // "Comment on" in front and "by" behind, in any language: two words and one.
      if rest.count > 3 { return rest.dropFirst(2).dropLast().joined(separator: " ") }
    }
    return feed.title.map { FeedText.afterColon($0, words: 3) ?? $0 }
  }

  func articleAddress(for entry: Feed.Entry, in feed: Feed) -> String? {
    entry.address.map { String($0.prefix { $0 != "#" }) } ?? feed.address
  }
}
