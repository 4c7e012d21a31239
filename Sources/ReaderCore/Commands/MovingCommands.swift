import ArticleLayout

/// Moving through the pane with the focus.
enum MovingCommands {
  static let all: [Command] = [
    Command("move-down", "One line, or the next comment", .moving, changing: { $0.move(by: 1) }),
    Command("move-up", "One line back, or the previous comment", .moving, changing: { $0.move(by: -1) }),
    Command("half-page-down", "Half a page", .moving, changing: { $0.scroll(pages: 1, over: 2) }),
    Command("half-page-up", "Half a page back", .moving, changing: { $0.scroll(pages: -1, over: 2) }),
    Command("page-down", "A page", .moving, changing: { $0.scroll(pages: 1, over: 1) }),
    Command("page-up", "A page back", .moving, changing: { $0.scroll(pages: -1, over: 1) }),
    Command("go-to-start", "The beginning", .moving, changing: { $0.goToEdge(end: false) }),
    Command("go-to-end", "The end", .moving, changing: { $0.goToEdge(end: true) }),
  ]
}

extension ReaderState {
  fileprivate mutating func move(by distance: Int) {
    switch focus {
    case .article: article.scroll(by: distance)
    case .comments: distance > 0 ? comments?.moveDown() : comments?.moveUp()
    case .index: moveInIndex(by: distance)
    }
  }

  fileprivate mutating func scroll(pages: Int, over divisor: Int) {
    switch focus {
    case .article:
      // One row of a page stays on screen, so that the eye finds its place.
      article.scroll(by: pages * max(1, (article.rows - (divisor == 1 ? 1 : 0)) / divisor))
    case .comments:
      guard let rows = comments?.rows else { return }
      let before = (comments?.top, comments?.selected)
      comments?.scroll(by: pages * max(1, (rows - (divisor == 1 ? 1 : 0)) / divisor))
      // At the end nothing scrolls any more: go on to the first or last comment.
      if before.0 == comments?.top, before.1 == comments?.selected, let flow = comments?.flow,
        let edge = pages > 0 ? flow.lastItem : flow.firstItem
      {
        comments?.select(edge)
      }
    case .index: moveInIndex(by: pages * max(1, index.rows / divisor))
    }
  }

  fileprivate mutating func goToEdge(end: Bool) {
    switch focus {
    case .article: article.scroll(to: end ? article.flow.end : article.flow.start)
    case .comments:
      guard let flow = comments?.flow, let edge = end ? flow.lastItem : flow.firstItem else { return }
      comments?.select(edge)
      comments?.scroll(to: end ? flow.end : flow.start)
    case .index: moveInIndex(by: end ? .max / 2 : -.max / 2)
    }
  }

  /// Moves the selection of the third column.
  mutating func moveInIndex(by distance: Int) {
    let count = entries.entries(index.kind).count
    index.list.select(index.list.selected + distance, count: count, rows: index.rows)
  }
}
