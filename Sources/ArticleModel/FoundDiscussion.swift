/// A discussion of an article somewhere else.
public struct FoundDiscussion: Hashable, Sendable {
  /// The system, as it is called.
  public var system: String
  /// Its title there.
  public var title: String
  /// The number of comments.
  public var comments: Int
  /// Where the thread is to be had.
  public var address: String

  /// Makes one.
  public init(system: String, title: String, comments: Int, address: String) {
    self.system = system
    self.title = title
    self.comments = comments
    self.address = address
  }
}
