import ArticleModel

/// What a list of articles or feeds is of.
public enum ShelfKind: Hashable, Sendable, CaseIterable {
  /// The articles of the library.
  case library
  /// The articles of one source: a feed, an export, a mailbox.
  case feed
  /// Feeds, each of which is fetched when it is opened.
  case feeds

  /// Its name in a sentence.
  var title: String {
    switch self {
    case .library: "the library"
    case .feed: "a feed"
    case .feeds: "a list of feeds"
    }
  }

  /// What the list can be narrowed to.
  public var shelves: [LibraryQuery.Shelf] {
    switch self {
    case .library: LibraryQuery.Shelf.allCases
    case .feed: [.all, .unread]
    case .feeds: [.all]
    }
  }

  /// The orders that the list can have; that of a source is the order in which it was added.
  public var orders: [LibraryQuery.Order] {
    switch self {
    case .library: LibraryQuery.Order.allCases
    case .feed: [.added, .published, .title, .comments, .length]
    case .feeds: [.added, .title]
    }
  }
}
