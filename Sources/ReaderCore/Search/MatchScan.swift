import ArticleModel

/// Goes through a text from match to match.
struct MatchScan {
  private let search: TextSearch
  private let utf8: UnsafeBufferPointer<UInt8>
  /// The match that was found last.
  private var match = TextRange(0, 0)
  /// Up to where the text was read and there is no further match.
  private var reach = 0

  /// Begins at the beginning of a text.
  init(_ search: TextSearch, in utf8: UnsafeBufferPointer<UInt8>) {
    self.search = search
    self.utf8 = utf8
  }

  /// Whether there is a match in a stretch, which is behind those that were asked about before; the next match is looked
  /// for up to `limit`.
  mutating func isFound(in stretch: Range<Int>, lookingUpTo limit: Int) -> Bool {
    if Int(match.lower) < stretch.lowerBound || match.isEmpty {
      guard reach < stretch.upperBound else { return false }
      guard let next = search.first(in: utf8, from: stretch.lowerBound, to: limit) else {
        reach = limit
        return false
      }
      match = next
    }
    return Int(match.upper) <= stretch.upperBound
  }
}
