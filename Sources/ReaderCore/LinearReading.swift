import ArticleLayout
import ArticleModel

/// Reading one item at a time, as screen readers do (`--linear`).
extension ReaderState {
  /// The paragraph that is read: that of the selection, else the one that was gone to.
  public var linearBlock: Int {
    let count = article.article.body.blocks.count
    return max(0, min(linearPosition, count - 1))
  }

  /// The first row of the item that the screen shows, when the item is longer than the screen.
  public var linearRow: Int { linearTop }

  /// The rows of the item.
  private var linearHeight: Int {
    if focus == .comments, let comments { return comments.flow.layout(of: comments.selected).rows }
    let first = article.flow.firstRow(ofBlock: linearBlock)
    return article.flow.height(of: first.item) - first.row
  }

  /// The rows by which a long item is paged: those of the screen without what the item is and the status line.
  private var linearPage: Int { max(1, size.height - 3) }

  /// Whether the item goes on below the screen.
  public var linearGoesOn: Bool { linearTop + linearPage < linearHeight }

  /// Goes on by some items.
  mutating func moveLinearly(by distance: Int) {
    linearTop = 0
    if focus == .comments {
      comments?.move(by: distance)
      return
    }
    article.mark(nil)
    linearPosition = max(0, min(linearBlock + distance, article.article.body.blocks.count - 1))
    article.scroll(to: article.flow.firstRow(ofBlock: linearPosition))
  }

  /// Shows more of a long item, or the next one.
  mutating func pageLinearly(_ pages: Int) {
    let next = linearTop + pages * linearPage
    if next >= 0, next < linearHeight {
      linearTop = next
    } else if linearTop > 0, next < 0 {
      linearTop = 0
    } else {
      moveLinearly(by: pages > 0 ? 1 : -1)
    }
  }

  /// Follows what a key did: goes to the paragraph of a new match or selection.
  mutating func followLinearly() {
    var range: TextRange?
    if search?.match != linearSeen.match, search?.comment == nil {
      range = search?.match
    } else if article.selection != linearSeen.selection {
      range = article.selection?.ranges(in: article.article).first
    }
    if let range, let block = article.article.body.blockIndex(at: Int(range.lower)) {
      linearPosition = block
      linearTop = 0
    }
    linearSeen = (article.selection, search?.match)
  }
}
