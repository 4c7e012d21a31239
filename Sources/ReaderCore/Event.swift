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

/// Work outside the reader's state.
public enum Effect: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Leave the program as interrupted.
  case interrupt
  /// Stop as `^Z` does.
  case suspend
  /// Look for discussions of the article elsewhere.
  case findDiscussions
  /// Fetch one of them.
  case openDiscussion(FoundDiscussion)
  /// Keep a highlight.
  case keepHighlight(Highlight)
  /// Delete a highlight that is kept.
  case deleteHighlight(Highlight)
  /// Read the article again; the answers are events of that generation.
  case reload(generation: Int)
  /// End what is being fetched.
  case stopLoading
  /// Draw everything anew.
  case redraw
  /// Copy words.
  case copy(String)
  /// Write the screen's text into a file.
  case saveScreen(String)
  /// Write something into a file.
  case export(ExportRequest)
  /// Open an address, which the user has seen, in the browser.
  case open(String)
  /// Hand words to a command line; the whole article when there are none.
  case pipe(String, String?)
  /// Show the article's text in another program.
  case edit(Program)
  /// Load the hyphenation patterns of a language; the answer is an event.
  case loadHyphenation(String?)
  /// Draw the picture of a block as character cells of a size; the answer is an event.
  case draw(block: Int, Size)
  /// Arrange the thread in the background; the answer is an event.
  case arrange(ThreadArrangement.Request)
  /// Use the theme of that name.
  case useTheme(String)

  /// A program that shows texts.
  public enum Program: Hashable, Sendable {
    /// What `$VISUAL` or `$EDITOR` names.
    case editor
    /// What `$PAGER` names.
    case pager
  }
}
