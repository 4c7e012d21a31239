import ArticleModel

/// A comment system that is told by its names for elements.
struct MarkedUpComments: CommentSystem {
  let name: String
  /// Elements that only pages of the system have; without any, the comments themselves are the sign.
  var signs: [ElementPattern] = []
  var isForum = false
  let markup: CommentMarkup

  func discussion(of page: CommentPage) -> FoundThread? {
    guard signs.isEmpty || hasSign(page) else { return nil }
    let units = MarkedUpUnits(markup, on: page)
    guard !units.all.isEmpty else { return nil }
    let reader = MarkupReader(markup, page: page, units: units.all)
    let thread = reader.thread()
    guard thread.commentCount > 0 else { return nil }
    return FoundThread(
      thread: thread, units: units.all,
      containers: DiscussionContainers.find(units.all, extra: markup.containers, on: page),
      submitter: reader.submitter)
  }

  private func hasSign(_ page: CommentPage) -> Bool {
    guard signs.contains(where: { page.vocabulary.mayHave($0) }) else { return false }
    let possible = signs.filter { page.vocabulary.mayHave($0) }
    let matcher = ElementMatcher(possible, in: page.document)
    return page.document.nodes.indices.contains(where: matcher.matches)
  }
}
