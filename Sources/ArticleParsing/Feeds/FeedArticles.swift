import ArticleModel
import TerminalText

/// Makes articles and their threads of the entries of a feed.
struct FeedArticles {
  /// The software whose feeds are known; the first that takes a feed counts.
  private static let conventions: [any FeedConvention.Type] = [
    RedditFeed.self, DiscourseFeed.self, BloggerFeed.self, ThreadedFeed.self, CommentFeed.self,
  ]

  private let feed: Feed
  private let source: ArticleSource
  private let convention: (any FeedConvention)?

  /// Takes a feed.
  init(_ feed: Feed, source: ArticleSource) {
    self.feed = feed
    var source = source
    convention = Self.conventions.lazy.compactMap { $0.init(feed) }.first
    source.commentSystem = convention.map { type(of: $0).name }
    self.source = source
  }

  /// The articles in the order of the feed; articles that are only commented on stand where their first comment does.
  ///
  /// - Complexity: O(number of entries and bytes).
  func articles() -> [Article] {
    var articles: [Article] = []
    var threads: [ReplyList] = []
    var places: [String: Int] = [:]
    // Articles first, because comments may stand before them.
    var comments: [(entry: Feed.Entry, id: String, article: String, parent: String?)] = []
    for entry in feed.entries {
      switch convention?.placement(of: entry) ?? .article(id: entry.id) {
      case .article(let id):
        let reading = convention?.reading(of: entry) ?? entry
        if places[id] == nil { places[id] = articles.count }
        articles.append(article(of: reading))
        threads.append(ReplyList())
      case .comment(let id, let article, let parent): comments.append((entry, id, article, parent))
      case .nothing: break
      }
    }
    for comment in comments {
      let place = places[comment.article] ?? articles.count
      if place == articles.count {
        places[comment.article] = place
        articles.append(absentArticle(for: comment.entry))
        threads.append(ReplyList())
      }
      let reading = convention?.reading(of: comment.entry) ?? comment.entry
      var value = Comment(id: comment.id, flags: reading.flags)
      value.posted = reading.published
      value.postedText = reading.publishedText
      if let author = reading.author, author == articles[place].byline { value.flags.insert(.originalPoster) }
      threads[place].append(
        value, author: reading.author, parentID: comment.parent,
        body: reading.content.withUnsafeBufferPointer { HTMLFragmentReader.read($0) })
    }
    let isNewestFirst = feed.isNewestFirst
    for index in articles.indices where threads[index].count > 0 {
      if isNewestFirst { threads[index].reverse() }
      articles[index].thread = threads[index].thread()
    }
    return articles.isEmpty ? [emptyFeed()] : articles
  }

  private func article(of entry: Feed.Entry) -> Article {
    var article = Article(source: source, title: entry.title)
    article.canonical = entry.address
    article.byline = entry.author
    if feed.title != entry.title { article.site = feed.title }
    article.language = feed.language
    article.published = entry.published
    article.publishedText = entry.publishedText
    article.body = entry.content.withUnsafeBufferPointer {
      PageReader.articleText(ofHTML: $0, base: entry.address ?? feed.address)
    }
    if entry.isExcerpt || article.body.blocks.isEmpty, let address = entry.address {
      article.body.append(LinkParagraph.text("The whole article is at ", address))
      if !entry.content.isEmpty {
        article.diagnostics.append(
          Diagnostic(severity: .note, message: "The feed carries only a summary of this article."))
      }
    }
    return article
  }

  private func absentArticle(for entry: Feed.Entry) -> Article {
    var article = Article(source: source, title: convention?.articleTitle(for: entry, in: feed))
    article.language = feed.language
    let address = convention?.articleAddress(for: entry, in: feed)
    article.canonical = address
    if let address { article.body = LinkParagraph.text("The article is at ", address) }
    return article
  }

  /// What stands for a feed without entries.
  private func emptyFeed() -> Article {
    var article = Article(source: source, title: feed.title)
    article.canonical = feed.address
    article.language = feed.language
    article.body = feed.subtitle.withUnsafeBufferPointer {
      PageReader.articleText(ofHTML: $0, base: feed.address)
    }
    article.diagnostics.append(Diagnostic(severity: .note, message: "The feed has no entries."))
    return article
  }
}

/// A paragraph that leads to an address.
enum LinkParagraph {
  static func text(_ words: String, _ address: String) -> RichText {
    var builder = RichTextBuilder()
    builder.begin(.paragraph)
    builder.append(words)
    let isSafe = HTMLLink.isSafe(Array(address.utf8))
    if isSafe { builder.openLink(to: address) }
    builder.append(address)
    if isSafe { builder.closeInline() }
    return builder.finish()
  }
}
