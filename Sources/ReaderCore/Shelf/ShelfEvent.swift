import ArticleModel
import TerminalUI

/// Something that happened to the list.
public enum ShelfEvent: Sendable {
  /// The user did something.
  case input(InputEvent)
  /// The terminal has another size.
  case resized(Size)
  /// A window of the list; `first` is the place of its first entry.
  case loaded([LibraryEntry], first: Int, count: Int)
  /// The user's keymap was read again.
  case configured(ShelfKeymap)
  /// The article that was opened is left for the next one, or for the one before.
  case advanced(forward: Bool)
  /// An entry is to be selected, where it is held.
  case sought(Int64)
  /// Something to tell the user.
  case notice(String, isError: Bool)
}
