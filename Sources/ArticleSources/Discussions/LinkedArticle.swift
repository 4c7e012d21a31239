import ArticleParsing

/// Finds, in the answer of a discussion system, the article that the discussion is about.
enum LinkedArticle {
  /// The address; `nil` when the discussion stands for itself.
  static func address(in bytes: [UInt8], system: DiscussionAddress.System) -> WebAddress? {
    guard let answer = JSONAnswer(bytes) else { return nil }
    let text: String?
    switch system {
    case .hackerNews, .lobsters: text = answer["url"]?.text
    case .reddit: text = answer.elements.first?["data"]?["children"]?.elements.first?["data"]?["url"]?.text
    case .lemmy: text = answer["post_view"]?["post"]?["url"]?.text
    case .mastodon: text = answer["card"]?["url"]?.text
    case .discourse:
      // The topics of blog comments say in their first post which page they belong to, and that is its first link.
      let post = answer["post_stream"]?["posts"]?.elements.first?["cooked"]?.text ?? ""
      let isCompanion = post.lowercased().contains("companion discussion topic")
      text = answer["featured_link"]?.text ?? (isCompanion ? firstLink(in: post) : nil)
    }
    return text.flatMap { WebAddress($0) }
  }

  private static func firstLink(in html: String) -> String? {
    guard let start = html.firstRange(of: "href=\"") else { return nil }
    let rest = html[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]).replacing("&amp;", with: "&") }
  }
}

extension WebAddress {
  /// Whether two hosts are one site, `www.` and the like aside.
  func isSameSite(as other: WebAddress) -> Bool {
    func site(_ host: String) -> Substring {
      for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
        return host.dropFirst(prefix.count)
      }
      return host[...]
    }
    return site(host) == site(other.host)
  }
}
