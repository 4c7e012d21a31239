import ArticleModel
import TerminalText

/// A feed as RSS and Atom both tell it.
struct Feed {
  /// One entry of a feed: an article or a comment.
  struct Entry {
    /// The identifier; the address when the feed gives none.
    var id = ""
    var title: String?
    /// The author's name, never an address of mail.
    var author: String?
    /// Where the entry is on the web.
    var address: String?
    var published: Timestamp?
    /// The date as the feed writes it, when that is more than a machine's form of `published`.
    var publishedText: String?
    /// The words as HTML.
    var content: [UInt8] = []
    /// Whether the feed calls the words a summary.
    var isExcerpt = false
    /// What Blogger says the entry is, for example `post` or `comment`.
    var kind: String?
    /// The identifiers of the entries that it answers (`thr:in-reply-to`).
    var repliesTo: [String] = []
    /// The address of the first of them, when the feed tells it.
    var repliesToAddress: String?
    /// The last parts of related addresses, by which Blogger names the comment that is answered.
    var related: [String] = []
    var flags: Comment.Flags = []

    /// Takes the date as the feed writes it.
    mutating func setDate(_ text: String?) {
      published = text.flatMap { InternetDate.read($0) }
      publishedText = text.flatMap { published == nil || !InternetDate.isISO8601($0) ? $0 : nil }
    }
  }

  var title: String?
  var address: String?
  var language: String?
  /// The feed's own identifier or address.
  var id = ""
  /// What the feed says of itself.
  var subtitle: [UInt8] = []
  var entries: [Entry] = []

  /// Whether the entries come with the newest first.
  var isNewestFirst: Bool {
    let times = entries.compactMap(\.published)
    guard let first = times.first, let last = times.last, last < first else { return false }
    return zip(times, times.dropFirst()).count { $0 < $1 } * 10 <= times.count
  }
}

/// What an entry of a feed is.
enum FeedPlacement {
  /// An article of its own, under the identifier by which comments name it.
  case article(id: String)
  /// A comment.
  ///
  /// - `article`: The identifier of the article, the same for all of its comments.
  /// - `parent`: The identifier of the comment it answers.
  case comment(id: String, article: String, parent: String?)
  /// Nothing to read.
  case nothing
}

/// How one kind of software writes discussions into feeds.
///
/// To add one: a type in a file of this folder, and a line in `FeedArticles.conventions`.
protocol FeedConvention: Sendable {
  /// The system's name in exports.
  static var name: String { get }

  /// Takes a feed, or leaves it to others.
  init?(_ feed: Feed)

  /// What an entry is.
  func placement(of entry: Feed.Entry) -> FeedPlacement

  /// The entry as it is to be read: without what the software wraps around the words.
  func reading(of entry: Feed.Entry) -> Feed.Entry

  /// The title of the article that an entry comments on, when the feed does not carry the article.
  func articleTitle(for entry: Feed.Entry, in feed: Feed) -> String?

  /// The address of that article.
  func articleAddress(for entry: Feed.Entry, in feed: Feed) -> String?
}

extension FeedConvention {
  func reading(of entry: Feed.Entry) -> Feed.Entry { entry }
  func articleTitle(for entry: Feed.Entry, in feed: Feed) -> String? { feed.title }
  func articleAddress(for entry: Feed.Entry, in feed: Feed) -> String? { feed.address }
}
