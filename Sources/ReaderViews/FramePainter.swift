import ArticleLayout
import ReaderCore
import TerminalUI
import Themes

/// Draws frame after frame, and of a frame only what the one before does not show already.
///
/// Most keys in a discussion move the selection among comments that stand still: then two comments, the title bar and
/// the status line are drawn again over the last frame. Others scroll it, and the article beside it stands still: then
/// its pane is drawn again. After anything else the whole frame is drawn. What comes out equals `ScreenView.draw` for
/// every state, which the key scripts and the random use of the tests check.
public final class FramePainter {
  private let view: ScreenView
  private var last: Last?

  /// The frame before, and what it was drawn from.
  private struct Last {
    let basis: Basis
    var threadTop: FlowPosition
    var selected: Int
    var trail: String
    var frame: Surface
  }

  /// Makes a painter for a theme; another theme needs another painter.
  public init(theme: Theme) { view = ScreenView(theme: theme) }

  /// A picture of a state that is not shown: the next frame is still drawn over the last one that was.
  public func picture(of state: ReaderState) -> Surface { view.draw(state) }

  /// The frame of a state: a new one, or the last one with some rows drawn over (`Surface.drawnRows`).
  ///
  /// - Complexity: O(cells of the screen); O(cells of a few rows) when only the selected comment is another than in the
  ///   frame before, and no copy of that frame is held any more; O(cells of the pane) when the discussion was scrolled.
  public func draw(_ state: ReaderState) -> Surface {
    guard Basis.suits(state), let comments = state.comments else {
      last = nil
      return view.draw(state)
    }
    let selected = comments.selected
    let trail = state.trail
    guard var next = last.take(), next.basis.holds(for: state, comments) else {
      let frame = view.draw(state)
      last = Last(
        basis: Basis(state, comments), threadTop: comments.top, selected: selected, trail: trail, frame: frame
      )
      return frame
    }
    next.frame.forgetDrawing()
    let isScrolled = next.threadTop != comments.top
    view.redraw(
      comments: isScrolled ? nil : [next.selected, selected], withTitleBar: next.trail != trail, of: state,
      on: &next.frame)
    next.threadTop = comments.top
    next.selected = selected
    next.trail = trail
    last = next
    return next.frame
  }
}

/// Everything that the panes show of a state, but for the selected comment and the top of the discussion.
///
/// Flows are held and compared as objects: they are replaced with their content, and a thread's says with its revision
/// that it was folded or laid out anew.
private struct Basis {
  let size: Size
  let layout: ScreenLayout
  let focus: Pane
  let search: ActiveSearch?
  let isComplete: Bool
  let article: ArticleFlow
  let articleRevision: Int
  let textWidth: Int
  let articleTop: FlowPosition
  let articleSelection: ArticleSelection?
  let thread: ThreadFlow
  let threadRevision: Int
  let revisits: Int
  let index: IndexPane
  let entries: ArticleIndex
  let highlightedAuthor: Int32?
  let references: ReferenceIndex

  /// Whether a state may be drawn over a frame at all: not with something over the panes, nor on a screen without cells.
  static func suits(_ state: ReaderState) -> Bool {
    guard state.size.width > 0, state.size.height > 0 else { return false }
    switch state.progress {
    case .complete, .partial:
      return state.overlays.isEmpty && state.prompt == nil && state.hints.isEmpty
        && !state.configuration.isLinear
    case .opening, .failed: return false
    }
  }

  init(_ state: ReaderState, _ comments: ThreadPane) {
    size = state.size
    layout = state.layout
    focus = state.focus
    search = state.search
    isComplete = state.progress == .complete
    article = state.article.flow
    articleRevision = state.article.flow.revision
    textWidth = state.textWidth
    articleTop = state.article.top
    articleSelection = state.article.selection
    thread = comments.flow
    threadRevision = comments.flow.revision
    revisits = state.revisits
    index = state.index
    entries = state.entries
    highlightedAuthor = state.highlightedAuthor
    references = state.references
  }

  /// Whether a state shows the same; compared in place, because to take a state apart costs more than the rest.
  func holds(for state: ReaderState, _ comments: ThreadPane) -> Bool {
    revisits == state.revisits && article === state.article.flow && thread === comments.flow
      && entries === state.entries && highlightedAuthor == state.highlightedAuthor
      && references === state.references
      && threadRevision == comments.flow.revision
      && articleTop == state.article.top && articleSelection == state.article.selection
      && articleRevision == state.article.flow.revision && textWidth == state.textWidth
      && isComplete == (state.progress == .complete) && focus == state.focus && size == state.size
      && layout == state.layout && index == state.index && search == state.search
  }
}
