import ArticleModel

/// Work outside of the list's state.
public enum ShelfEffect: Hashable, Sendable {
  /// Load a window of the list.
  case load(LibraryQuery, offset: Int)
  /// Open a kept article.
  case open(Int64)
  /// Fetch the article's address, and open what comes.
  case refresh(LibraryEntry)
  /// Mark articles of a feed as read, or as not read.
  case setRead(Bool, [Int64])
  /// Open an address or a file.
  case openSource(String)
  /// Give an article a star or take it.
  case setStarred(Bool, Int64)
  /// Put an article into the archive or take it out.
  case setArchived(Bool, Int64)
  /// Give an article these tags and no others.
  case setTags([String], Int64)
  /// Delete an article.
  case delete(Int64)
  /// Bring a deleted article back.
  case restore(Int64)
  /// Leave.
  case quit
  /// Leave as interrupted.
  case interrupt
  /// Stop as `^Z` does.
  case suspend
  /// Draw everything anew.
  case redraw
}
