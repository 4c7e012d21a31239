import ArticleModel

extension JSONWriter {
  /// Writes a thread as an array of its top-level comments, each with its replies inside.
  ///
  /// The thread is in pre-order, so counting the open objects is all the bookkeeping that nesting needs.
  mutating func comments(of thread: CommentThread?) {
    beginArray()
    if let thread {
      let missing = Self.missingReplies(in: thread)
      var open = 0
      for index in 0..<thread.count where thread.comments[index].isComment {
        while open > thread.depth(of: index) {
          endArray()
          endObject()
          open -= 1
        }
        beginComment(index, of: thread, missing: missing)
        open += 1
      }
      for _ in 0..<open {
        endArray()
        endObject()
      }
    }
    endArray()
  }

  /// How many direct replies of comments are missing by their indices, 0 where the source does not say how many.
  private static func missingReplies(in thread: CommentThread) -> [Int: Int] {
    var missing: [Int: Int] = [:]
    guard thread.hasStubs else { return missing }
    for index in 0..<thread.count where thread.isStub(index) {
      guard let parent = thread.parent(of: index) else { continue }
      missing[parent, default: 0] += Int(thread.comments[index].missingReplies)
    }
    return missing
  }

  /// Writes the sources of a thread that was put together from several, in the order of their headings.
  mutating func discussions(of thread: CommentThread) {
    key("discussions")
    beginArray()
    for section in thread.sections {
      beginObject()
      member("title", section.title)
      source(section.source)
      member("comments", section.commentCount)
      member("shared", section.sharedCount)
      threadNote(section.note)
      endObject()
    }
    endArray()
  }

  /// Writes a comment up to the beginning of its replies.
  private mutating func beginComment(_ index: Int, of thread: CommentThread, missing: [Int: Int]) {
    let comment = thread.comments[index]
    let body = thread.body(of: index)
    beginObject()
    member("id", ArticleLocator.comment(index, of: thread))
    member("author", thread.author(of: index))
    member("posted", comment.posted?.iso8601)
    member("postedText", comment.postedText)
    member("score", comment.score.map(Int.init))
    key("flags")
    beginArray()
    for flag in comment.flags.names { value(flag) }
    endArray()
    key("text")
    value(utf8: body.utf8[...])
    key("blocks")
    blocks(of: body)
    let sources = thread.sectionIndices(of: index)
    if !sources.isEmpty {
      key("sources")
      beginArray()
      for number in sources { value(thread.sections[number].title) }
      endArray()
    }
    if let count = missing[index] { member("moreReplies", count > 0 ? count : nil) }
    key("replies")
    beginArray()
  }
}
