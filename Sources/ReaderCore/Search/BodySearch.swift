import ArticleModel

/// Finds the comments of a thread that have some words.
struct BodySearch {
  private let search: TextSearch
  private let thread: CommentThread
  private let index: WordIndex?

  /// Makes a search for words in the bodies of a thread, of which an index may be there.
  init(_ search: TextSearch, in thread: CommentThread, index: WordIndex? = nil) {
    self.search = search
    self.thread = thread
    self.index = index
  }

  /// Those of some comments that have the words.
  ///
  /// - Complexity: O(comments of the thread + length of the bodies of `some`); with an index none of the bodies is read
  ///   for words that are letters only, and few for others.
  func comments(of some: CommentSet) -> CommentSet {
    guard let index, index.count == thread.count, let candidates = index.candidates(for: search) else {
      return read(some)
    }
    var rest = candidates.possible
    rest.keep(some)
    var result = candidates.certain
    result.keep(some)
    result.insert(read(rest))
    return result
  }

  /// Those of some comments that have the words, by reading them.
  private func read(_ some: CommentSet) -> CommentSet {
    var result = CommentSet(count: thread.count)
    guard case .decoded(let text, let firstBlocks) = thread.bodies else {
      for comment in some.indices {
        thread.withBody(of: comment) { utf8 in
          if search.first(in: utf8, from: 0, to: utf8.count) != nil { result[comment] = true }
        }
      }
      return result
    }
    // Where many are asked about, the text is gone through from match to match: comments between two matches cost
    // nothing. A few are looked at one by one.
    let isSparse = some.count * 8 < thread.count
    text.utf8.withUnsafeBufferPointer { utf8 in
      var scan = MatchScan(search, in: utf8)
      for comment in some.indices {
        let (first, end) = (Int(firstBlocks[comment]), Int(firstBlocks[comment + 1]))
        guard first < end else { continue }
        let stretch = Int(text.blocks[first].range.lower)..<Int(text.blocks[end - 1].range.upper)
        if scan.isFound(in: stretch, lookingUpTo: isSparse ? stretch.upperBound : utf8.count) {
          result[comment] = true
        }
      }
    }
    return result
  }
}

extension CommentThread {
  /// Calls `read` with the words of a comment, without copying them where all bodies are one text.
  func withBody<Result>(of index: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard case .decoded(let text, let firstBlocks) = bodies else {
      return body(of: index).utf8.withUnsafeBufferPointer(read)
    }
    guard index + 1 < firstBlocks.count, firstBlocks[index] < firstBlocks[index + 1] else {
      return read(UnsafeBufferPointer(start: nil, count: 0))
    }
    let lower = Int(text.blocks[Int(firstBlocks[index])].range.lower)
    let upper = Int(text.blocks[Int(firstBlocks[index + 1]) - 1].range.upper)
    return text.utf8.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[lower..<upper])) }
  }
}
