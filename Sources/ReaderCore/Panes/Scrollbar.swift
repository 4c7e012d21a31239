import ArticleLayout
import ArticleModel
import TerminalUI

/// Where the thumb of a pane's scrollbar is: in its last column, which text leaves free.
public struct Scrollbar: Hashable, Sendable {
  /// The column.
  public let x: Int
  /// The rows of the pane.
  public let track: Range<Int>
  /// The rows of the thumb.
  public let thumb: Range<Int>

  /// The scrollbar of a pane; `nil` for one that shows everything, or is too small for one.
  ///
  /// - Complexity: O(rows of the pane).
  public init?(of pane: Pane, in state: ReaderState) {
    guard let rect = state.layout.rect(of: pane), rect.width > 20, rect.height > 3 else { return nil }
    let first: Int
    let last: Int
    let sum: Int
    switch pane {
    case .article:
      let flow = state.article.flow
      guard state.article.top != flow.start || flow.hasRows(rect.height + 1, from: flow.start) else {
        return nil
      }
      sum = flow.article.body.utf8.count
      first = max(0, flow.offset(of: state.article.top))
      let below = flow.position(state.article.top, movedBy: rect.height - 1)
      last = below == flow.end ? sum : max(first, flow.offset(of: below))
    case .comments:
      guard let comments = state.comments else { return nil }
      let flow = comments.flow
      guard comments.top != flow.start || flow.hasRows(rect.height + 1, from: flow.start) else { return nil }
      sum = comments.thread.count
      first = comments.top.item
      let below = flow.position(comments.top, movedBy: rect.height - 1)
      last = below == flow.end ? sum : max(first, below.item)
    case .index: return nil
    }
    guard sum > 0 else { return nil }
    let height = max(1, min(rect.height, (last - first) * rect.height / sum))
    let free = rect.height - height
    let start = last == sum ? free : sum > last - first ? min(free, first * free / (sum - (last - first))) : 0
    x = rect.maxX - 1
    track = rect.y..<rect.maxY
    thumb = rect.y + start..<rect.y + start + height
  }
}

extension ReaderState {
  /// Scrolls a pane so that its thumb comes to a row of the screen.
  mutating func scroll(_ pane: Pane, toRow y: Int) {
    guard let rect = layout.rect(of: pane), rect.height > 1 else { return }
    let place = max(0, min(y - rect.y, rect.height - 1))
    switch pane {
    case .article:
      let flow = article.flow
      guard place > 0 else { return article.scroll(to: flow.start) }
      let length = flow.article.body.utf8.count
      article.scroll(
        to: place == rect.height - 1 ? flow.end : flow.position(of: length * place / (rect.height - 1)))
    case .comments:
      guard let flow = comments?.flow, let count = comments?.thread.count else { return }
      let item = flow.folding.visible(min(count - 1, count * place / (rect.height - 1)), in: flow.thread)
      comments?.jump(to: place == rect.height - 1 ? flow.end : FlowPosition(item: item))
    case .index: break
    }
  }
}
