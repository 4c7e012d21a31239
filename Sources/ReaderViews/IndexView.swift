import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The third column: quotes by speaker, figures, the outline or quoted words.
struct IndexView {
  let theme: Theme

  func draw(_ state: ReaderState, in rect: Rect, on surface: inout Surface) {
    drawKinds(state.index.kind, in: rect, on: &surface)
    let entries = state.entries.entries(state.index.kind)
    let isFocused = state.focus == .index
    EntryList(theme: theme, glyphs: state.configuration.glyphs).draw(
      entries, list: state.index.list, current: isFocused ? nil : state.article.selection,
      in: Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1), isFocused: isFocused,
      on: &surface)
    let cursorY = rect.y + 1 + state.index.list.selected - state.index.list.top
    if isFocused, cursorY < rect.maxY { surface.cursor = Point(x: rect.x, y: cursorY) }
  }

  /// Names what the column can show, as many as fit with the shown one among them.
  private func drawKinds(_ shown: IndexKind, in rect: Rect, on surface: inout Surface) {
    let labels = IndexKind.allCases.enumerated().map { "\($0.offset + 3) \($0.element.title)" }
    let position = IndexKind.allCases.firstIndex(of: shown) ?? 0
    var first = 0
    while first < position,
      labels[first...position].reduce(0, { $0 + ColumnWidth.of($1) + 2 }) > rect.width
    {
      first += 1
    }
    var x = rect.x + 1
    for (number, label) in labels.enumerated() where number >= first {
      guard x + ColumnWidth.of(label) <= rect.maxX || number == position else { break }
      let style = theme.style(number == position ? .statusKey : .textDim)
      x = surface.write(label, x: x, y: rect.y, limit: rect.maxX, style: style) + 2
    }
  }
}

/// Rows of an index, one line each.
struct EntryList {
  let theme: Theme
  let glyphs: Glyphs

  func draw(
    _ entries: [ArticleIndex.Entry], list: ListState, current: ArticleSelection?, in rect: Rect,
    isFocused: Bool,
    on surface: inout Surface
  ) {
    for row in 0..<rect.height {
      let index = list.top + row
      guard index < entries.count else { break }
      let entry = entries[index]
      let y = rect.y + row
      let isSelected = isFocused ? index == list.selected : current != nil && entry.selection == current
      let base: Scope = isFocused ? .overlay : .text
      var stack = ScopeStack(base)
      if entry.selection == nil { stack.push(.overlayTitle) }
      if isSelected { stack.push(.overlaySelected) }
      let style = theme.style(stack)
      if isSelected { surface.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style) }
      if isSelected { surface.write(glyphs.pointer, x: rect.x, y: y, limit: rect.maxX, style: style) }
      let detailX = rect.maxX - ColumnWidth.of(entry.detail) - 1
      let x = rect.x + 1 + min(entry.indent, rect.width / 3)
      let room = (entry.detail.isEmpty ? rect.maxX - 1 : detailX - 1) - x
      let words = String(entry.text.prefix(4 * max(0, room)).map { $0 == "\n" ? " " : $0 })
      surface.write(
        Truncation.fit(words, columns: max(0, room), ellipsis: glyphs.ellipsis), x: x, y: y, limit: rect.maxX,
        style: style)
      if !entry.detail.isEmpty {
        var detail = stack
        if !isSelected { detail.push(.textDim) }
        surface.write(entry.detail, x: detailX, y: y, limit: rect.maxX, style: theme.style(detail))
      }
    }
  }
}
