import ArticleLayout
import ReaderCore
import TerminalUI
import Themes

/// Draws frame after frame, and of a frame only what the one before does not show already.
///
/// Most keys in a discussion move the selection among comments that stand still. Then two comments, the title bar and
/// the status line are drawn again over the last frame; after anything else the whole frame is drawn. What comes out
/// equals `ScreenView.draw` for every state, which the key scripts and the random use of the tests check.
public final class FramePainter {
  private let view: ScreenView
  private var last: Last?

  /// The frame before, and what it was drawn from.
  private struct Last {
    let basis: Basis
    var selected: Int
    var trail: String
    var frame: Surface
  }

  /// Makes a painter for a theme; another theme needs another painter.
  public init(theme: Theme) { view = ScreenView(theme: theme) }

  /// The frame of a state: a new one, or the last one with some rows drawn over (`Surface.drawnRows`).
  ///
  /// - Complexity: O(cells of the screen); O(cells of a few rows) when only the selected comment is another than in the
  ///   frame before, and no copy of that frame is held any more.
  public func draw(_ state: ReaderState) -> Surface {
    guard let basis = Basis(state), let selected = state.comments?.selected else {
      last = nil
      return view.draw(state)
    }
    let trail = state.trail
    guard var next = last.take(), next.basis == basis else {
      let frame = view.draw(state)
      last = Last(basis: basis, selected: selected, trail: trail, frame: frame)
      return frame
    }
    next.frame.forgetDrawing()
    view.redraw(
      comments: [next.selected, selected], withTitleBar: next.trail != trail, of: state, on: &next.frame)
    next.selected = selected
    next.trail = trail
    last = next
    return next.frame
  }
}

/// Everything that the panes show of a state, but for the selected comment.
///
/// Flows are held and compared as objects: they are replaced with their content, and a thread's says with its revision
/// that it was folded or laid out anew.
private struct Basis {
  let size: Size
  let layout: ScreenLayout
  let focus: Pane
  let search: ReaderState.ActiveSearch?
  let isComplete: Bool
  let article: ArticleFlow
  let articleWidth: Int
  let textWidth: Int
  let articleTop: FlowPosition
  let articleSelection: ArticleSelection?
  let thread: ThreadFlow
  let threadRevision: Int
  let threadTop: FlowPosition
  let index: IndexPane
  let entries: ArticleIndex

  /// `nil` for a state with something over the panes, or without a discussion, which is always drawn whole.
  init?(_ state: ReaderState) {
    guard let comments = state.comments, state.overlays.isEmpty, state.prompt == nil else { return nil }
    switch state.progress {
    case .complete: isComplete = true
    case .partial: isComplete = false
    case .opening, .failed: return nil
    }
    size = state.size
    layout = state.layout
    focus = state.focus
    search = state.search
    article = state.article.flow
    articleWidth = state.article.flow.width
    textWidth = state.textWidth
    articleTop = state.article.top
    articleSelection = state.article.selection
    thread = comments.flow
    threadRevision = comments.flow.revision
    threadTop = comments.top
    index = state.index
    entries = state.entries
  }

  static func == (one: Basis, other: Basis) -> Bool {
    one.article === other.article && one.thread === other.thread && one.entries === other.entries
      && one.threadRevision == other.threadRevision && one.threadTop == other.threadTop
      && one.articleTop == other.articleTop && one.articleSelection == other.articleSelection
      && one.articleWidth == other.articleWidth && one.textWidth == other.textWidth
      && one.isComplete == other.isComplete && one.focus == other.focus && one.size == other.size
      && one.layout == other.layout && one.index == other.index && one.search == other.search
  }
}
