import ArticleLayout
import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The comments pane: headers, guides, words, folded threads.
struct ThreadView {
  let theme: Theme

  func draw(_ pane: ThreadPane, _ state: ReaderState, in rect: Rect, on surface: inout Surface) {
    forEachComment(in: pane, rect) { item, rows, y in
      draw(item, rows: rows, pane, state, rect: rect, y: y, on: &surface)
    }
  }

  /// Draws what shows whether a comment is selected again, for those of some comments that are on the screen: the
  /// header, or all rows where it has left the screen.
  func redraw(
    _ items: [Int], _ pane: ThreadPane, _ state: ReaderState, in rect: Rect, on surface: inout Surface
  ) {
    forEachComment(in: pane, rect) { item, rows, y in
      guard items.contains(item) else { return }
      let rows = rows.first == 0 ? 0..<1 : rows
      surface.fill(
        Rect(x: rect.x, y: y, width: rect.width, height: rows.count), style: theme.style(.text))
      draw(item, rows: rows, pane, state, rect: rect, y: y, on: &surface)
    }
  }

  /// Calls `body` with the comments on the screen, their rows there, and where the first of these stands.
  private func forEachComment(
    in pane: ThreadPane, _ rect: Rect, _ body: (_ item: Int, _ rows: Range<Int>, _ y: Int) -> Void
  ) {
    var position = pane.top
    var y = rect.y
    while y < rect.maxY {
      let height = max(position.row, pane.flow.height(of: position.item))
      let rows = position.row..<min(height, position.row + rect.maxY - y)
      body(position.item, rows, y)
      y += rows.count
      guard let next = pane.flow.item(after: position.item) else { break }
      position = FlowPosition(item: next)
    }
  }

  /// Draws some rows of a comment, the first at `y`.
  private func draw(
    _ item: Int, rows: Range<Int>, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y: Int,
    on surface: inout Surface
  ) {
    var rows = rows
    var y = y
    let hasHeader = rows.first == 0
    if hasHeader {
      drawGuides(of: item, isHeader: true, pane, state, rect: rect, y: y..<y + 1, on: &surface)
      drawHeader(item, pane, state, rect: rect, y: y, on: &surface)
      rows.removeFirst()
      y += 1
    }
    guard !rows.isEmpty else { return }
    drawGuides(of: item, isHeader: false, pane, state, rect: rect, y: y..<y + rows.count, on: &surface)
    let layout = pane.flow.layout(of: item)
    let isMarked = !hasHeader && item == pane.selected && state.focus == .comments
    drawEdge(
      of: item, rows: rows, marked: isMarked ? layout.rows : 0, pane, state, rect: rect, y: y, on: &surface)
    for row in rows where row <= layout.rows {
      drawBody(
        layout, of: item, row: row - 1, pane, state, rect: rect, y: y + row - rows.lowerBound, on: &surface)
    }
  }

  private func drawGuides(
    of item: Int, isHeader: Bool, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y rows: Range<Int>,
    on surface: inout Surface
  ) {
    let glyphs = state.configuration.glyphs
    for (column, entry) in pane.flow.guides(of: item, isHeader: isHeader).enumerated() {
      let sign =
        switch entry.guide {
        case .blank: " "
        case .line: glyphs.vertical
        case .branch: glyphs.branch
        case .lastBranch: glyphs.lastBranch
        }
      surface.write(
        sign, x: rect.x + column, rows: rows, limit: rect.maxX, style: theme.style(.depth(entry.depth)))
    }
  }

  private func drawHeader(
    _ item: Int, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y: Int, on surface: inout Surface
  ) {
    let mark = rect.x + pane.flow.indent(of: item)
    if item == pane.selected {
      if state.focus == .comments { surface.cursor = Point(x: mark, y: y) }
      surface.fill(
        Rect(x: mark, y: y, width: rect.maxX - mark, height: 1),
        style: theme.style(state.focus == .comments ? .commentSelected : .text))
    }
    CommentHeaderView(theme: theme).draw(item, pane, state, x: mark, y: y, limit: rect.maxX, on: &surface)
  }

  /// Draws the guide to a comment's replies below its fold mark, and before it, on the first `marked` rows of the
  /// words, the bar that shows the selection when its header has left the screen.
  private func drawEdge(
    of item: Int, rows: Range<Int>, marked: Int, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y: Int,
    on surface: inout Surface
  ) {
    let glyphs = state.configuration.glyphs
    let x = rect.x + pane.flow.indent(of: item)
    if marked > 0 { surface.cursor = Point(x: x, y: y) }
    let hasReplies = pane.thread.descendantCount(of: item) > 0
    let split = min(rows.count, max(0, marked + 1 - rows.lowerBound))
    surface.write(
      glyphs.quoteBar, x: x, rows: y..<y + split, limit: rect.maxX, style: theme.style(.commentFold))
    guard hasReplies else { return }
    surface.write(
      glyphs.vertical, x: x, rows: y + split..<y + rows.count, limit: rect.maxX,
      style: theme.style(.depth(pane.thread.depth(of: item))))
  }

  private func drawBody(
    _ layout: CommentLayout, of item: Int, row: Int, _ pane: ThreadPane, _ state: ReaderState, rect: Rect,
    y: Int, on surface: inout Surface
  ) {
    let line = layout.row(row, glyphs: state.configuration.glyphs)
    var spans: [ScopedSpan] = []
    var raised: [ScopedSpan] = []
    if let range = line.range {
      spans = pane.flow.spans(of: item, in: range)
      for reference in state.references.references(of: pane.sourceIndex(of: item))
      where reference.range.overlaps(range) {
        spans.append(ScopedSpan(range: reference.range, scope: .reference))
      }
      if let active = state.search, active.marks(.comments) {
        raised = layout.body.utf8.withUnsafeBufferPointer { utf8 in
          // A match may begin on the line before: look a pattern's length further to both sides.
          let reach = active.search.pattern.utf8.count
          let wide = TextRange(
            max(0, Int(range.lower) - reach), min(utf8.count, Int(range.upper) + reach))
          return active.search.all(in: utf8, range: wide).map {
            let isCurrent = active.pane == .comments && active.comment == item && $0 == active.match
            return ScopedSpan(range: $0, scope: isCurrent ? .searchCurrent : .searchMatch)
          }
        }
      }
      if pane.isContext(item) { spans = [ScopedSpan(range: range, scope: .commentContext)] }
      let flags = pane.thread.comments[item].flags
      if !flags.isDisjoint(with: [.deleted, .removed]) {
        spans.insert(ScopedSpan(range: range, scope: .commentDeleted), at: 0)
      }
    }
    LinePainter(theme: theme).draw(
      line.pieces, of: layout.body, spans: spans, raised: raised, x: rect.x + pane.flow.textColumn(of: item),
      y: y,
      limit: rect.maxX, on: &surface)
    guard let range = line.range, !state.hints.isEmpty else { return }
    LinePainter(theme: theme).draw(
      state.hints.filter { $0.comment == item && range.contains($0.offset) }, on: line.pieces,
      of: layout.body,
      x: rect.x + pane.flow.textColumn(of: item), y: y, limit: rect.maxX, &surface)
  }
}
