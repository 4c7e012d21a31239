import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// A list that lies over the panes.
struct OverlayView {
  let theme: Theme

  func draw(_ overlay: Overlay, _ state: ReaderState, on surface: inout Surface) {
    let rect = state.overlayRect
    guard rect.width > 4, rect.height > 3 else { return }
    let glyphs = state.configuration.glyphs
    surface.fill(rect, style: theme.style(.overlay))
    drawFrame(rect, glyphs, on: &surface)
    let inside = Rect(x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: state.overlayRows)
    let list = overlay.list
    var title: String
    var hint = "type to filter \(glyphs.separator) Enter goes there \(glyphs.separator) Esc back"
    switch overlay.kind {
    case .help:
      title = "Keys"
      hint = "type to search \(glyphs.separator) Esc back"
      drawHelp(
        KeyHelp.lines(state.configuration.keymap, filter: list.filter, isForScreen: true), list, in: inside,
        on: &surface)
    case .index(let kind):
      title = kind.title
      let entries = state.entries.entries(kind, filter: list.filter)
      EntryList(theme: theme, glyphs: glyphs).draw(
        entries, list: list, current: nil, in: inside, isFocused: true, on: &surface)
      if entries.isEmpty {
        surface.write("nothing matches", x: inside.x, y: inside.y, style: theme.style(.overlay))
      }
    case .discussions:
      title = "Discussions elsewhere"
      let rows = state.discussions(filter: list.filter).map { ($0.system, $0.title, "\($0.comments)") }
      RowList(theme: theme, glyphs: glyphs).draw(rows, list, in: inside, on: &surface)
    case .highlights:
      title = "Highlights"
      let rows = state.highlights(filter: list.filter).map {
        (
          $0.comment == nil ? "article" : "comment", $0.text.split(separator: "\n").joined(separator: " "),
          $0.note
        )
      }
      RowList(theme: theme, glyphs: glyphs).draw(rows, list, in: inside, on: &surface)
    case .boilerplate:
      title = "Set aside"
      hint = "Esc back"
      drawLines(state.lines(of: overlay), list, in: inside, on: &surface)
    case .peek(let comment):
      title = "Answers"
      let isReply = state.comments?.thread.parent(of: comment) != nil
      hint = isReply ? "i one level up \(glyphs.separator) " : ""
      hint += "Enter goes there \(glyphs.separator) Esc back"
      drawLines(state.lines(of: overlay), list, in: inside, on: &surface)
    }
    if !list.filter.isEmpty { title += ": \(list.filter)" }
    surface.write(
      " \(Truncation.fit(title, columns: rect.width - 8, ellipsis: glyphs.ellipsis)) ", x: rect.x + 2,
      y: rect.y,
      limit: rect.maxX - 2, style: theme.style(ScopeStack(.overlay, .overlayTitle)))
    surface.write(
      Truncation.fit(hint, columns: inside.width, ellipsis: glyphs.ellipsis), x: inside.x, y: rect.maxY - 2,
      style: theme.style(ScopeStack(.overlay, .textDim)))
    // A text scrolls without a selection.
    let row = max(0, min(inside.height - 1, list.selected - list.top))
    surface.cursor = Point(x: inside.x, y: inside.y + row)
  }

  private func drawFrame(_ rect: Rect, _ glyphs: Glyphs, on surface: inout Surface) {
    let style = theme.style(ScopeStack(.overlay, .paneBorder))
    let line = String(repeating: glyphs.horizontal, count: rect.width)
    surface.write(line, x: rect.x, y: rect.y, limit: rect.maxX, style: style)
    surface.write(line, x: rect.x, y: rect.maxY - 1, limit: rect.maxX, style: style)
    for y in rect.y + 1..<rect.maxY - 1 {
      surface.write(glyphs.vertical, x: rect.x, y: y, style: style)
      surface.write(glyphs.vertical, x: rect.maxX - 1, y: y, style: style)
    }
  }

  private func drawHelp(_ lines: [KeyHelp.Line], _ list: ListState, in rect: Rect, on surface: inout Surface)
  {
    let keyColumn = min(20, rect.width / 3)
    for row in 0..<rect.height where list.top + row < lines.count {
      let y = rect.y + row
      let isSelected = list.top + row == list.selected
      var stack = ScopeStack(.overlay)
      if isSelected { stack.push(.overlaySelected) }
      if isSelected {
        surface.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: theme.style(stack))
      }
      switch lines[list.top + row] {
      case .group(let name):
        surface.write(
          name, x: rect.x, y: y, limit: rect.maxX, style: theme.style(stack.pushing(.overlayTitle)))
      case .command(let keys, _, let summary):
        surface.write(
          keys.joined(separator: " "), x: rect.x + 1, y: y,
          limit: rect.x + keyColumn, style: theme.style(stack.pushing(.statusKey)))
        surface.write(summary, x: rect.x + keyColumn + 1, y: y, limit: rect.maxX, style: theme.style(stack))
      }
    }
  }

  private func drawLines(_ lines: [String], _ list: ListState, in rect: Rect, on surface: inout Surface) {
    for row in 0..<rect.height where list.top + row < lines.count {
      let line = lines[list.top + row]
      let scope: Scope = line.hasPrefix("[") ? .textDim : .boilerplate
      surface.write(
        line, x: rect.x, y: rect.y + row, limit: rect.maxX, style: theme.style(ScopeStack(.overlay, scope)))
    }
  }
}
