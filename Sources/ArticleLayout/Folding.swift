import ArticleModel

/// Which comments of a thread have their replies hidden.
public struct Folding: Sendable {
  private var folded: CommentSet

  /// Nothing is folded.
  public init(count: Int) { folded = CommentSet(count: count) }

  /// Whether the replies of the comment at `index` are hidden.
  public subscript(index: Int) -> Bool {
    get { folded[index] }
    set { folded[index] = newValue }
  }

  /// The comments whose replies are hidden, ascending.
  ///
  /// - Complexity: O(number of comments / 64 + length of the result).
  public var indices: [Int] { folded.indices }

  /// Unfolds everything.
  public mutating func unfoldAll() { folded.removeAll() }

  /// Folds every comment that has replies and is at least `depth` levels deep (0: all of them).
  ///
  /// - Complexity: O(number of comments).
  public mutating func fold(_ thread: CommentThread, from depth: Int) {
    folded = CommentSet(answeredIn: thread, from: depth)
  }

  /// How many levels of a thread are shown.
  ///
  /// - Complexity: O(number of comments).
  public func shownLevels(of thread: CommentThread) -> Int {
    var deepest = -1
    var index = 0
    while index < thread.count {
      deepest = max(deepest, thread.depth(of: index))
      index += self[index] ? thread.subtreeCount(of: index) : 1
    }
    return deepest + 1
  }

  /// The comment that stands for `index` on screen: itself, or the outermost folded comment above it.
  ///
  /// - Complexity: O(depth).
  public func visible(_ index: Int, in thread: CommentThread) -> Int {
    var result = index
    var current = index
    while let parent = thread.parent(of: current) {
      if self[parent] { result = parent }
      current = parent
    }
    return result
  }

  /// Unfolds everything above `index`.
  ///
  /// - Complexity: O(depth).
  public mutating func reveal(_ index: Int, in thread: CommentThread) {
    var current = index
    while let parent = thread.parent(of: current) {
      self[parent] = false
      current = parent
    }
  }
}
