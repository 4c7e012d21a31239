import ArticleModel
import TerminalUI

/// Something that happened to the reader.
public enum Event: Sendable {
  /// The user did something.
  case input(InputEvent)
  /// The terminal has another size.
  case resized(Size)
  /// An article, or more of it, has been read; results of an older generation are dropped.
  case loaded(Article, generation: Int, isComplete: Bool)
  /// The bodies of the thread are decoded.
  case decoded(CommentThread, generation: Int)
  /// The bodies of the thread, as one text, are indexed for searches.
  case indexed(TrigramIndex, generation: Int)
  /// The thread is in the order, or reduced to the comments, that were asked for.
  case arranged(ThreadArrangement, generation: Int)
  /// The article could not be read; says what, why and what to do.
  case failed(String, generation: Int)
  /// Something to tell the user.
  case notice(String)
}

/// Work outside the reader's state.
public enum Effect: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Leave the program as interrupted.
  case interrupt
  /// Stop as `^Z` does.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Arrange the thread in the background; the answer is an event.
  case arrange(ThreadArrangement.Request)
  /// Use the theme of that name.
  case useTheme(String)
}
