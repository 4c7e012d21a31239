extension ReaderState {
  /// Where the reader is now.
  var place: ReadingPlace {
    let blocks = article.article.body.blocks
    let isLinear = configuration.isLinear && !blocks.isEmpty
    return ReadingPlace(
      pane: focus == .index ? .article : focus,
      articleOffset: isLinear ? Int(blocks[linearBlock].range.lower) : article.flow.offset(of: article.top),
      selection: article.selection, comment: comments.map { $0.sourceIndex(of: $0.selected) })
  }

  /// Goes to a place; parts of it that are not there any more are left out.
  mutating func go(to place: ReadingPlace) {
    if let source = place.comment, let shown = comments?.shownIndex(ofSource: source) {
      comments?.reveal(shown)
    }
    if place.pane != focus { focus(on: place.pane) }
    let flow = article.flow
    let length = flow.article.body.utf8.count
    if place.articleOffset <= length {
      article.scroll(to: place.articleOffset < 0 ? flow.start : flow.position(of: place.articleOffset))
    }
    if configuration.isLinear {
      linearPosition = flow.article.body.blockIndex(at: max(0, place.articleOffset)) ?? 0
      linearTop = 0
      linearSeen = (nil, nil)
    }
    let isThere = place.selection.map { $0.isValid(in: flow.article) } ?? true
    article.mark(isThere ? place.selection : nil)
  }
}
