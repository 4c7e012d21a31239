/// Something that lies over the panes and takes the keys.
public enum Overlay: Hashable, Sendable {
  /// The key list; `filter` narrows it.
  case help(ListState)
  /// Quotes, figures, outline or quoted words as a list to choose from.
  case index(IndexKind, ListState)
  /// What was judged boilerplate, and the diagnostics.
  case boilerplate(ListState)

  /// The state of the list in it.
  public var list: ListState {
    get {
      switch self {
      case .help(let list), .boilerplate(let list): list
      case .index(_, let list): list
      }
    }
    set {
      switch self {
      case .help: self = .help(newValue)
      case .index(let kind, _): self = .index(kind, newValue)
      case .boilerplate: self = .boilerplate(newValue)
      }
    }
  }
}

/// A list that can be filtered and scrolled.
public struct ListState: Hashable, Sendable {
  /// The words that entries must contain.
  public var filter = ""
  /// The selected entry among those that are shown.
  public var selected = 0
  /// The first entry on screen.
  public var top = 0

  /// An unfiltered list with the first entry selected.
  public init() {}

  /// Selects an entry and scrolls so that it shows.
  public mutating func select(_ index: Int, count: Int, rows: Int) {
    selected = max(0, min(index, count - 1))
    if selected < top { top = selected }
    if selected >= top + max(1, rows) { top = selected - max(1, rows) + 1 }
    top = max(0, min(top, max(0, count - rows)))
  }
}

/// A line that the user types into.
public struct Prompt: Hashable, Sendable {
  /// The words so far.
  public var text = ""
  /// The pane that is searched.
  public var pane: Pane

  /// An empty prompt.
  public init(pane: Pane) { self.pane = pane }
}
