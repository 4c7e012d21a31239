import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The third column: quotes by speaker, figures, the outline or another list, in step with the article.
struct IndexView {
  let theme: Theme

  func draw(_ state: ReaderState, in rect: Rect, on surface: inout Surface) {
    drawKinds(state.index.kind, in: rect, on: &surface)
    let isFocused = state.focus == .index
    let rows = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
    let entries = state.entries.list(state.index.kind)
    var list = state.index.list
    let current = isFocused ? nil : state.article.selection.map(IndexList.Destination.article)
    if !isFocused, let row = state.rowInStep(with: entries) {
      list.select(row, count: entries.count(list), rows: rows.height)
    }
    EntryList(theme: theme, glyphs: state.configuration.glyphs).draw(
      entries, list: list, current: current, in: rows, isFocused: isFocused, on: &surface)
    let cursorY = rect.y + 1 + state.index.list.selected - state.index.list.top
    if isFocused, cursorY < rect.maxY { surface.cursor = Point(x: rect.x, y: cursorY) }
  }

  private func drawKinds(_ shown: IndexKind, in rect: Rect, on surface: inout Surface) {
    for tab in IndexTabs(shown: shown, width: rect.width).tabs {
      let style = theme.style(tab.kind == shown ? .statusKey : .textDim)
      surface.write(tab.label, x: rect.x + tab.columns.lowerBound, y: rect.y, limit: rect.maxX, style: style)
    }
  }
}

/// Rows of a list, one line each.
struct EntryList {
  let theme: Theme
  let glyphs: Glyphs

  func draw(
    _ entries: IndexList, list: ListState, current: IndexList.Destination?, in rect: Rect, isFocused: Bool,
    on surface: inout Surface
  ) {
    let count = entries.count(list)
    for row in 0..<rect.height {
      let index = list.top + row
      guard index < count else { break }
      let entry = entries.entry(index, list)
      let isSelected = isFocused ? index == list.selected : current != nil && entry.destination == current
      draw(
        entry, isSelected: isSelected, isFocused: isFocused,
        in: Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1), on: &surface)
    }
  }

  /// Draws rows of a table below their headings.
  func drawTable(_ entries: IndexList, list: ListState, in rect: Rect, on surface: inout Surface) {
    let columns = Self.places(of: entries.columns, width: rect.width - 1)
    for (number, place) in columns where number < entries.columns.count {
      let column = entries.columns[number]
      var title = column.title
      if list.sort?.column == number {
        title += list.sort?.isDescending == true ? glyphs.folded : glyphs.unfolded
      }
      put(
        title, isNumber: column.isNumber, x: rect.x + 1 + place.lowerBound, width: place.count, y: rect.y,
        theme.style(ScopeStack(.overlay, .textDim)), on: &surface)
    }
    let count = entries.count(list)
    for row in 0..<rect.height - 1 where list.top + row < count {
      let entry = entries.entry(list.top + row, list)
      let y = rect.y + 1 + row
      let isSelected = list.top + row == list.selected
      let style = theme.style(isSelected ? ScopeStack(.overlay, .overlaySelected) : ScopeStack(.overlay))
      if isSelected {
        surface.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
        surface.write(glyphs.pointer, x: rect.x, y: y, limit: rect.maxX, style: style)
      }
      for (number, place) in columns where number < entry.cells.count {
        put(
          Self.oneLine(entry.cells[number], columns: place.count), isNumber: entries.columns[number].isNumber,
          x: rect.x + 1 + place.lowerBound, width: place.count, y: y, style, on: &surface)
      }
    }
  }

  /// Where the columns of a table stand.
  ///
  /// Each is as wide as it wants, those without a width share the rest; the last ones are left out where there is no room.
  /// Where the rest is plenty, words get up to as much again.
  private static func places(of columns: [IndexList.Column], width: Int) -> [(column: Int, place: Range<Int>)]
  {
    var shown = Array(columns.indices)
    let needed = { (numbers: [Int]) in
      numbers.reduce(0) { $0 + (columns[$1].width == 0 ? 14 : columns[$1].width) + 1 }
    }
    while shown.count > 1, needed(shown) > width {
      // The widest that is not the first goes last; the words that a row is about stay.
      let last = shown.lastIndex { columns[$0].width != 0 && $0 > 2 } ?? shown.count - 1
      shown.remove(at: last)
    }
    let fixed = shown.reduce(0) { $0 + columns[$1].width }
    let flexible = max(1, shown.filter { columns[$0].width == 0 }.count)
    let rest = width - fixed - shown.count
    let words = shown.reduce(0) { $0 + (columns[$1].isNumber ? 0 : columns[$1].width) }
    let spare = max(0, min(words, rest - flexible * comfortable))
    var x = 0
    return shown.map { number in
      let wanted = columns[number].width
      let own =
        wanted == 0
        ? max(1, (rest - spare) / flexible)
        : wanted + (columns[number].isNumber ? 0 : spare * wanted / max(1, words))
      defer { x += own + 1 }
      return (number, x..<min(max(x, width), x + own))
    }
  }

  /// The columns that a column without a width has before the others get more than they want.
  private static let comfortable = 48

  private func put(
    _ text: String, isNumber: Bool, x: Int, width: Int, y: Int, _ style: Style, on surface: inout Surface
  ) {
    let fitted = Truncation.fit(text, columns: width, ellipsis: glyphs.ellipsis)
    let start = isNumber ? x + max(0, width - ColumnWidth.of(fitted)) : x
    surface.write(fitted, x: start, y: y, limit: x + width, style: style)
  }

  private func draw(
    _ entry: IndexList.Entry, isSelected: Bool, isFocused: Bool, in rect: Rect, on surface: inout Surface
  ) {
    var stack = ScopeStack(isFocused ? .overlay : .text)
    if entry.destination == nil { stack.push(.overlayTitle) }
    if isSelected { stack.push(.overlaySelected) }
    let style = theme.style(stack)
    if isSelected { surface.fill(rect, style: style) }
    if isSelected { surface.write(glyphs.pointer, x: rect.x, y: rect.y, limit: rect.maxX, style: style) }
    let x = rect.x + 1 + min(entry.indent, rect.width / 3)
    // What stands on the right takes half of the row at most.
    let detail = Truncation.fit(entry.detail, columns: max(0, rect.width / 2), ellipsis: glyphs.ellipsis)
    let detailX = rect.maxX - ColumnWidth.of(detail) - 1
    let room = (detail.isEmpty ? rect.maxX - 1 : detailX - 1) - x
    surface.write(
      Truncation.fit(
        Self.oneLine(entry.text, columns: room), columns: max(0, room), ellipsis: glyphs.ellipsis),
      x: x, y: rect.y, limit: rect.maxX, style: style)
    if !detail.isEmpty {
      if !isSelected { stack.push(.textDim) }
      surface.write(detail, x: detailX, y: rect.y, limit: rect.maxX, style: theme.style(stack))
    }
  }

  private static func oneLine(_ text: String, columns: Int) -> String {
    String(text.prefix(4 * max(0, columns)).map { $0 == "\n" ? " " : $0 })
  }
}
