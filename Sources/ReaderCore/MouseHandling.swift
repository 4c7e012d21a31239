import ArticleLayout
import ArticleModel
import TerminalUI

/// What the mouse does: a click focuses and selects, the wheel scrolls what it is over, a divider can be dragged.
enum MouseHandling {
  /// The rows that a notch of the wheel scrolls.
  private static let wheelRows = 3

  static func handle(_ mouse: MouseEvent, _ state: inout ReaderState) -> [Effect] {
    switch mouse.action {
    case .wheelUp: wheel(by: -wheelRows, at: mouse.point, &state)
    case .wheelDown: wheel(by: wheelRows, at: mouse.point, &state)
    case .press: return press(at: mouse.point, &state)
    case .drag: drag(to: mouse.point, &state)
    case .release:
      // Terminals that do not report motion still report where the button was let go.
      drag(to: mouse.point, &state)
      state.draggedDivider = nil
    }
    return []
  }

  private static func wheel(by rows: Int, at point: Point, _ state: inout ReaderState) {
    if let overlay = state.overlays.popLast() {
      var list = overlay.list
      list.top = max(0, min(list.top + rows, max(0, state.overlayCount(overlay) - state.overlayRows)))
      list.selected = max(list.top, min(list.selected, list.top + state.overlayRows - 1))
      var copy = overlay
      copy.list = list
      state.overlays.append(copy)
      return
    }
    switch state.layout.pane(at: point) ?? state.focus {
    case .article: state.article.scroll(by: rows)
    case .comments: state.comments?.scroll(by: rows)
    case .index: state.moveInIndex(by: rows)
    }
  }

  private static func press(at point: Point, _ state: inout ReaderState) -> [Effect] {
    state.message = nil
    if let overlay = state.overlays.last {
      let rect = state.overlayRect
      guard rect.contains(point) else {
        state.overlays.removeLast()
        return []
      }
      var list = overlay.list
      let entry = list.top + point.y - rect.y - 1
      guard point.y > rect.y, entry < state.overlayCount(overlay) else { return [] }
      list.selected = entry
      var copy = overlay
      copy.list = list
      state.overlays[state.overlays.count - 1] = copy
      if case .index = copy.kind { return OverlayHandling.choose(copy, &state) }
      return []
    }
    if state.layout.rowDivider?.contains(point) == true {
      state.draggedDivider = .comments
      return []
    }
    if state.layout.columnDividers.last?.contains(point) == true, state.comments != nil {
      state.draggedDivider = .article
      return []
    }
    guard let pane = state.layout.pane(at: point), let rect = state.layout.rect(of: pane) else { return [] }
    let row = point.y - rect.y
    let isFocused = state.focus == pane
    if !isFocused { state.focus(on: pane) }
    switch pane {
    case .article: selectInArticle(row: row, point: point, rect: rect, &state)
    case .comments: selectComment(row: row, column: point.x - rect.x, &state)
    case .index:
      let entry = state.index.list.top + row - 1
      let entries = state.entries.entries(state.index.kind)
      if row > 0, entries.indices.contains(entry), let selection = entries[entry].selection {
        state.index.list.selected = entry
        state.go(to: selection)
      }
    }
    return []
  }

  private static func drag(to point: Point, _ state: inout ReaderState) {
    switch state.draggedDivider {
    case .comments:
      guard let article = state.layout.article else { return }
      state.rowShift += point.y - article.maxY
    case .article:
      guard let article = state.layout.article else { return }
      state.columnShift += point.x - article.maxX
    default: return
    }
    state.refit()
  }

  private static func selectInArticle(row: Int, point: Point, rect: Rect, _ state: inout ReaderState) {
    let flow = state.article.flow
    let position = flow.position(state.article.top, movedBy: row)
    guard flow.distance(from: state.article.top, to: position, limit: row + 1) == row,
      let range = flow.row(at: position).range
    else { return }
    let article = state.article.article
    // The innermost mark on the row wins: a figure inside a quote, else the quote, else nothing changes.
    if let figure = article.figures.firstIndex(where: {
      $0.range.overlaps(range) && covers($0.range, point, rect, position, state)
    }) {
      state.article.select(.figure(figure))
    } else if let quote = article.quotes.firstIndex(where: {
      $0.parts.contains { $0.markedRange.overlaps(range) }
    }) {
      state.article.select(.quote(quote))
    }
  }

  /// Whether the words drawn at `point` belong to `range`.
  private static func covers(
    _ range: TextRange, _ point: Point, _ rect: Rect, _ position: FlowPosition, _ state: ReaderState
  ) -> Bool {
    let columns = ScreenLayout.textColumns(in: rect, textWidth: state.textWidth)
    guard let offset = state.article.flow.offset(at: position, column: point.x - columns.x) else {
      return false
    }
    return range.contains(offset)
  }

  private static func selectComment(row: Int, column: Int, _ state: inout ReaderState) {
    guard var pane = state.comments else { return }
    let position = pane.flow.position(pane.top, movedBy: row)
    guard pane.flow.distance(from: pane.top, to: position, limit: row + 1) == row else { return }
    let item = position.item
    pane.select(item)
    let mark = pane.flow.indent(of: item)
    if position.row == 0, (mark...mark + 1).contains(column), pane.thread.descendantCount(of: item) > 0 {
      pane.changeFolding { $0[item].toggle() }
    }
    state.comments = pane
  }
}
