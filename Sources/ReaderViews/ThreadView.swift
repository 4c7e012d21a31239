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
    let flow = pane.flow
    var position = pane.top
    for y in rect.y..<rect.maxY {
      drawRow(position, pane, state, rect: rect, y: y, on: &surface)
      guard let next = flow.row(below: position) else { break }
      position = next
    }
  }

  private func drawRow(
    _ position: FlowPosition, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y: Int,
    on surface: inout Surface
  ) {
    let flow = pane.flow
    let item = position.item
    let isSelected = item == pane.selected
    let glyphs = state.configuration.glyphs
    let isHeader = position.row == 0
    for (column, entry) in flow.guides(of: item, isHeader: isHeader).enumerated() {
      let sign =
        switch entry.guide {
        case .blank: " "
        case .line: glyphs.vertical
        case .branch: glyphs.branch
        case .lastBranch: glyphs.lastBranch
        }
      surface.write(
        sign, x: rect.x + column, y: y, limit: rect.maxX, style: theme.style(.depth(entry.depth)))
    }
    let mark = rect.x + flow.indent(of: item)
    if isHeader {
      if isSelected {
        if state.focus == .comments { surface.cursor = Point(x: mark, y: y) }
        surface.fill(
          Rect(x: mark, y: y, width: rect.maxX - mark, height: 1),
          style: theme.style(state.focus == .comments ? .commentSelected : .text))
      }
      CommentHeaderView(theme: theme).draw(item, pane, state, x: mark, y: y, limit: rect.maxX, on: &surface)
      return
    }
    let hasReplies = flow.thread.descendantCount(of: item) > 0
    if isSelected, state.focus == .comments, position.row <= flow.layout(of: item).rows {
      surface.write(glyphs.quoteBar, x: mark, y: y, limit: rect.maxX, style: theme.style(.commentFold))
    } else if hasReplies {
      surface.write(
        glyphs.vertical, x: mark, y: y, limit: rect.maxX,
        style: theme.style(.depth(Int(flow.thread.depths[item]))))
    }
    drawBody(item, row: position.row - 1, pane, state, rect: rect, y: y, on: &surface)
  }

  private func drawBody(
    _ item: Int, row: Int, _ pane: ThreadPane, _ state: ReaderState, rect: Rect, y: Int,
    on surface: inout Surface
  ) {
    let layout = pane.flow.layout(of: item)
    let line = layout.row(row, glyphs: state.configuration.glyphs)
    var spans: [ScopedSpan] = []
    var raised: [ScopedSpan] = []
    if let range = line.range {
      spans = layout.spans(in: range)
      if let active = state.search, active.pane == .comments {
        raised = layout.body.utf8.withUnsafeBufferPointer { utf8 in
          // A match may begin on the line before: look a pattern's length further to both sides.
          let reach = active.search.pattern.utf8.count
          let wide = TextRange(
            max(0, Int(range.lower) - reach), min(utf8.count, Int(range.upper) + reach))
          return active.search.all(in: utf8, range: wide).map {
            let isCurrent = active.comment == item && $0 == active.match
            return ScopedSpan(range: $0, scope: isCurrent ? .searchCurrent : .searchMatch)
          }
        }
      }
      let flags = pane.thread.comments[item].flags
      if !flags.isDisjoint(with: [.deleted, .removed]) {
        spans.insert(ScopedSpan(range: range, scope: .commentDeleted), at: 0)
      }
    }
    LinePainter(theme: theme).draw(
      line.pieces, of: layout.body, spans: spans, raised: raised, x: rect.x + pane.flow.textColumn(of: item),
      y: y,
      limit: rect.maxX, on: &surface)
  }
}
