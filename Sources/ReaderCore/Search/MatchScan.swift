import ArticleModel

/// Goes through a text from match to match, and past the parts of it in which an index says there is none.
struct MatchScan {
  private let search: TextSearch
  private let utf8: UnsafeBufferPointer<UInt8>
  /// The parts of the text in which matches begin that are not behind yet; `nil` when all of it must be read.
  private var chunks: ArraySlice<Range<Int>>?
  /// The match that was found last.
  private var match = TextRange(0, 0)
  /// Up to where the text was read and there is no further match.
  private var reach = 0

  /// Begins at the beginning of a text, of which an index may be there.
  init(_ search: TextSearch, in utf8: UnsafeBufferPointer<UInt8>, index: NGramIndex?) {
    self.search = search
    self.utf8 = utf8
    chunks = search.chunks(of: utf8.count, by: index).map { $0[...] }
  }

  /// Whether there is a match in a stretch, which is behind those that were asked about before; the next match is looked
  /// for up to `limit`.
  mutating func isFound(in stretch: Range<Int>, lookingUpTo limit: Int) -> Bool {
    if Int(match.lower) < stretch.lowerBound || match.isEmpty {
      guard reach < stretch.upperBound else { return false }
      guard let next = next(from: stretch.lowerBound, to: limit) else {
        reach = limit
        return false
      }
      match = next
    }
    return Int(match.upper) <= stretch.upperBound
  }

  /// The first match from a place on that ends by `limit`; the place is not before those that were asked about before.
  mutating func next(from lower: Int, to limit: Int) -> TextRange? {
    guard chunks != nil else { return search.first(in: utf8, from: lower, to: limit) }
    while let chunk = chunks?.first {
      if chunk.upperBound > lower {
        let end = min(limit, chunk.upperBound + search.pattern.utf8.count - 1)
        if let match = search.first(in: utf8, from: max(lower, chunk.lowerBound), to: end) { return match }
      }
      chunks?.removeFirst()
    }
    return nil
  }
}
