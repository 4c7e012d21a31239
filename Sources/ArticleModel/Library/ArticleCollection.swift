/// The articles of a feed, an export or a mailbox, or the feeds of a list of feeds, for a list to choose from.
public struct ArticleCollection: Sendable {
  /// What the source calls itself, else its name.
  public var title: String
  /// The articles in the order of the source.
  public var articles: [Article]
  /// The bytes that they were read from.
  public var source: SourcePart

  /// Makes a collection.
  public init(title: String, articles: [Article], source: SourcePart) {
    self.title = title
    self.articles = articles
    self.source = source
  }

  /// Whether the articles stand for feeds, which have to be fetched.
  public var holdsFeeds: Bool { articles.first?.source.format == .opml }

  /// The bytes from which on a source is not kept with every article that is read of it.
  public static let keptSize = 8 << 20

  /// What an article is known by, here and at the next fetch of the source: its address, else its words.
  ///
  /// - Complexity: O(length of the article) without an address.
  public func key(of index: Int) -> String {
    "entry:" + (articles[index].canonical ?? "\(source.address ?? "")#\(articles[index].id)")
  }

  /// The bytes of one of its articles, as a library keeps them.
  public func part(of index: Int) -> SourcePart {
    var part = source
    part.article = index + 1
    return part
  }
}
