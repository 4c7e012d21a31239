/// The part of a thread that came from one of several sources.
public struct ThreadSection: Hashable, Sendable {
  /// What the source is called: its site, or its comment system, and the title of its discussion.
  public var title: String
  /// Where the comments came from and how they were read.
  public var source: ArticleSource
  /// What the source says about its completeness.
  public var note: ThreadNote?
  /// The number of comments that the source has.
  public internal(set) var commentCount: Int
  /// How many of them other sources have too; they stand where the first of these has them.
  public internal(set) var sharedCount = 0
}
