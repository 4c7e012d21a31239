import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// Rows of a list in three parts: what it is, its words, and something at the right edge.
struct RowList {
  let theme: Theme
  let glyphs: Glyphs

  func draw(
    _ rows: [(kind: String, words: String, end: String)], _ list: ListState, in rect: Rect,
    on surface: inout Surface
  ) {
    if rows.isEmpty { surface.write("nothing matches", x: rect.x, y: rect.y, style: theme.style(.overlay)) }
    let column = min(22, rect.width / 3)
    for line in 0..<rect.height where list.top + line < rows.count {
      let (kind, words, end) = rows[list.top + line]
      let y = rect.y + line
      var stack = ScopeStack(.overlay)
      if list.top + line == list.selected {
        stack.push(.overlaySelected)
        surface.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: theme.style(stack))
      }
      surface.write(
        fit(kind, column - 1), x: rect.x, y: y, limit: rect.maxX,
        style: theme.style(stack.pushing(.statusKey)))
      let last = fit(end, rect.width / 3)
      let edge = rect.maxX - ColumnWidth.of(last)
      surface.write(last, x: edge, y: y, limit: rect.maxX, style: theme.style(stack.pushing(.commentMeta)))
      let room = edge - rect.x - column - (last.isEmpty ? 0 : 2)
      surface.write(fit(words, room), x: rect.x + column, y: y, limit: edge, style: theme.style(stack))
    }
  }

  private func fit(_ text: String, _ columns: Int) -> String {
    Truncation.fit(text, columns: max(0, columns), ellipsis: glyphs.ellipsis)
  }
}
