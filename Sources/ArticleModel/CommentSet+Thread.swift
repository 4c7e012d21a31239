extension CommentSet {
  /// All comments of a thread, without what stands between them.
  public init(_ thread: CommentThread) {
    self.init(all: thread.count)
    for index in thread.asides { self[Int(index)] = false }
  }

  /// The comments of a thread, and what stands between them, that something holds for.
  ///
  /// - Complexity: O(comments).
  @inlinable public init(_ thread: CommentThread, where holds: (borrowing Comment) -> Bool) {
    var writer = Writer(count: thread.count)
    thread.comments.visit { _, comment in
      writer.append(holds(comment))
      return true
    }
    words = writer.finished
  }

  /// The comments of a thread that have replies and are at least some levels deep.
  ///
  /// - Complexity: O(comments).
  public init(answeredIn thread: CommentThread, from depth: Int) {
    var writer = Writer(count: thread.count)
    for index in 0..<thread.count {
      writer.append(thread.subtreeCount(of: index) > 1 && thread.depth(of: index) >= depth)
    }
    words = writer.finished
  }

  /// The comments of a thread by some of its authors.
  ///
  /// - Parameters:
  ///   - thread: The thread.
  ///   - isWanted: For each name of the thread, whether its comments are wanted.
  ///   - anonymous: Whether those are for which the source names no author.
  /// - Complexity: O(comments), a tenth of what it costs to look at them.
  public init(_ thread: CommentThread, by isWanted: [Bool], anonymous: Bool = false) {
    var writer = Writer(count: thread.count)
    isWanted.withUnsafeBufferPointer { isWanted in
      thread.comments.visitAuthors { _, author in
        let number = Int(author)
        writer.append(number < 0 ? anonymous : number < isWanted.count && isWanted[number])
      }
    }
    words = writer.finished
  }
}
