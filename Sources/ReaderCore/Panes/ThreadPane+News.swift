import ArticleModel

extension ThreadPane {
  /// Whether a comment that is shown is new.
  public func isNew(_ shown: Int) -> Bool { news?.set[sourceIndex(of: shown)] ?? false }

  /// How many comments below one that is shown are new.
  public func newCount(below shown: Int) -> Int {
    guard let news, news.count > 0 else { return 0 }
    let index = sourceIndex(of: shown)
    return news.count(in: index + 1..<index + source.subtreeCount(of: index))
  }

  /// The new comment next to one that is shown, in the order on screen; `nil` when there is none on that side.
  ///
  /// - Complexity: O(distance).
  func newComment(after shown: Int) -> Int? { (shown + 1..<thread.count).first { isNew($0) } }

  /// The new comment before one that is shown.
  func newComment(before shown: Int) -> Int? { (0..<shown).last { isNew($0) } }
}
