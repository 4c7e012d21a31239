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
    let escape = list.filter.isEmpty ? "Esc back" : "Esc clears"
    var hint = "type to filter \(glyphs.separator) Enter goes there \(glyphs.separator) \(escape)"
    switch overlay.kind {
    case .help:
      title = "Keys"
      let lines = KeyHelp.lines(state.configuration.keymap, filter: list.filter, isForScreen: true)
      let rest = drawHelp(lines, list, glyphs, in: inside, on: &surface)
      hint = rest ?? "type to search \(glyphs.separator) \(escape)"
    case .index, .commentsBy, .comments:
      title = listTitle(overlay.kind, state)
      drawList(overlay, state, in: inside, hint: &hint, on: &surface)
    case .picture(let block):
      title = caption(of: block, state)
      hint = "Esc back"
      drawPicture(state, list, in: inside, on: &surface)
    case .themes, .export:
      title = overlay.kind == .themes ? "Themes" : "Write into a file"
      if overlay.kind == .themes {
        hint = "type to filter \(glyphs.separator) Enter takes it \(glyphs.separator) \(escape)"
      }
      drawMenu(state.menu(overlay), list, in: inside, on: &surface)
    case .discussions:
      title = "Discussions elsewhere"
      let rows = state.discussions(filter: list.filter).map { ($0.system, $0.title, "\($0.comments)") }
      RowList(theme: theme, glyphs: glyphs).draw(rows, list, in: inside, on: &surface)
    case .highlights:
      title = "Highlights"
      hint = "type to filter \(glyphs.separator) Enter goes there \(glyphs.separator) Delete twice deletes"
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
    case .notes:
      title = "Notes"
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
    let isTable = state.indexList(of: overlay.kind).map { !$0.columns.isEmpty } ?? false
    let row = max(0, min(inside.height - 1, list.selected - list.top)) + (isTable ? 1 : 0)
    surface.cursor = Point(x: inside.x, y: inside.y + row)
  }

  private func listTitle(_ kind: Overlay.Kind, _ state: ReaderState) -> String {
    switch kind {
    case .index(let kind): return kind.title
    case .commentsBy(let author):
      guard let names = state.comments?.source.authors, names.indices.contains(Int(author)) else {
        return "Comments"
      }
      return "Comments by \(names[Int(author)])"
    case .comments(let comments): return comments.title(in: state.article.article)
    default: return ""
    }
  }

  private func drawList(
    _ overlay: Overlay, _ state: ReaderState, in inside: Rect, hint: inout String, on surface: inout Surface
  ) {
    guard let entries = state.indexList(of: overlay.kind) else { return }
    let glyphs = state.configuration.glyphs
    let list = EntryList(theme: theme, glyphs: glyphs)
    var rows = inside
    if entries.columns.isEmpty {
      list.draw(entries, list: overlay.list, current: nil, in: inside, isFocused: true, on: &surface)
    } else {
      hint += " \(glyphs.separator) Tab sorts \(glyphs.separator) ^R turns the order round"
      rows.height += 1
      list.drawTable(entries, list: overlay.list, in: rows, on: &surface)
    }
    if entries.count(overlay.list) == 0 {
      let y = inside.y + (entries.columns.isEmpty ? 0 : 1)
      surface.write("nothing matches", x: inside.x, y: y, style: theme.style(.overlay))
    }
  }

  private func caption(of block: Int, _ state: ReaderState) -> String {
    let body = state.article.article.body
    guard body.blocks.indices.contains(block), case .picture(let index) = body.blocks[block].kind else {
      return ""
    }
    let caption = body.string(body.blocks[block].range)
    return caption.isEmpty ? body.pictures[index].alternativeText : caption
  }

  private func drawPicture(_ state: ReaderState, _ list: ListState, in rect: Rect, on surface: inout Surface)
  {
    guard let rows = state.drawnPicture?.cells.rows else { return }
    let width = rows.map(\.count).max() ?? 0
    let left = rect.x + max(0, (rect.width - width) / 2)
    for row in 0..<rect.height where list.top + row < rows.count {
      for (column, cell) in rows[list.top + row].enumerated() where left + column < rect.maxX {
        surface.put(cell, x: left + column, y: rect.y + row)
      }
    }
  }

  private func drawMenu(_ rows: [MenuRow], _ list: ListState, in rect: Rect, on surface: inout Surface) {
    let column = min(24, rect.width / 2)
    for row in 0..<rect.height where list.top + row < rows.count {
      let y = rect.y + row
      let isSelected = list.top + row == list.selected
      var stack = drawRow(at: y, isSelected: isSelected, in: rect, on: &surface)
      let menu = rows[list.top + row]
      surface.write(menu.text, x: rect.x + 1, y: y, limit: rect.x + column, style: theme.style(stack))
      if !isSelected { stack.push(.textDim) }
      surface.write(menu.detail, x: rect.x + column + 1, y: y, limit: rect.maxX, style: theme.style(stack))
    }
    if rows.isEmpty {
      surface.write("nothing matches", x: rect.x, y: rect.y, style: theme.style(.overlay))
    }
  }

  /// Draws what lies under a row of a list; returns the scopes of its words.
  private func drawRow(
    at y: Int, isSelected: Bool, in rect: Rect, on surface: inout Surface
  ) -> ScopeStack {
    guard isSelected else { return ScopeStack(.overlay) }
    let stack = ScopeStack(.overlay, .overlaySelected)
    surface.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: theme.style(stack))
    return stack
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
    let places = [
      (rect.x, rect.y), (rect.maxX - 1, rect.y), (rect.maxX - 1, rect.maxY - 1), (rect.x, rect.maxY - 1),
    ]
    for (corner, place) in zip(glyphs.corners, places) {
      surface.write(corner, x: place.0, y: place.1, limit: rect.maxX, style: style)
    }
  }

  /// Draws the key list; returns what the selected command does when that does not fit on its row.
  private func drawHelp(
    _ lines: [KeyHelp.Line], _ list: ListState, _ glyphs: Glyphs, in rect: Rect, on surface: inout Surface
  ) -> String? {
    // The keys take as much as they need, up to a third.
    let widest = lines.reduce(0) { most, line in
      guard case .command(let keys, _, _) = line else { return most }
      return max(most, ColumnWidth.of(keys.joined(separator: " ")))
    }
    let keyColumn = min(widest + 3, max(8, rect.width / 3))
    if lines.isEmpty { surface.write("nothing matches", x: rect.x, y: rect.y, style: theme.style(.overlay)) }
    var cut: String?
    for row in 0..<rect.height where list.top + row < lines.count {
      let y = rect.y + row
      let isSelected = list.top + row == list.selected
      let stack = drawRow(at: y, isSelected: isSelected, in: rect, on: &surface)
      switch lines[list.top + row] {
      case .group(let name):
        surface.write(
          name, x: rect.x, y: y, limit: rect.maxX, style: theme.style(stack.pushing(.overlayTitle)))
      case .command(let keys, _, let summary):
        surface.write(
          Truncation.fit(
            keys.joined(separator: " "), columns: keyColumn - 2, ellipsis: glyphs.ellipsis), x: rect.x + 1,
          y: y,
          style: theme.style(stack.pushing(.statusKey)))
        let room = rect.width - keyColumn
        if isSelected, ColumnWidth.of(summary) > room { cut = summary }
        surface.write(
          Truncation.fit(summary, columns: room, ellipsis: glyphs.ellipsis), x: rect.x + keyColumn, y: y,
          limit: rect.maxX, style: theme.style(stack))
      }
    }
    return cut
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
