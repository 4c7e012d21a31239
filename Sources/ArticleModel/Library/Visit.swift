/// Where a reader was, and what they had seen, when they left an article.
///
/// Everything is anchored on words, by fingerprint, so that it holds when the article or the thread has changed.
public struct Visit: Hashable, Sendable {
  /// A place in the article.
  public struct ArticlePlace: Hashable, Sendable {
    /// The index of the block.
    public var block: Int
    /// The words of the block.
    public var fingerprint: Fingerprint
    /// A byte offset from the beginning of the block.
    public var offset: Int

    /// Makes a place.
    public init(block: Int, fingerprint: Fingerprint, offset: Int) {
      self.block = block
      self.fingerprint = fingerprint
      self.offset = offset
    }
  }

  /// A place in the thread.
  public struct ThreadPlace: Hashable, Sendable {
    /// The comment.
    public var comment: Fingerprint
    /// Its index when it was left, for a comment that is gone.
    public var index: Int

    /// Makes a place.
    public init(comment: Fingerprint, index: Int) {
      self.comment = comment
      self.index = index
    }
  }

  /// A mark that the user set under a letter.
  public struct Mark: Hashable, Sendable {
    /// The letter.
    public var letter: String
    /// Where in the article, or `nil` for a mark in the thread.
    public var article: ArticlePlace?
    /// Where in the thread, or `nil` for a mark in the article.
    public var thread: ThreadPlace?

    /// Makes a mark.
    public init(letter: String, article: ArticlePlace? = nil, thread: ThreadPlace? = nil) {
      self.letter = letter
      self.article = article
      self.thread = thread
    }
  }

  /// The words at the top of the article pane.
  public var article: ArticlePlace?
  /// The selected comment.
  public var thread: ThreadPlace?
  /// Whether the discussion had the focus.
  public var isInThread = false
  /// How much of the article had been seen, from 0 to 100.
  public var percent = 0
  /// The comments that were folded.
  public var folded: [Fingerprint] = []
  /// The comments that were there, sorted.
  public var seen: [Fingerprint] = []
  /// The blocks that were there, in order.
  public var blocks: [Fingerprint] = []
  /// The marks.
  public var marks: [Mark] = []

  /// A visit that saw nothing.
  public init() {}

  /// Which comments of a thread were not there at this visit; none when the visit saw no thread.
  public func newComments(among current: [Fingerprint]) -> [Int] {
    guard !seen.isEmpty else { return [] }
    return current.indices.filter { !Self.contains(seen, current[$0]) }
  }

  /// Which blocks of an article were not there at this visit; none when the visit saw no article.
  public func changedBlocks(among current: [Fingerprint]) -> [Int] {
    guard !blocks.isEmpty else { return [] }
    let known = blocks.sorted()
    return current.indices.filter { !Self.contains(known, current[$0]) }
  }

  private static func contains(_ sorted: [Fingerprint], _ wanted: Fingerprint) -> Bool {
    let place = sorted.partitioningIndex { $0 >= wanted }
    return place < sorted.count && sorted[place] == wanted
  }
}

extension Visit.ArticlePlace {
  /// The same place in another version of the article: the same words, else the block of the same number.
  ///
  /// - Parameters:
  ///   - body: The article, or its beginning while the rest is being read.
  ///   - fingerprints: Those of the blocks of the whole article.
  /// - Returns: The place in the body; `nil` when that is empty.
  public func offset(in body: RichText, fingerprints: [Fingerprint]) -> Int? {
    guard !body.blocks.isEmpty else { return nil }
    let known = fingerprints.prefix(body.blocks.count)
    let same =
      known.indices.contains(block) && known[block] == fingerprint
      ? block : known.firstIndex(of: fingerprint)
    let range = body.blocks[same ?? max(0, min(block, body.blocks.count - 1))].range
    guard same != nil else { return Int(range.lower) }
    return min(Int(range.lower) + max(0, offset), max(Int(range.lower), Int(range.upper) - 1))
  }
}
