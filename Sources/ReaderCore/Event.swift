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
  /// The source holds several articles, or leads to feeds: whoever runs the reader lists them instead of reading.
  case collected(ArticleCollection)
  /// The bodies of the thread are decoded.
  case decoded(CommentThread, generation: Int)
  /// The words of the thread are indexed for searches.
  case indexed(WordIndex, generation: Int)
  /// The orders of a large thread were looked into.
  case ordered(ThreadOrders, generation: Int)
  /// The thread is in the order, or reduced to the comments, that were asked for.
  case arranged(ThreadArrangement, generation: Int)
  /// The places where words may be divided can be found now.
  case hyphenation(@Sendable (UnsafeBufferPointer<UInt8>) -> [Int])
  /// A picture was drawn.
  case drawn(PictureCells, block: Int, generation: Int)
  /// The user's configuration or keymap changed.
  case configured(Settings, Keymap, themeNames: [String])
  /// What the comments refer to is known.
  case referenced(ReferenceIndex, generation: Int)
  /// The article could not be read; says what, why and what to do.
  case failed(String, generation: Int)
  /// The page links to discussions elsewhere.
  case discussionsLinked([FoundDiscussion], generation: Int)
  /// What was found of discussions elsewhere, and what failed, in words.
  case discussionsFound([FoundDiscussion], failures: [String], generation: Int)
  /// Another discussion takes the place of the one that is shown.
  case threadLoaded(CommentThread, generation: Int)
  /// How far loading has come, in words.
  case progressed(String, generation: Int)
  /// The library keeps the article; carries what it is known by, where the reader was the last time, and highlights.
  case kept(ArticleFingerprints, Visit?, [Highlight], generation: Int)
  /// Something to tell the user.
  case notice(String)
}
