import ArticleModel
import ReaderCore
import TerminalUI
import Themes

/// The whole screen: a function of the reader's state and a theme.
public struct ScreenView {
  private let theme: Theme

  /// Makes a view that draws with a theme.
  public init(theme: Theme) { self.theme = theme }

  /// Draws a frame.
  ///
  /// - Complexity: O(cells of the screen); what is off screen costs nothing.
  public func draw(_ state: ReaderState) -> Surface {
    var surface = Surface(size: state.size, style: theme.style(.text))
    guard state.size.width > 0, state.size.height > 0 else { return surface }
    switch state.progress {
    case .opening(let name): note(["Opening \(name) …"], state, &surface)
    case .failed(let message): note(message.split(separator: "\n").map(String.init), state, &surface)
    case .partial, .complete:
      if state.configuration.isLinear {
        LinearView(theme: theme).draw(state, on: &surface)
      } else {
        panes(state, &surface)
      }
    }
    StatusLineView(theme: theme).draw(state, on: &surface)
    if let overlay = state.overlays.last {
      OverlayView(theme: theme).draw(overlay, state, on: &surface)
    }
    return surface
  }

  /// Draws some comments, or with `nil` the whole discussion, the status line, and where asked the title bar of a state
  /// over a frame that differs in nothing else.
  ///
  /// - Complexity: O(cells that are drawn).
  func redraw(
    comments items: [Int]?, withTitleBar hasNewTrail: Bool, of state: ReaderState, on surface: inout Surface
  ) {
    surface.isCursorVisible = false
    if hasNewTrail { TitleBarView(theme: theme).draw(state, on: &surface) }
    if let rect = state.layout.comments, let comments = state.comments {
      if state.focus == .comments { surface.cursor = nil }
      let view = ThreadView(theme: theme)
      if let items {
        view.redraw(items, comments, state, in: rect, on: &surface)
      } else {
        surface.fill(rect, style: theme.style(.text))
        view.draw(comments, state, in: rect, on: &surface)
      }
      drawScrollbar(of: .comments, state, on: &surface)
    }
    StatusLineView(theme: theme).draw(state, on: &surface)
  }

  private func panes(_ state: ReaderState, _ surface: inout Surface) {
    TitleBarView(theme: theme).draw(state, on: &surface)
    if let rect = state.layout.article { ArticleView(theme: theme).draw(state, in: rect, on: &surface) }
    if let rect = state.layout.comments, let comments = state.comments {
      ThreadView(theme: theme).draw(comments, state, in: rect, on: &surface)
    }
    if let rect = state.layout.index { IndexView(theme: theme).draw(state, in: rect, on: &surface) }
    drawScrollbar(of: .article, state, on: &surface)
    drawScrollbar(of: .comments, state, on: &surface)
    let isFocused: (Pane) -> Bool = { state.focus == $0 }
    for (number, divider) in state.layout.columnDividers.enumerated() {
      // With a discussion, the last divider stands between it and the article.
      let isThreadDivider = state.comments != nil && number == state.layout.columnDividers.count - 1
      let isLit = isThreadDivider ? isFocused(.comments) || isFocused(.article) : isFocused(.index)
      let style = theme.style(isLit ? .paneBorderFocused : .paneBorder)
      surface.write(
        state.configuration.glyphs.vertical, x: divider.x, rows: divider.y..<divider.maxY, style: style)
    }
  }

  private func drawScrollbar(of pane: Pane, _ state: ReaderState, on surface: inout Surface) {
    guard let bar = Scrollbar(of: pane, in: state) else { return }
    surface.write(
      state.configuration.glyphs.thumb, x: bar.x, rows: bar.thumb, limit: bar.x + 1,
      style: theme.style(.scrollbar))
  }

  private func note(_ lines: [String], _ state: ReaderState, _ surface: inout Surface) {
    let top = max(0, (state.size.height - lines.count) / 2 - 1)
    for (row, line) in lines.enumerated() {
      surface.write(line, x: min(2, state.size.width / 10), y: top + row, style: theme.style(.text))
    }
  }
}
