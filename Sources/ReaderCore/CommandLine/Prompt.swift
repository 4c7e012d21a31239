/// A line that the user types into.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// Words to search for in a pane, or in both.
    case search(Pane, everywhere: Bool)
    /// Which comments to show.
    case filter
    /// What is to be noted about a highlight.
    case note
    /// A command with its argument.
    case command
    /// A command line of the shell that gets the words of the pane.
    case pipe
    /// An address that Enter opens.
    case open
    /// The file to write something into.
    case export(ExportRequest.Content)

    /// What stands before the line.
    public var sign: String {
      switch self {
      case .search(_, let everywhere): everywhere ? "all/" : "/"
      case .filter: "filter: "
      case .note: "note: "
      case .command: ":"
      case .pipe: "pipe to: "
      case .open: "Enter opens: "
      case .export: "write to: "
      }
    }
  }

  /// What the line is for.
  public let purpose: Purpose
  /// The characters before the cursor.
  public var before: [Character]
  /// The characters after the cursor, the nearest last.
  public var after: [Character] = []
  /// Where the reader was, and what was being searched, before the line.
  var origin: ReadingPlace?
  var searchBefore: ActiveSearch?
  /// What Tab goes through.
  public var completion: Completion?
  /// Which line of the history is shown, counted back from the newest; 0 is the new line.
  var recalled = 0

  /// The words so far.
  public var text: String { String(before) + String(after.reversed()) }

  /// A prompt with the cursor at the end of a text.
  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    before = Array(text)
  }

  /// Puts another text in place of the line, with the cursor at its end.
  mutating func replace(_ text: String) {
    before = Array(text)
    after = []
  }
}
