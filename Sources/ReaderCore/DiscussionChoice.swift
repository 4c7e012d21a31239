/// A discussion of the article somewhere else, as a list shows it.
public struct DiscussionChoice: Hashable, Sendable {
  /// The system, as it is called.
  public var system: String
  /// Its title there.
  public var title: String
  /// The number of comments.
  public var comments: Int
  /// Where the thread is to be had.
  public var address: String

  /// Makes a choice.
  public init(system: String, title: String, comments: Int, address: String) {
    self.system = system
    self.title = title
    self.comments = comments
    self.address = address
  }
}

extension ReaderState {
  /// The discussions elsewhere whose system or title contains the words.
  public func discussions(filter: String) -> [DiscussionChoice] {
    let wanted = filter.lowercased()
    if wanted.isEmpty { return discussions }
    return discussions.filter { "\($0.system) \($0.title)".lowercased().contains(wanted) }
  }
}
