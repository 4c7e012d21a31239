import ArticleModel
import TerminalUI

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
  /// Leave the article for the next one of the list that it was opened from, or for the one before.
  case readNeighbour(forward: Bool)
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
