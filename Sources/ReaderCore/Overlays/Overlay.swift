/// Something that lies over the panes and takes the keys.
public struct Overlay: Hashable, Sendable {
  /// What it shows.
  public enum Kind: Hashable, Sendable {
    /// The key list; the filter narrows it.
    case help
    /// A list to choose from.
    case index(IndexKind)
    /// Comments about a passage, or quotations that are not in the article.
    case comments(CommentList)
    /// Discussions of the article elsewhere.
    case discussions
    /// Highlighted passages with their notes.
    case highlights
    /// The comments of an author, by the thread's number of the name.
    case commentsBy(Int32)
    /// The themes; the selected one is shown.
    case themes
    /// What can be written into a file.
    case export
    /// What was judged boilerplate, and the diagnostics.
    case boilerplate
    /// A picture as character cells, by its block.
    case picture(block: Int)
    /// The notes whose marks are on screen.
    case notes
    /// A comment, by its number among those that are shown.
    case peek(comment: Int)

    /// Whether it is a text that scrolls, and no list with a selection and a filter.
    public var isText: Bool {
      switch self {
      case .help, .index, .comments, .discussions, .highlights, .commentsBy, .themes, .export: false
      case .boilerplate, .notes, .peek, .picture: true
      }
    }
  }

  /// What it shows.
  public var kind: Kind
  /// The state of the list or text in it.
  public var list: ListState

  /// Makes an overlay.
  init(_ kind: Kind, _ list: ListState = ListState()) {
    self.kind = kind
    self.list = list
  }
}
