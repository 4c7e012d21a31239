import ArticleModel

extension JSONWriter {
  /// Writes a thread as an array of its top-level comments, each with its replies inside.
  ///
  /// The thread is in pre-order, so counting the open objects is all the bookkeeping that nesting needs.
  mutating func comments(of thread: CommentThread?) {
    beginArray()
    if let thread {
      var open = 0
      for index in 0..<thread.count {
        while open > Int(thread.depths[index]) {
          endArray()
          endObject()
          open -= 1
        }
        beginComment(index, of: thread)
        open += 1
      }
      for _ in 0..<open {
        endArray()
        endObject()
      }
    }
    endArray()
  }

  /// Writes a comment up to the beginning of its replies.
  private mutating func beginComment(_ index: Int, of thread: CommentThread) {
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
    key("replies")
    beginArray()
  }
}
