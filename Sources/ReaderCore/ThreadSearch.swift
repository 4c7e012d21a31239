import ArticleModel

/// Finds words in the bodies of a thread.
///
/// Decoded bodies are one text and are searched as one; bodies in their source's format are decoded one by one from
/// the place where the search begins. An index of the text, once there is one, saves reading most of it.
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

  let thread: CommentThread
  let index: TrigramIndex?
  let search: TextSearch

  /// The first match after a place, or the last one before it; goes on at the other end of the thread.
  func next(after place: Place, backward: Bool) -> Found? {
    switch thread.bodies {
    case .decoded(let text, let firstBlocks):
      return DecodedBodies(text: text, firstBlocks: firstBlocks, index: index).next(
        search, after: place, backward: backward)
    case .encoded:
      return nextDecoding(after: place, backward: backward)
    }
  }

  private func nextDecoding(after place: Place, backward: Bool) -> Found? {
    let count = thread.count
    for step in 0...count {
      let comment = (place.comment + (backward ? count - step : step) + count) % count
      let body = thread.body(of: comment)
      let match = body.utf8.withUnsafeBufferPointer { utf8 -> TextRange? in
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
  let index: TrigramIndex?

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
      guard let match, let block = text.blockIndex(at: Int(match.lower)) else { return nil }
      let comment = firstBlocks.partitioningIndex { Int($0) > block } - 1
      return ThreadSearch.Found(
        comment: comment, match: match.shifted(by: -self.start(of: comment)), isWrapped: isWrapped)
    }
  }

  /// The offset at which a comment's body begins; the end of the text for comments without words at the end.
  private func start(of comment: Int) -> Int {
    let block = Int(firstBlocks[comment])
    return block < text.blocks.count ? Int(text.blocks[block].range.lower) : text.utf8.count
  }
}
