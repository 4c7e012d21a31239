/// All comments of a discussion, nested, in the source's order or in another.
///
/// The thread is a flat list in pre-order: a comment stands right before its replies. Parent, depth and the size of
/// the subtree are kept beside it, so the next sibling is an addition and a folded subtree a jump; nothing ever
/// recurses, and a chain of 100,000 replies is like any other thread. In another order they are those of the source, seen
/// through the order.
public struct CommentThread: Sendable {
  /// The comments in pre-order.
  public internal(set) var comments: ArrangedComments
  /// Where the comments stand as the source has them; where they are shown say `depth(of:)` and its neighbours.
  public internal(set) var shape: ThreadShape
  /// Which comments are shown, and in which order; `nil` for all as the source has them.
  public internal(set) var order: CommentOrder?
  /// The names that `Comment.author` points into.
  public internal(set) var authors: TextList
  /// The words of the comments.
  public var bodies: CommentBodies
  /// Set when the source delivered only a part of the thread.
  public var note: ThreadNote?

  /// The sources, when the thread was put together from several; else empty.
  public internal(set) var sections: [ThreadSection] = []
  /// The sections that each entry belongs to, when there are any; else empty.
  var origins: [ThreadSectionSet] = []
  /// The entries that are no comments, ascending.
  var asides: [Int32] = []

  /// The number of entries: comments, and what stands between them.
  public var count: Int { comments.count }

  /// The number of comments; stubs and the headings of sections are none.
  public var commentCount: Int { count - asides.count }

  /// Whether replies are missing in places that are known.
  public var hasStubs: Bool { asides.contains { isStub(Int($0)) } }

  /// Whether there are no comments.
  public var isEmpty: Bool { comments.isEmpty }

  /// The comments of an author, by the thread's number of the name, in their order.
  ///
  /// - Complexity: O(comments).
  public func comments(by author: Int32) -> [Int] {
    var result: [Int] = []
    comments.visitAuthors { index, other in
      if other == author { result.append(index) }
    }
    return result
  }

  /// The name of a comment's author, or `nil` when the source names none.
  public func author(of index: Int) -> String? {
    guard let author = comments[index].author, authors.indices.contains(Int(author)) else { return nil }
    return authors[Int(author)]
  }

  /// Whether an entry stands for replies that the source left out.
  public func isStub(_ index: Int) -> Bool { comments[index].flags.contains(.stub) }

  /// The words over an entry: the author's name, "anonymous" when the source names none; for a stub how many replies it
  /// stands for, for a section what its source is called.
  public func heading(of index: Int) -> String {
    let comment = comments[index]
    if comment.isComment { return author(of: index) ?? "anonymous" }
    if comment.flags.contains(.section) { return section(of: index)?.title ?? "" }
    switch comment.missingReplies {
    case ...0: return "More replies"
    case 1: return "1 more reply"
    case let number: return "\(number) more replies"
    }
  }

  /// The body of a comment, as a text of its own.
  ///
  /// - Complexity: O(length of the body).
  public func body(of index: Int) -> RichText {
    switch bodies {
    case .decoded(let text, let firstBlocks):
      guard index + 1 < firstBlocks.count else { return RichText() }
      return text.extract(blocks: Int(firstBlocks[index])..<Int(firstBlocks[index + 1]))
    case .encoded(let source):
      return source.body(at: index)
    }
  }

  /// The same thread with all bodies decoded into one text.
  ///
  /// - Complexity: O(total length of the bodies).
  public func decoded() -> CommentThread {
    guard case .encoded(let source) = bodies else { return self }
    var result = self
    var text = RichText()
    var firstBlocks: [Int32] = [0]
    firstBlocks.reserveCapacity(count + 1)
    for index in 0..<count {
      text.append(source.body(at: index))
      firstBlocks.append(Int32(text.blocks.count))
    }
    result.bodies = .decoded(text, firstBlocks: firstBlocks)
    return result
  }
}
