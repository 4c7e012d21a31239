import ArticleModel
import TerminalText
import TerminalUI

/// An article at a width, laid out block by block as it is looked at.
///
/// Item 0 is the front matter (title, byline, date), item `i` the block `i - 1`. A reference type because it is a
/// cache: what it answers depends only on the article and the width. Owned by the main thread.
public final class ArticleFlow: Flow {
  /// The article.
  public private(set) var article: Article
  /// The columns of text.
  public private(set) var width: Int { didSet { revision += 1 } }
  /// How paragraphs are set.
  public var typesetting = Typesetting() {
    didSet {
      revision += 1
      layouts.removeAll()
    }
  }
  /// Changes with everything that rows depend on.
  public private(set) var revision = 0
  private let glyphs: Glyphs
  private let spans: SpanIndex
  private var layouts = LayoutCache<BlockLayout>()
  private var frontMatter: [(text: String, scope: Scope)]?
  private var top = ClampedTop()

  /// Makes a flow.
  public init(article: Article, width: Int, glyphs: Glyphs) {
    self.article = article
    self.width = max(BlockLayout.minimumWidth, width)
    self.glyphs = glyphs
    spans = SpanIndex(ArticleScopes.spans(of: article))
  }

  /// Takes another thread for the article's own, or the same with its bodies decoded; the rows stay.
  public func replace(thread: CommentThread) { article.thread = thread }

  /// Changes the columns of text.
  public func resize(to width: Int) {
    let clamped = max(BlockLayout.minimumWidth, width)
    guard clamped != self.width else { return }
    self.width = clamped
    layouts.removeAll()
    frontMatter = nil
  }

  /// The front matter.
  public var firstItem: Int? { 0 }
  /// The last block.
  public var lastItem: Int? { article.body.blocks.count }
  /// The item below, or `nil` at the end.
  public func item(after item: Int) -> Int? { item < article.body.blocks.count ? item + 1 : nil }
  /// The item above, or `nil` at the beginning.
  public func item(before item: Int) -> Int? { item > 0 ? item - 1 : nil }

  /// The rows of an item at the current width; 0 for missing front matter.
  public func height(of item: Int) -> Int {
    if item == 0 { return frontMatterLines().count }
    return spacing(before: item) + layout(of: item).lines.count
  }

  /// The position of a top that shows no blank rows below the end while there are rows above.
  public func clampedTop(_ top: FlowPosition, rows: Int) -> FlowPosition {
    self.top.answer(top, rows: rows, revision: revision) { findClampedTop(top, rows: rows) }
  }

  /// What is drawn on a row, and the stretch of the body that it shows (`nil` for rows of front matter and space).
  public func row(at position: FlowPosition) -> (pieces: [LinePiece], range: TextRange?) {
    if position.item == 0 {
      let lines = frontMatterLines()
      guard lines.indices.contains(position.row) else { return ([], nil) }
      let line = lines[position.row]
      return ([LinePiece(.literal(line.text), x: 0, scopes: ScopeStack(line.scope))], nil)
    }
    let line = position.row - spacing(before: position.item)
    guard line >= 0 else { return ([], nil) }
    let layout = layout(of: position.item)
    guard layout.lines.indices.contains(line) else { return ([], nil) }
    let pieces = article.body.utf8.withUnsafeBufferPointer {
      layout.pieces(ofLine: line, glyphs: glyphs, of: $0)
    }
    var lower = Int32.max
    var upper: Int32 = 0
    for case .text(let low, let high) in pieces.map(\.content) {
      lower = min(lower, low)
      upper = max(upper, high)
    }
    return (pieces, lower <= upper ? TextRange(Int(lower), Int(upper)) : nil)
  }

  /// The spans of the body on a row.
  public func spans(in range: TextRange) -> [ScopedSpan] { spans.spans(in: range) }

  /// The marks that begin on a row: whether a quote does, and whether a figure does.
  public func marks(in range: TextRange) -> (quote: Bool, figure: Bool) {
    let quote = article.quotes.isEmpty ? false : startsQuote(in: range)
    let figure = article.figures.partitioningIndex { $0.range.lower >= range.lower }
    return (quote, figure < article.figures.count && article.figures[figure].range.lower < range.upper)
  }

  /// The row that shows the byte of the body at `offset`.
  public func position(of offset: Int) -> FlowPosition {
    guard let block = article.body.blockIndex(at: offset) else { return start }
    let item = block + 1
    return FlowPosition(item: item, row: spacing(before: item) + layout(of: item).line(at: offset))
  }

  /// The first row with words of a block; the beginning when there is no such block.
  public func firstRow(ofBlock block: Int) -> FlowPosition {
    guard article.body.blocks.indices.contains(block) else { return start }
    return FlowPosition(item: block + 1, row: spacing(before: block + 1))
  }

  /// The offset of the first byte of the body shown at or below a row; -1 for the front matter.
  public func offset(of position: FlowPosition) -> Int {
    guard position.item > 0, position.item <= article.body.blocks.count else { return -1 }
    let line = max(0, position.row - spacing(before: position.item))
    return layout(of: position.item).offset(ofLine: line)
  }

  /// The offset of the byte of the body that is drawn at a column of a row, or `nil` beside the words.
  public func offset(at position: FlowPosition, column: Int) -> Int? {
    row(at: position).pieces.lazy.compactMap { $0.offset(at: column, in: self.article.body) }.first
  }

  private func startsQuote(in range: TextRange) -> Bool {
    // Quotes are ordered by their first part; only first parts get a mark.
    let first = article.quotes.partitioningIndex { $0.parts[0].markedRange.lower >= range.lower }
    return first < article.quotes.count && article.quotes[first].parts[0].markedRange.lower < range.upper
  }

  private func layout(of item: Int) -> BlockLayout {
    if let layout = layouts[item] { return layout }
    let layout = article.body.utf8.withUnsafeBufferPointer {
      BlockLayout(
        article.body.blocks[item - 1], of: article.body, utf8: $0, width: width, glyphs: glyphs,
        typesetting: typesetting)
    }
    layouts[item] = layout
    return layout
  }

  /// Blank rows above a block: none between the items of a list, one elsewhere.
  private func spacing(before item: Int) -> Int {
    guard item > 1 else { return frontMatterLines().isEmpty ? 0 : 1 }
    let blocks = article.body.blocks
    if case .listItem = blocks[item - 1].kind, case .listItem = blocks[item - 2].kind { return 0 }
    return 1
  }

  private func frontMatterLines() -> [(text: String, scope: Scope)] {
    if let frontMatter { return frontMatter }
    var lines: [(text: String, scope: Scope)] = []
    if let title = article.title { lines += wrap(title, .title) }
    let facts = [article.byline, article.site, article.dateText].compactMap(\.self)
    if !facts.isEmpty { lines += wrap(facts.joined(separator: " \(glyphs.separator) "), .byline) }
    frontMatter = lines
    return lines
  }

  private func wrap(_ text: String, _ scope: Scope) -> [(text: String, scope: Scope)] {
    var copy = text
    var lines: [TextLine] = []
    return copy.withUTF8 { utf8 in
      LineBreaker.wrap(utf8, lower: 0, upper: utf8.count, firstWidth: width, width: width, into: &lines)
      return lines.map { (String(decoding: utf8[Int($0.lower)..<Int($0.upper)], as: UTF8.self), scope) }
    }
  }
}

extension Article {
  /// The day of publication for people: "12 May 2024", else as printed.
  public var dateText: String? {
    guard let published else { return publishedText }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let date = published.date
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }
}
