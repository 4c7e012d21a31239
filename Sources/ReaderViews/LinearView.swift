import ArticleLayout
import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The screen of the linear mode: one item at a time, for screen readers and small screens.
///
/// A line says what the item is, its words follow from the left edge, and the terminal's cursor stands on the first of
/// them. There are no boxes, marks or columns; what these show is said in words.
struct LinearView {
  let theme: Theme

  func draw(_ state: ReaderState, on surface: inout Surface) {
    let size = state.size
    let top = drawHeading(state, on: &surface)
    let rows = max(0, size.height - 1 - top)
    surface.cursor = Point(x: 0, y: max(0, min(top, size.height - 1)))
    surface.isCursorVisible = true
    let painter = LinePainter(theme: theme)
    if state.focus == .comments, let pane = state.comments {
      let layout = pane.flow.layout(of: pane.selected)
      for row in 0..<rows where state.linearRow + row < layout.rows {
        let line = layout.row(state.linearRow + row, glyphs: state.configuration.glyphs)
        painter.draw(
          line.pieces, of: layout.body,
          spans: line.range.map { pane.flow.spans(of: pane.selected, in: $0) } ?? [], raised: [], x: 0,
          y: top + row, limit: size.width, on: &surface)
      }
      return
    }
    let flow = state.article.flow
    let body = state.article.article.body
    guard !body.blocks.isEmpty else { return }
    let first = flow.firstRow(ofBlock: state.linearBlock)
    let height = flow.height(of: first.item) - first.row
    let selected = state.article.selection?.ranges(in: state.article.article) ?? []
    for row in 0..<rows where state.linearRow + row < height {
      let line = flow.row(at: FlowPosition(item: first.item, row: first.row + state.linearRow + row))
      let raised = line.range.map { range in
        selected.filter { $0.overlaps(range) }.map { ScopedSpan(range: $0, scope: .quoteSelected) }
      }
      painter.draw(
        line.pieces, of: body, spans: line.range.map { flow.spans(in: $0) } ?? [], raised: raised ?? [], x: 0,
        y: top + row, limit: size.width, on: &surface)
    }
  }

  /// Writes what the item is, wrapped; returns the row below.
  private func drawHeading(_ state: ReaderState, on surface: inout Surface) -> Int {
    var heading = heading(state)
    var lines: [TextLine] = []
    let width = max(1, state.size.width)
    return heading.withUTF8 { utf8 in
      LineBreaker.wrap(utf8, lower: 0, upper: utf8.count, firstWidth: width, width: width, into: &lines)
      // Most of a small screen is for the words.
      let shown = lines.prefix(max(1, state.size.height / 3))
      for (y, line) in shown.enumerated() {
        surface.write(
          UnsafeBufferPointer(rebasing: utf8[Int(line.lower)..<Int(line.upper)]), x: 0, y: y, limit: width,
          style: theme.style(.title))
      }
      return shown.count
    }
  }

  /// What the item is, in words.
  private func heading(_ state: ReaderState) -> String {
    if state.focus == .comments, let pane = state.comments {
      let thread = pane.thread
      let item = pane.selected
      if thread.isSectionHeading(item), let section = thread.section(of: item) {
        return (["Discussion", section.title] + SectionHeadingView.facts(of: section)).separated(by: ", ")
      }
      var parts = ["Comment \(thread.number(of: item)) of \(thread.commentCount)", thread.heading(of: item)]
      if thread.isStub(item) { parts = [thread.heading(of: item), "not in this source"] }
      if let age = Age.text(of: thread.comments[item], now: state.configuration.now) { parts.append(age) }
      if let parent = thread.parent(of: item) {
        parts.append("answers \(thread.heading(of: parent))")
      }
      let below = thread.commentCount(below: item)
      if below > 0 {
        parts.append(
          "\(below) \(below == 1 ? "reply" : "replies")\(pane.flow.folding[item] ? " hidden" : "")")
      }
      return parts.separated(by: ", ")
    }
    let article = state.article.article
    guard article.body.blocks.indices.contains(state.linearBlock) else { return "The article has no words" }
    let block = article.body.blocks[state.linearBlock]
    var parts = ["\(name(of: block.kind)) \(state.linearBlock + 1) of \(article.body.blocks.count)"]
    let figures = article.figures.partitioningIndex { $0.range.lower >= block.range.lower }
    let after = article.figures.partitioningIndex { $0.range.lower >= block.range.upper }
    var speakers: [String] = []
    for quote in article.quotes where quote.parts.contains(where: { $0.range.overlaps(block.range) }) {
      let name = quote.speaker.map { article.speakers[$0].name } ?? "somebody"
      if !speakers.contains(name) { speakers.append(name) }
    }
    if !speakers.isEmpty { parts.append("quotes \(speakers.separated(by: " and "))") }
    if after > figures { parts.append("\(after - figures) figure\(after - figures == 1 ? "" : "s")") }
    // The article begins with what it is.
    let facts = [article.title, article.byline, article.site, article.dateText]
    if state.linearBlock == 0 { parts = facts.compactMap(\.self) + parts }
    return parts.separated(by: ", ")
  }

  private func name(of kind: Block.Kind) -> String {
    switch kind {
    case .paragraph: "Paragraph"
    case .heading: "Heading"
    case .listItem: "List item"
    case .blockquote: "Quotation"
    case .code: "Code"
    case .table: "Table"
    case .picture: "Picture"
    case .divider: "Divider"
    }
  }
}
