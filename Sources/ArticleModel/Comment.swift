/// One contribution to the discussion, without its body and its place in the thread.
///
/// Two kinds of entries of a thread are no contributions: stubs, and the headings of sections.
public struct Comment: Hashable, Sendable {
  /// What a source says of a comment besides its words.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes flags from bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Written by the one who started the discussion or wrote the article.
    public static let originalPoster = Flags(rawValue: 1 << 0)
    /// Written by a moderator or editor.
    public static let moderator = Flags(rawValue: 1 << 1)
    /// Taken back by its author; the words are gone.
    public static let deleted = Flags(rawValue: 1 << 2)
    /// Taken out by a moderator; the words may be gone.
    public static let removed = Flags(rawValue: 1 << 3)
    /// Changed after it was posted.
    public static let edited = Flags(rawValue: 1 << 4)
    /// Recommended by the editors.
    public static let highlighted = Flags(rawValue: 1 << 5)
    /// Not yet approved.
    public static let pending = Flags(rawValue: 1 << 6)
    /// The source carries only the beginning of the words.
    public static let truncated = Flags(rawValue: 1 << 7)
    /// It answers another comment that could not be found; shown at top level.
    public static let unplaced = Flags(rawValue: 1 << 8)
    /// A notice that another page links here.
    public static let pingback = Flags(rawValue: 1 << 9)
    /// Reported by readers; the words may be gone.
    public static let flagged = Flags(rawValue: 1 << 10)
    /// Faded or folded by its source because readers voted it down.
    public static let downvoted = Flags(rawValue: 1 << 11)
    /// Kept at the top by the author or the moderators.
    public static let pinned = Flags(rawValue: 1 << 12)
    /// Behind a warning of its author: a spoiler, a sensitive subject.
    public static let spoiler = Flags(rawValue: 1 << 13)
    /// No comment: stands for replies that the source left out (`Comment.missingReplies` says how many).
    public static let stub = Flags(rawValue: 1 << 14)
    /// No comment: stands above the comments of one of several sources (`CommentThread.sections`).
    public static let section = Flags(rawValue: 1 << 15)

    /// The flags that are set, by their names in exports.
    public var names: [String] {
      let all: [(Flags, String)] = [
        (.originalPoster, "op"), (.moderator, "moderator"), (.deleted, "deleted"), (.removed, "removed"),
        (.edited, "edited"), (.highlighted, "highlighted"), (.pending, "pending"), (.truncated, "truncated"),
        (.unplaced, "unplaced"), (.pingback, "pingback"), (.flagged, "flagged"), (.downvoted, "downvoted"),
        (.pinned, "pinned"), (.spoiler, "spoiler"), (.stub, "stub"), (.section, "section"),
      ]
      return all.filter { contains($0.0) }.map(\.1)
    }
  }

  /// The source's identifier of the comment; unique in a thread when the source gives one, else empty.
  public var id: String
  /// The author as an index into `CommentThread.authors`, or `nil` when the source names none.
  public var author: Int32?
  /// When it was posted.
  public var posted: Timestamp?
  /// How many replies a stub stands for, 0 when the source does not say; 0 for comments.
  public var missingReplies: Int32 = 0
  /// The time as printed ("3 years ago"), when the source gives only that.
  public var postedText: String?
  /// Points, votes or likes.
  public var score: Int32?
  /// What else the source says.
  public var flags: Flags
  /// Whom it answers, by name, when the source says only that and the parent could not be found.
  public var replyTo: String?

  /// Whether this is a comment, and neither a stub nor the heading of a section.
  public var isComment: Bool { flags.isDisjoint(with: [.stub, .section]) }

  /// Makes a comment.
  public init(
    id: String = "", author: Int32? = nil, posted: Timestamp? = nil, postedText: String? = nil,
    score: Int32? = nil, flags: Flags = [], replyTo: String? = nil
  ) {
    self.id = id
    self.author = author
    self.posted = posted
    self.postedText = postedText
    self.score = score
    self.flags = flags
    self.replyTo = replyTo
  }
}
