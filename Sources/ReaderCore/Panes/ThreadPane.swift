import ArticleLayout
import ArticleModel
import TerminalUI

/// The comment thread and where it is being read.
public struct ThreadPane {
  /// The thread, laid out and folded.
  public private(set) var flow: ThreadFlow
  /// What came since the last visit, by the numbers in the source; `nil` before that is known, or at the first visit.
  public internal(set) var news: RankedCommentSet?
  /// Where it is scrolled to.
  public private(set) var scroll = ScrollPosition()
  /// The selected comment; always visible.
  public private(set) var selected = 0
  /// The rows on screen.
  public private(set) var rows = 1
  /// The index of the words of the bodies, once it is there.
  public private(set) var searchIndex: WordIndex?
  /// All comments as the source has them.
  public private(set) var source: CommentThread
  /// Another order, or some of the comments only; `nil` while all are shown as the source has them.
  public private(set) var arrangement: ThreadArrangement?
  private let glyphs: Glyphs
  private let findFigures: @Sendable (RichText) -> [Figure]

  /// Shows a thread from its beginning; the thread is not empty.
  init(thread: CommentThread, configuration: ReaderConfiguration) {
    glyphs = configuration.glyphs
    findFigures = configuration.findFigures
    source = thread
    flow = ThreadFlow(thread: thread, width: 60, glyphs: glyphs, findFigures: findFigures)
  }

  /// The thread that is shown: all of it, or what a filter left, in the order that was chosen.
  public var thread: CommentThread { flow.thread }

  /// The number in the source of a comment that is shown.
  public func sourceIndex(of shown: Int) -> Int { thread.sourceIndex(of: shown) }

  /// The comment that shows one of the source; `nil` when the filter left it out.
  public func shownIndex(ofSource index: Int) -> Int? { thread.place(ofSource: index) }

  /// Whether a comment is shown only because a comment below it was found.
  public func isContext(_ shown: Int) -> Bool {
    guard let found = arrangement?.found else { return false }
    return !found[sourceIndex(of: shown)]
  }

  /// The row at the top of the pane.
  public var top: FlowPosition { flow.clampedTop(scroll.top, rows: rows) }

  /// The ancestors of the selected comment when its parent is above the top row, outermost first; else none.
  public var hiddenAncestors: [Int] {
    guard let parent = thread.parent(of: selected), FlowPosition(item: parent) < top else { return [] }
    return thread.ancestors(of: selected)
  }

  mutating func fit(width: Int, rows: Int) {
    self.rows = max(1, rows)
    flow.resize(to: width)
    let flow = flow
    let item = scroll.top.item
    scroll.refit(width: flow.width) { offset in
      guard offset >= 0, !flow.folding[item] else { return FlowPosition(item: item) }
      return FlowPosition(item: item, row: 1 + flow.layout(of: item).row(of: offset))
    }
  }

  /// Takes over the same thread with its bodies decoded.
  mutating func replace(thread: CommentThread) {
    source = thread
    if let old = arrangement {
      let new = ThreadArrangement(old, of: thread)
      arrangement = new
      flow.replace(thread: new.thread)
    } else {
      flow.replace(thread: thread)
    }
    searchIndex = nil
  }

  /// Shows the thread in another order, or other comments of it; what is folded stays so, and the selected comment
  /// stays selected on the same row where it is still shown, else the nearest one above it.
  ///
  /// - Parameter arrangement: The arrangement, which is not empty, or `nil` for all as the source has them.
  mutating func arrange(_ arrangement: ThreadArrangement?) {
    let row =
      FlowPosition(item: selected) < top
      ? 0 : flow.distance(from: top, to: FlowPosition(item: selected), limit: rows)
    let next = ThreadFlow(
      thread: arrangement?.thread ?? source, width: flow.width, glyphs: glyphs, findFigures: findFigures)
    next.marksFigures = flow.marksFigures
    var folding = next.folding
    for shown in flow.folding.indices {
      if let new = next.thread.place(ofSource: sourceIndex(of: shown)) { folding[new] = true }
    }
    var wanted: Int? = sourceIndex(of: selected)
    self.arrangement = arrangement
    flow = next
    while let index = wanted, shownIndex(ofSource: index) == nil { wanted = source.parent(of: index) }
    let item = wanted.flatMap { shownIndex(ofSource: $0) } ?? 0
    folding.reveal(item, in: thread)
    flow.folding = folding
    selected = item
    scroll(to: flow.position(FlowPosition(item: item), movedBy: -min(row, rows - 1)))
    show(FlowPosition(item: item), rows: 1)
  }

  /// Takes an index of the bodies of this thread.
  mutating func use(_ index: WordIndex) { searchIndex = index }

  mutating func scroll(to position: FlowPosition) {
    let top = flow.clampedTop(position, rows: rows)
    let isWords = top.row > 0 && !flow.folding[top.item]
    scroll.move(
      to: top, width: flow.width, offset: isWords ? flow.layout(of: top.item).offset(ofRow: top.row - 1) : -1)
  }

  /// Scrolls by rows and takes the selection along when it leaves the screen.
  mutating func scroll(by distance: Int) {
    scroll(to: flow.position(top, movedBy: distance))
    keepSelectionOnScreen()
  }

  /// Scrolls to a place far away and takes the selection along.
  mutating func jump(to position: FlowPosition) {
    scroll(to: position)
    keepSelectionOnScreen()
  }

  /// Selects a visible comment and scrolls when not all of it shows, or not the beginning of a long one.
  mutating func select(_ item: Int) {
    selected = item
    show(FlowPosition(item: item), rows: max(1, flow.height(of: item) - 1))
  }

  /// Selects a comment after unfolding what hides it.
  mutating func reveal(_ item: Int) {
    flow.folding.reveal(item, in: thread)
    select(item)
  }

  /// Scrolls so that `count` rows from `position` show, or the first of them when they are too many.
  ///
  /// Nothing moves when they show already. Else they come a quarter of the pane below its top, or above its bottom
  /// when `atBottom`, so that the words stand still while the next few comments are read.
  mutating func show(_ position: FlowPosition, rows count: Int, atBottom: Bool = false) {
    let top = top
    if position >= top {
      guard flow.distance(from: top, to: position, limit: rows + count) + count > rows else { return }
    }
    let spare = max(0, rows - count)
    let above = atBottom ? spare - min(rows / 4, spare) : min(rows / 4, spare)
    scroll(to: flow.position(position, movedBy: -above))
  }

  /// The next visible comment; inside a comment that goes on below the screen, more of it is shown first.
  mutating func moveDown() {
    let last = FlowPosition(item: selected, row: max(0, flow.height(of: selected) - 2))
    let bottom = flow.position(top, movedBy: rows - 1)
    if last > bottom {
      scroll(to: flow.position(top, movedBy: max(1, rows / 2)))
    } else if let next = flow.item(after: selected) {
      select(next)
    }
  }

  /// Goes on by some visible comments, or back.
  mutating func move(by distance: Int) {
    var item = selected
    for _ in 0..<abs(distance) {
      guard let next = distance > 0 ? flow.item(after: item) : flow.item(before: item) else { break }
      item = next
    }
    select(item)
  }

  /// The previous visible comment; inside a comment that begins above the screen, more of it is shown first.
  mutating func moveUp() {
    if FlowPosition(item: selected) < top {
      scroll(to: max(FlowPosition(item: selected), flow.position(top, movedBy: -max(1, rows / 2))))
    } else if let previous = flow.item(before: selected) {
      selected = previous
      let height = flow.height(of: previous)
      // Coming from below, a long comment shows its end.
      if height - 1 > rows, FlowPosition(item: previous) < top {
        scroll(to: FlowPosition(item: previous, row: height - 1 - rows))
      } else {
        show(FlowPosition(item: previous), rows: max(1, height - 1), atBottom: true)
      }
    }
  }

  /// Folds or unfolds comments and keeps the selected one on the same row of the screen.
  mutating func changeFolding(_ change: (inout Folding) -> Void) {
    let selection = FlowPosition(item: selected)
    let distance = selection < top ? 0 : flow.distance(from: top, to: selection, limit: rows)
    change(&flow.folding)
    selected = flow.folding.visible(selected, in: thread)
    scroll(to: flow.position(FlowPosition(item: selected), movedBy: -min(distance, rows - 1)))
    show(FlowPosition(item: selected), rows: 1)
  }

  /// Selects the comment nearest to the selected one that begins on screen.
  private mutating func keepSelectionOnScreen() {
    let bottom = flow.position(top, movedBy: rows - 1)
    if selected < top.item {
      // A comment that began above and fills the screen is as good as one that begins on it.
      let next = flow.item(after: top.item)
      selected = top.row == 0 || next.map({ $0 > bottom.item }) ?? true ? top.item : next ?? top.item
    } else if selected > bottom.item {
      selected = bottom.item
    }
  }
}
