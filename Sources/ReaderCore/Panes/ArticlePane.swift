import ArticleLayout
import ArticleModel
import TerminalUI

/// The article and where it is being read.
public struct ArticlePane {
  /// The article, laid out.
  public private(set) var flow: ArticleFlow
  /// Where it is scrolled to.
  public private(set) var scroll = ScrollPosition()
  /// What is selected.
  public private(set) var selection: ArticleSelection?
  /// The rows on screen.
  public private(set) var rows = 1
  private let glyphs: Glyphs

  /// Shows an article from its beginning.
  init(article: Article, glyphs: Glyphs) {
    self.glyphs = glyphs
    flow = ArticleFlow(article: article, width: 72, glyphs: glyphs)
  }

  /// The article.
  public var article: Article { flow.article }

  /// The row at the top of the pane; never so low that rows stay blank needlessly.
  public var top: FlowPosition { flow.clampedTop(scroll.top, rows: rows) }

  /// How much of the article has been seen, from 0 to 100.
  public var percent: Int {
    let length = article.body.utf8.count
    let last = flow.position(top, movedBy: rows - 1)
    if last == flow.end || length == 0 { return 100 }
    return min(99, max(0, flow.offset(of: last)) * 100 / length)
  }

  /// The block at the top of the pane, counted from 1, for the status line.
  public var blockNumber: Int {
    let item = selection.flatMap { $0.ranges(in: article).first }
      .flatMap { article.body.blockIndex(at: Int($0.lower)) }.map { $0 + 1 }
    return max(1, item ?? top.item)
  }

  mutating func fit(width: Int, rows: Int) {
    self.rows = max(1, rows)
    flow.resize(to: width)
    let flow = flow
    scroll.refit(width: flow.width) { $0 < 0 ? flow.start : flow.position(of: $0) }
  }

  /// Shows another version of the article at the same words.
  mutating func replace(_ article: Article) {
    let (width, typesetting) = (flow.width, flow.typesetting)
    flow = ArticleFlow(article: article, width: width, glyphs: glyphs)
    flow.typesetting = typesetting
    if selection?.isValid(in: article) == false { selection = nil }
    if scroll.top.item > article.body.blocks.count { scroll = ScrollPosition() }
  }

  /// Shows the same article beside another thread.
  func replace(thread: CommentThread) { flow.replace(thread: thread) }

  /// Sets paragraphs in another way, and stays at the same words.
  mutating func set(_ typesetting: Typesetting) {
    let offset = flow.offset(of: top)
    flow.typesetting = typesetting
    scroll(to: offset < 0 ? flow.start : flow.position(of: offset))
  }

  mutating func scroll(by distance: Int) { scroll(to: flow.position(top, movedBy: distance)) }

  mutating func scroll(to position: FlowPosition) {
    let top = flow.clampedTop(position, rows: rows)
    scroll.move(to: top, width: flow.width, offset: flow.offset(of: top))
  }

  /// Selects something, scrolling so that it shows, with some rows of what comes before.
  mutating func select(_ selection: ArticleSelection?) {
    self.selection = selection
    guard let range = selection?.ranges(in: article).first else { return }
    show(range)
  }

  /// Selects something without scrolling.
  mutating func mark(_ selection: ArticleSelection?) { self.selection = selection }

  /// Scrolls so that a stretch of the body shows; nothing moves when it shows already.
  mutating func show(_ range: TextRange) {
    let first = flow.position(of: Int(range.lower))
    let last = flow.position(of: max(Int(range.lower), Int(range.upper) - 1))
    let above = flow.distance(from: top, to: first, limit: rows)
    let below = flow.distance(from: top, to: last, limit: rows)
    if first >= top, above < rows, below < rows || above == 0 { return }
    scroll(to: flow.position(first, movedBy: -(rows / 4)))
  }

  /// Whether a stretch of the body begins on screen.
  func isOnScreen(_ range: TextRange) -> Bool {
    let first = flow.position(of: Int(range.lower))
    return first >= top && flow.distance(from: top, to: first, limit: rows) < rows
  }

  /// The place that jumps start from: the selection when it is on screen, else just before the top row.
  func jumpOrigin(backward: Bool) -> Int {
    if let range = selection?.ranges(in: article).first, isOnScreen(range) { return Int(range.lower) }
    if backward {
      let bottom = flow.position(top, movedBy: rows)
      return bottom == flow.end ? article.body.utf8.count : flow.offset(of: bottom)
    }
    return flow.offset(of: top) - 1
  }
}
