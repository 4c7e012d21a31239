import ArticleModel

/// A search that can be gone on with.
public struct ActiveSearch: Hashable, Sendable {
  /// What is searched for.
  public let search: TextSearch
  /// The pane that is searched, or that was gone on in last.
  public var pane: Pane
  /// Whether the other pane is searched as well.
  public var isEverywhere = false
  /// The comment that holds the current match.
  public var comment: Int?
  /// The current match, in the article's body or in that comment's.
  public var match: TextRange?
  /// Where the matches are, as far as they were counted.
  var count: MatchCount?

  /// Makes a search without a match yet.
  init(_ search: TextSearch, in pane: Pane, everywhere: Bool = false) {
    self.search = search
    self.pane = pane
    isEverywhere = everywhere
  }

  /// Whether the matches in a pane are marked.
  public func marks(_ pane: Pane) -> Bool { isEverywhere || self.pane == pane }

  /// Which match the current one is, and of how many: `3/17`, `812/1000+`; `nil` when that is not known.
  public var position: String? {
    guard let count, let match, count.pane == pane else { return nil }
    let sum = count.isComplete ? "\(count.places.count)" : "\(count.places.count)+"
    let place =
      pane == .comments
      ? ThreadSearch.number(comment: comment ?? 0, offset: Int(match.lower)) : Int64(match.lower)
    // Counted are matches that do not overlap; a search may stop in the middle of one.
    let number = count.places.partitioningIndex { $0 > place }
    return number == count.places.count && !count.isComplete ? sum : "\(max(1, number))/\(sum)"
  }
}
