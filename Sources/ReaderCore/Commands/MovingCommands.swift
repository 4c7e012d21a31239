import ArticleLayout

/// Moving through the pane with the focus.
enum MovingCommands {
  static let all: [Command] = [
    Command("move-down", "One line, or the next comment", .moving) { state in
      state.move(by: state.repetitions)
      return []
    }.counted(),
    Command("move-up", "One line back, or the previous comment", .moving) { state in
      state.move(by: -state.repetitions)
      return []
    }.counted(),
    Command("half-page-down", "Half a page", .moving, changing: { $0.scroll(pages: 1, over: 2) }).repeating(),
    Command("half-page-up", "Half a page back", .moving, changing: { $0.scroll(pages: -1, over: 2) })
      .repeating(),
    Command("page-down", "A page", .moving, changing: { $0.scroll(pages: 1, over: 1) }).repeating(),
    Command("page-up", "A page back", .moving, changing: { $0.scroll(pages: -1, over: 1) }).repeating(),
    Command(
      "go-to-start", "The beginning; with a count that paragraph or comment", .moving,
      changing: { $0.goToEdge(end: false) }
    ).counted().jumping(),
    Command(
      "go-to-end", "The end; with a count that paragraph or comment", .moving,
      changing: { $0.goToEdge(end: true) }
    ).counted().jumping(),
  ]
}

extension ReaderState {
  fileprivate mutating func move(by distance: Int) {
    guard !configuration.isLinear else { return moveLinearly(by: distance) }
    switch focus {
    case .article: article.scroll(by: distance)
    case .comments:
      switch distance {
      case 1: comments?.moveDown()
      case -1: comments?.moveUp()
      default: comments?.move(by: distance)
      }
    case .index: moveInIndex(by: distance)
    }
  }

  fileprivate mutating func scroll(pages: Int, over divisor: Int) {
    guard !configuration.isLinear else { return pageLinearly(pages) }
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
    if let count {
      go(toNumber: count)
      return
    }
    guard !configuration.isLinear else { return moveLinearly(by: end ? .max / 4 : -.max / 4) }
    switch focus {
    case .article: article.scroll(to: end ? article.flow.end : article.flow.start)
    case .comments:
      guard let flow = comments?.flow, let edge = end ? flow.lastItem : flow.firstItem else { return }
      comments?.select(edge)
      comments?.scroll(to: end ? flow.end : flow.start)
    case .index: moveInIndex(by: end ? .max / 2 : -.max / 2)
    }
  }

  /// Goes to the paragraph, comment or row of a number, counted from 1.
  private mutating func go(toNumber number: Int) {
    switch focus {
    case .article where configuration.isLinear: moveLinearly(by: number - 1 - linearBlock)
    case .article:
      let block = max(1, min(number, article.article.body.blocks.count))
      article.scroll(to: article.flow.firstRow(ofBlock: block - 1))
    case .comments:
      guard let comment = comments?.thread.comment(numbered: number) else { return }
      comments?.reveal(comment)
    case .index: moveInIndex(by: number - 1 - index.list.selected)
    }
  }

  /// Moves the selection of the third column.
  mutating func moveInIndex(by distance: Int) {
    let count = entries.list(index.kind).count(index.list)
    index.list.select(index.list.selected + distance, count: count, rows: index.rows)
  }
}
