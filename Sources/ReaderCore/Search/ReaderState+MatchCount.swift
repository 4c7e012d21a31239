import ArticleModel

extension ReaderState {
  /// Counts the matches in the pane of the search, unless that was done.
  mutating func countMatches() {
    guard let active = search, active.count?.pane != active.pane else { return }
    if active.pane == .comments {
      guard let comments else { return }
      search?.count = ThreadSearch(comments, active.search).matches(limit: MatchCount.limit).map {
        MatchCount(pane: .comments, places: $0)
      }
      return
    }
    let places = article.article.body.utf8.withUnsafeBufferPointer { utf8 in
      active.search.all(in: utf8, range: TextRange(0, utf8.count), limit: MatchCount.limit).map {
        Int64($0.lower)
      }
    }
    search?.count = MatchCount(pane: active.pane, places: places)
  }
}
