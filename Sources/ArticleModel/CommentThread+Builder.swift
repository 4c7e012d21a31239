extension CommentThread {
  /// Builds a thread from comments that come in pre-order.
  public struct Builder {
    private var thread: CommentThread
    private var table: AuthorTable
    private var text: RichText
    private var firstBlocks: [Int32]
    /// The comments whose subtrees are still open, outermost first.
    private var open: [Int32]

    /// Makes an empty builder.
    ///
    /// - Parameter capacity: How many comments to make room for.
    public init(capacity: Int = 0) {
      thread = CommentThread(
        comments: ArrangedComments(), shape: ThreadShape(), authors: TextList(), bodies: .none)
      table = AuthorTable()
      text = RichText()
      firstBlocks = [0]
      open = []
      thread.comments.reserveCapacity(capacity)
      thread.shape.reserveCapacity(capacity)
    }

    /// The number of comments so far.
    public var count: Int { thread.count }

    /// The index of an author's name, for `Comment.author`.
    public mutating func author(_ name: String) -> Int32 { table.index(of: name) }

    /// The index of an author's name given as valid UTF-8, for `Comment.author`.
    public mutating func author(utf8 name: UnsafeBufferPointer<UInt8>) -> Int32 { table.index(ofUTF8: name) }

    /// Appends a comment at a depth; its parent is the last comment before it with a smaller depth.
    ///
    /// A depth that skips levels is lowered to one more than the last comment's.
    ///
    /// - Parameters:
    ///   - comment: The comment.
    ///   - depth: Its depth, 0 at top level.
    ///   - body: Its words; leave it out when `finish(bodies:)` will bring the bodies.
    /// - Returns: The index of the comment.
    @discardableResult
    public mutating func append(_ comment: consuming Comment, depth: Int, body: RichText? = nil) -> Int {
      let index = thread.count
      let level = max(0, min(depth, open.count))
      close(to: level)
      if !comment.isComment { thread.asides.append(Int32(index)) }
      thread.comments.append(comment)
      thread.shape.parents.append(open.last ?? -1)
      thread.shape.depths.append(Int32(level))
      thread.shape.subtreeCounts.append(1)
      open.append(Int32(index))
      if let body { text.append(body) }
      firstBlocks.append(Int32(text.blocks.count))
      return index
    }

    /// Appends an entry that stands for replies that the source left out.
    ///
    /// - Parameters:
    ///   - missing: How many they are; `nil` when the source does not say.
    ///   - depth: Their depth.
    ///   - id: The source's name for the place where they can be had, if any.
    public mutating func appendStub(missing: Int?, depth: Int, id: String = "") {
      var stub = Comment(id: id, flags: .stub)
      stub.missingReplies = Int32(clamping: max(0, missing ?? 0))
      append(stub, depth: depth)
    }

    /// Changes a comment that was appended before.
    public mutating func update(_ index: Int, _ change: (inout Comment) -> Void) {
      thread.comments.update(index, change)
    }

    /// Closes the thread.
    ///
    /// - Parameter bodies: The bodies when they were not given one by one.
    /// - Returns: The finished thread.
    public mutating func finish(bodies: CommentBodies? = nil) -> CommentThread {
      close(to: 0)
      thread.authors = table.names
      thread.bodies = bodies ?? .decoded(text, firstBlocks: firstBlocks)
      return thread
    }

    private mutating func close(to level: Int) {
      while open.count > level {
        let last = Int(open.removeLast())
        thread.shape.subtreeCounts[last] = Int32(thread.count - last)
      }
    }
  }
}
