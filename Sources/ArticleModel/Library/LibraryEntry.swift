/// What a library's list shows of an article.
public struct LibraryEntry: Hashable, Sendable {
  /// The number of the article in its library.
  public var id: Int64
  /// Where it came from: an address, or a path.
  public var address: String
  /// The title, or a name made from the address.
  public var title: String
  /// Who wrote it.
  public var byline: String?
  /// Who published it.
  public var site: String?
  /// When it was published, in seconds since 1970.
  public var published: Int64?
  /// When it was added, in seconds since 1970.
  public var added: Int64
  /// When it was last read, in seconds since 1970; `nil` when it was only added.
  public var opened: Int64?
  /// The number of words of the article.
  public var words: Int
  /// The number of comments.
  public var comments: Int
  /// The number of comments that came since it was last read.
  public var newComments: Int
  /// How much of it has been read, from 0 to 100.
  public var percent: Int
  /// Whether it has a star.
  public var isStarred: Bool
  /// Whether it is archived.
  public var isArchived: Bool
  /// The tags, in alphabetical order.
  public var tags: [String]
  /// The number of highlights.
  public var highlights: Int

  /// Makes an entry.
  public init(
    id: Int64, address: String, title: String, byline: String? = nil, site: String? = nil,
    published: Int64? = nil,
    added: Int64, opened: Int64? = nil, words: Int = 0, comments: Int = 0, newComments: Int = 0,
    percent: Int = 0,
    isStarred: Bool = false, isArchived: Bool = false, tags: [String] = [], highlights: Int = 0
  ) {
    self.id = id
    self.address = address
    self.title = title
    self.byline = byline
    self.site = site
    self.published = published
    self.added = added
    self.opened = opened
    self.words = words
    self.comments = comments
    self.newComments = newComments
    self.percent = percent
    self.isStarred = isStarred
    self.isArchived = isArchived
    self.tags = tags
    self.highlights = highlights
  }
}

/// Which articles of a library are shown, and in which order.
public struct LibraryQuery: Hashable, Sendable {
  /// What the list is narrowed to.
  public enum Shelf: String, Hashable, Sendable, CaseIterable {
    /// Everything that is not archived.
    case reading
    /// What has not been read to its end.
    case unread
    /// What has a star.
    case starred
    /// What has new comments.
    case new
    /// What is archived.
    case archived
    /// Everything.
    case all
  }

  /// What comes first.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The last read.
    case opened
    /// The last added.
    case added
    /// The last published.
    case published
    /// By title.
    case title
    /// By site, then by title.
    case site
    /// The most comments.
    case comments
    /// The longest.
    case length
  }

  /// The shelf.
  public var shelf: Shelf
  /// The order.
  public var order: Order
  /// Words that the article, its comments, quotes or speakers contain; empty for all.
  public var text: String
  /// A tag; `nil` for all.
  public var tag: String?

  /// Makes a query.
  public init(shelf: Shelf = .reading, order: Order = .opened, text: String = "", tag: String? = nil) {
    self.shelf = shelf
    self.order = order
    self.text = text
    self.tag = tag
  }
}

/// A passage that the user highlighted, with what they wrote about it.
public struct Highlight: Hashable, Sendable {
  /// The number in the library; 0 before it is kept.
  public var id: Int64
  /// The highlighted words.
  public var text: String
  /// The user's note; empty without one.
  public var note: String
  /// The block and where in it, for a passage of the article.
  public var place: Visit.ArticlePlace?
  /// The comment, for a passage of a comment.
  public var comment: Fingerprint?
  /// When it was made, in seconds since 1970.
  public var made: Int64

  /// Makes a highlight.
  public init(
    id: Int64 = 0, text: String, note: String = "", place: Visit.ArticlePlace? = nil,
    comment: Fingerprint? = nil,
    made: Int64
  ) {
    self.id = id
    self.text = text
    self.note = note
    self.place = place
    self.comment = comment
    self.made = made
  }
}
