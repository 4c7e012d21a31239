import ArticleLayout
import ArticleModel
import ReaderCore
import TerminalUI
import Themes

/// The article pane: text, marks in the margin, the selection.
struct ArticleView {
  let theme: Theme

  func draw(_ state: ReaderState, in rect: Rect, on surface: inout Surface) {
    let pane = state.article
    let flow = pane.flow
    let columns = ScreenLayout.textColumns(in: rect, textWidth: state.textWidth)
    let selected = pane.selection?.ranges(in: pane.article) ?? []
    let painter = LinePainter(theme: theme)
    let highlighted = state.highlights.compactMap { state.range(of: $0) }
    var position = pane.top
    var cursor: Point?
    for y in rect.y..<rect.maxY {
      let row = flow.row(at: position)
      if let range = row.range {
        var raised = matches(on: range, state)
        for stretch in selected where stretch.overlaps(range) {
          raised.append(ScopedSpan(range: stretch, scope: scope(of: pane.selection)))
          if cursor == nil { cursor = Point(x: columns.x, y: y) }
        }
        painter.draw(
          row.pieces, of: pane.article.body, spans: flow.spans(in: range) + passages(on: range, state),
          raised: raised, x: columns.x, y: y,
          limit: rect.maxX, on: &surface)
        let hints = state.hints.filter { $0.comment == nil && range.contains($0.offset) }
        painter.draw(
          hints, on: row.pieces, of: pane.article.body, x: columns.x, y: y, limit: rect.maxX, &surface)
        drawMargin(flow.marks(in: range), x: columns.x, y: y, rect: rect, state, on: &surface)
        if state.highlights.isEmpty == false || !state.changedBlocks.isEmpty {
          drawKept(range, highlighted, x: columns.x, y: y, rect: rect, state, on: &surface)
        }
        drawCount(
          state.references.commentCount(beginningIn: range), x: columns.x, y: y, rect: rect, state,
          on: &surface)
      } else {
        painter.draw(
          row.pieces, of: pane.article.body, spans: [], raised: [], x: columns.x, y: y, limit: rect.maxX,
          on: &surface)
      }
      guard let next = flow.row(below: position) else { break }
      position = next
    }
    if state.focus == .article { surface.cursor = cursor ?? Point(x: columns.x, y: rect.y) }
  }

  private func drawMargin(
    _ marks: (quote: Bool, figure: Bool), x: Int, y: Int, rect: Rect, _ state: ReaderState,
    on surface: inout Surface
  ) {
    let glyphs = state.configuration.glyphs
    // A narrow pane has one column for both marks; the quote's goes first.
    let room = min(ScreenLayout.margin, x - rect.x)
    guard room > 1 else { return }
    let left = x - room
    if marks.quote {
      surface.write(glyphs.quoteMark, x: left, y: y, limit: x, style: theme.style(.marginQuote))
    }
    if marks.figure, room > 2 || !marks.quote {
      let column = room > 2 ? left + 1 : left
      surface.write(glyphs.figureMark, x: column, y: y, limit: x, style: theme.style(.marginFigure))
    }
  }

  /// Marks a line of a highlighted passage, or of a paragraph that was not there at the last visit.
  private func drawKept(
    _ range: TextRange, _ highlighted: [TextRange], x: Int, y: Int, rect: Rect, _ state: ReaderState,
    on surface: inout Surface
  ) {
    guard x > rect.x else { return }
    let glyphs = state.configuration.glyphs
    if highlighted.contains(where: { $0.overlaps(range) }) {
      surface.write(glyphs.quoteBar, x: x - 1, y: y, limit: x, style: theme.style(.marginQuote))
    } else if let block = state.article.article.body.blockIndex(at: Int(range.lower)),
      state.changedBlocks.contains(block)
    {
      surface.write(glyphs.vertical, x: x - 1, y: y, limit: x, style: theme.style(.marginReference))
    }
  }

  /// The stretches of a line that comments refer to and that no other mark shows.
  private func passages(on range: TextRange, _ state: ReaderState) -> [ScopedSpan] {
    state.references.passages(in: range).map { ScopedSpan(range: $0, scope: .reference) }
  }

  /// Draws how many comments refer to what begins on a line: in the place of the figure's mark, and of the quote's when it
  /// takes two digits, because the words themselves show both.
  private func drawCount(
    _ count: Int, x: Int, y: Int, rect: Rect, _ state: ReaderState, on surface: inout Surface
  ) {
    let room = min(ScreenLayout.margin, x - rect.x)
    guard count > 0, room > 2 else { return }
    let text = count < 100 ? "\(count)" : "++"
    surface.write(text, x: x - 1 - text.utf8.count, y: y, limit: x, style: theme.style(.marginReference))
  }

  private func matches(on range: TextRange, _ state: ReaderState) -> [ScopedSpan] {
    guard let active = state.search, active.marks(.article) else { return [] }
    let body = state.article.article.body
    // A match may begin on the line before: look a pattern's length further to both sides.
    let reach = active.search.pattern.utf8.count
    let wide = TextRange(
      max(0, Int(range.lower) - reach), min(body.utf8.count, Int(range.upper) + reach))
    return body.utf8.withUnsafeBufferPointer { utf8 in
      active.search.all(in: utf8, range: wide).map {
        ScopedSpan(
          range: $0, scope: active.pane != .comments && $0 == active.match ? .searchCurrent : .searchMatch)
      }
    }
  }

  private func scope(of selection: ArticleSelection?) -> Scope {
    switch selection {
    case .figure: .figureSelected
    case .passage: .referenceSelected
    default: .quoteSelected
    }
  }
}
