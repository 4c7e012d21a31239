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
    case .doublePress: return open(at: mouse.point, &state)
    case .drag: drag(to: mouse.point, &state)
    case .release:
      // Terminals that do not report motion still report where the button was let go.
      drag(to: mouse.point, &state)
      state.draggedDivider = nil
      state.draggedScrollbar = nil
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
      return copy.kind.isText ? [] : OverlayHandling.choose(copy, &state)
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
    if point.x == rect.maxX - 1, Scrollbar(of: pane, in: state) != nil {
      state.draggedScrollbar = pane
      state.scroll(pane, toRow: point.y)
      return []
    }
    let row = point.y - rect.y
    let isFocused = state.focus == pane
    if !isFocused { state.focus(on: pane) }
    switch pane {
    case .article: selectInArticle(row: row, point: point, rect: rect, &state)
    case .comments: selectComment(row: row, column: point.x - rect.x, &state)
    case .index where row == 0:
      let tabs = IndexTabs(shown: state.index.kind, width: rect.width).tabs
      if let tab = tabs.first(where: { $0.columns.contains(point.x - rect.x) }) {
        state.showIndex(tab.kind)
      }
    case .index:
      let entry = state.index.list.top + row - 1
      let entries = state.entries.list(state.index.kind)
      let list = state.index.list
      if entry < entries.count(list), let destination = entries.entry(entry, list).destination {
        state.index.list.selected = entry
        state.go(to: destination)
      }
    }
    return []
  }

  /// What a double click does: it opens what is under the pointer.
  ///
  /// A comment's replies are folded or unfolded, a link is asked for, a quote opens the list of quotes, and a figure
  /// that of figures.
  private static func open(at point: Point, _ state: inout ReaderState) -> [Effect] {
    guard state.overlays.isEmpty, state.prompt == nil, let pane = state.layout.pane(at: point),
      let rect = state.layout.rect(of: pane)
    else { return press(at: point, &state) }
    let row = point.y - rect.y
    switch pane {
    case .index: return []
    case .comments:
      guard let comments = state.comments else { return [] }
      let position = comments.flow.position(comments.top, movedBy: row)
      let column = point.x - rect.x - comments.flow.textColumn(of: position.item)
      if position.row > 0, !comments.flow.folding[position.item] {
        let layout = comments.flow.layout(of: position.item)
        let glyphs = state.configuration.glyphs
        if let offset = layout.offset(ofRow: position.row - 1, column: column, glyphs: glyphs),
          let target = layout.body.link(at: offset)
        {
          return OutsideCommands.ask(for: target, &state)
        }
      }
      if state.focus != .comments { state.focus(on: .comments) }
      state.comments?.select(position.item)
      return CommandTable.command(named: "toggle-fold")?.perform(on: &state) ?? []
    case .article:
      let columns = ScreenLayout.textColumns(in: rect, textWidth: state.textWidth)
      let flow = state.article.flow
      let position = flow.position(state.article.top, movedBy: row)
      if let offset = flow.offset(at: position, column: point.x - columns.x),
        let target = flow.article.body.link(at: offset)
      {
        return OutsideCommands.ask(for: target, &state)
      }
      switch state.article.selection {
      case .quote: return CommandTable.command(named: "show-quotes")?.perform(on: &state) ?? []
      case .figure: return CommandTable.command(named: "show-figures")?.perform(on: &state) ?? []
      default: return []
      }
    }
  }

  private static func drag(to point: Point, _ state: inout ReaderState) {
    if let pane = state.draggedScrollbar {
      state.scroll(pane, toRow: point.y)
      return
    }
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
    let columns = ScreenLayout.textColumns(in: rect, textWidth: state.textWidth)
    if point.x < columns.x, selectByMark(at: point.x - columns.x, on: range, &state) { return }
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

  /// Selects what a mark in the margin stands for; `column` is counted back from the text.
  private static func selectByMark(at column: Int, on range: TextRange, _ state: inout ReaderState) -> Bool {
    let article = state.article.article
    let figure = article.figures.partitioningIndex { $0.range.lower >= range.lower }
    if column == 1 - ScreenLayout.margin, figure < article.figures.count,
      article.figures[figure].range.lower < range.upper
    {
      state.article.select(.figure(figure))
      return true
    }
    let quote = article.quotes.partitioningIndex { $0.parts[0].markedRange.lower >= range.lower }
    guard column < 0, quote < article.quotes.count,
      article.quotes[quote].parts[0].markedRange.lower < range.upper
    else { return false }
    state.article.select(.quote(quote))
    return true
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

extension RichText {
  /// Where the link leads that covers a byte; `nil` where there is none.
  fileprivate func link(at offset: Int) -> String? {
    for inline in inlines where inline.range.contains(offset) {
      if case .link(let target) = inline.kind { return linkTargets[target] }
    }
    return nil
  }
}
