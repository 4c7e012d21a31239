/// The articles of a feed, an export or a mailbox, of the files in a folder, or the feeds of a list of feeds, for a list to choose from.
public struct ArticleCollection: Sendable {
  /// What the source calls itself, else its name.
  public var title: String
  /// The articles in the order of the source.
  public var articles: [Article]
  /// The bytes that they were read from; those of a folder have a file each.
  public var source: SourcePart
  /// The file of each article of a folder, by its full path; none for one source.
  public var files: [String]
  /// What the user is to be told of the list.
  public var note: String?

  /// Makes a collection.
  public init(
    title: String, articles: [Article], source: SourcePart = SourcePart(), files: [String] = [],
    note: String? = nil
  ) {
    self.title = title
    self.articles = articles
    self.source = source
    self.files = files
    self.note = note
  }

  /// Whether the articles stand for feeds, which have to be fetched.
  public var holdsFeeds: Bool { files.isEmpty && articles.first?.source.format == .opml }

  /// The bytes from which on a source is not kept with every article that is read of it.
  public static let keptSize = 8 << 20

  /// What the articles are known by, here and at the next fetch of the source: their addresses, else their words; those of
  /// a folder by their files.
  ///
  /// No two have the same: entries that share an address are told apart by their words, and those that share both by
  /// their order.
  ///
  /// - Complexity: O(length of the articles).
  public var keys: [String] {
    var taken: Set<String> = []
    return articles.enumerated().map { index, article in
      if files.indices.contains(index) { return "file:" + files[index] }
      let words = article.canonical == nil || taken.contains("entry:" + (article.canonical ?? ""))
      let place = article.canonical ?? source.address ?? ""
      let key = "entry:" + place + (words ? "#" + article.id : "")
      var number = 1
      var free = key
      while !taken.insert(free).inserted {
        number += 1
        free = "\(key)-\(number)"
      }
      return free
    }
  }

  /// The bytes of one of its articles, as a library keeps them.
  public func part(of index: Int) -> SourcePart {
    var part = source
    part.article = index + 1
    return part
  }
}
