import ArticleModel

/// Finds words in the bodies of a thread.
///
/// Decoded bodies are one text and are searched as one; bodies in their source's format, or those of a thread in another
/// order, are looked at one by one from the place where the search begins. An index of the text, once there is one,
/// saves reading most of it.
struct ThreadSearch {
  /// A place in a thread: an offset in a comment's body.
  struct Place {
    var comment: Int
    var offset: Int
  }

  /// A match.
  struct Found {
    var comment: Int
    /// The words, in that comment's body.
    var match: TextRange
    /// Whether the search went past the end (or the beginning) of the thread.
    var isWrapped: Bool
  }

  /// All comments as the source has them.
  let source: CommentThread
  /// Another order, or a filter.
  let arrangement: ThreadArrangement?
  let index: NGramIndex?
  let search: TextSearch

  init(_ pane: ThreadPane, _ search: TextSearch) {
    source = pane.source
    arrangement = pane.arrangement
    index = pane.searchIndex
    self.search = search
  }

  private var count: Int { arrangement?.order.count ?? source.count }

  private func sourceIndex(_ shown: Int) -> Int { arrangement.map { Int($0.order[shown]) } ?? shown }

  /// The first match after a place, or the last one before it; goes on at the other end of the thread.
  func next(after place: Place, backward: Bool) -> Found? {
    if arrangement == nil, case .decoded(let text, let firstBlocks) = source.bodies {
      return DecodedBodies(text: text, firstBlocks: firstBlocks, index: index).next(
        search, after: place, backward: backward)
    }
    return nextOneByOne(after: place, backward: backward)
  }

  /// Where matches begin, up to a number: one number each, ascending in the order of the comments.
  ///
  /// `nil` when that would take too long to find out: bodies that are not decoded yet.
  func matches(limit: Int) -> [Int64]? {
    guard case .decoded(let text, let firstBlocks) = source.bodies else { return nil }
    var result: [Int64] = []
    if arrangement == nil {
      let bodies = DecodedBodies(text: text, firstBlocks: firstBlocks, index: index)
      text.utf8.withUnsafeBufferPointer { utf8 in
        var scan = MatchScan(search, in: utf8, index: index)
        var position = 0
        while result.count < limit, let match = scan.next(from: position, to: utf8.count) {
          if let place = bodies.place(of: match) {
            result.append(Self.number(comment: place.comment, offset: Int(place.match.lower)))
          }
          position = Int(match.upper)
        }
      }
      return result
    }
    for shown in 0..<count where result.count < limit {
      source.withBody(of: sourceIndex(shown)) { utf8 in
        var position = 0
        while result.count < limit, let match = search.first(in: utf8, from: position, to: utf8.count) {
          result.append(Self.number(comment: shown, offset: Int(match.lower)))
          position = Int(match.upper)
        }
      }
    }
    return result
  }

  /// One number for a place in the thread.
  static func number(comment: Int, offset: Int) -> Int64 { Int64(comment) << 32 | Int64(offset) }

  private func nextOneByOne(after place: Place, backward: Bool) -> Found? {
    let count = count
    guard count > 0 else { return nil }
    for step in 0...count {
      let comment = (place.comment + (backward ? count - step : step) + count) % count
      let match = source.withBody(of: sourceIndex(comment)) { utf8 -> TextRange? in
        let isFirst = step == 0
        if backward {
          return search.last(in: utf8, from: 0, before: isFirst ? min(place.offset, utf8.count) : utf8.count)
        }
        return search.first(in: utf8, from: isFirst ? place.offset + 1 : 0, to: utf8.count)
      }
      if let match {
        let isWrapped = backward ? comment > place.comment : comment < place.comment || step == count
        return Found(comment: comment, match: match, isWrapped: isWrapped)
      }
    }
    return nil
  }
}

/// The bodies of all comments as one text.
private struct DecodedBodies {
  let text: RichText
  let firstBlocks: [Int32]
  let index: NGramIndex?

  func next(_ search: TextSearch, after place: ThreadSearch.Place, backward: Bool) -> ThreadSearch.Found? {
    let start = self.start(of: place.comment)
    let end = place.comment + 2 < firstBlocks.count ? self.start(of: place.comment + 1) : text.utf8.count
    let position = place.offset > end - start ? end : start + place.offset
    return text.utf8.withUnsafeBufferPointer { utf8 in
      var isWrapped = false
      var match =
        backward
        ? search.last(in: utf8, from: 0, before: position, index: index)
        : search.first(in: utf8, from: max(0, position + 1), to: utf8.count, index: index)
      if match == nil {
        isWrapped = true
        match =
          backward
          ? search.last(in: utf8, from: position, before: utf8.count, index: index)
          : search.first(
            in: utf8, from: 0, to: min(utf8.count, max(0, position + 1) + search.pattern.utf8.count),
            index: index)
      }
      guard let match, let place = self.place(of: match) else { return nil }
      return ThreadSearch.Found(comment: place.comment, match: place.match, isWrapped: isWrapped)
    }
  }

  /// The comment that a match is in, and where in its body.
  func place(of match: TextRange) -> (comment: Int, match: TextRange)? {
    guard let block = text.blockIndex(at: Int(match.lower)) else { return nil }
    let comment = firstBlocks.partitioningIndex { Int($0) > block } - 1
    return (comment, match.shifted(by: -start(of: comment)))
  }

  /// The offset at which a comment's body begins; the end of the text for comments without words at the end.
  private func start(of comment: Int) -> Int {
    let block = Int(firstBlocks[comment])
    return block < text.blocks.count ? Int(text.blocks[block].range.lower) : text.utf8.count
  }
}
