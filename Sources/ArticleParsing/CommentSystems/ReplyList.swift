import ArticleModel

/// Comments that name the ones they answer, in whatever order they come; makes a thread of them.
///
/// Siblings keep the order in which they were added. A parent that is not there, and parents in a circle, leave the
/// comment at top level, marked.
struct ReplyList {
  private struct Entry {
    var comment: Comment
    var author: String?
    var parentID: String?
    var body: RichText
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  /// Adds a comment.
  ///
  /// - Parameters:
  ///   - comment: The comment; its author is given as a name.
  ///   - author: The name, or `nil` when there is none.
  ///   - parentID: The identifier of the comment it answers, or `nil` at top level.
  ///   - body: The words.
  mutating func append(_ comment: Comment, author: String?, parentID: String?, body: RichText) {
    entries.append(Entry(comment: comment, author: author, parentID: parentID, body: body))
  }

  /// Turns the order of the comments around, for sources that put the newest first.
  mutating func reverse() { entries.reverse() }

  /// The thread.
  ///
  /// - Complexity: O(number of comments).
  func thread() -> CommentThread {
    let places = ThreadAssembly.order(
      parents: entries.map { $0.parentID.map { .id($0) } ?? .none }, ids: entries.map(\.comment.id))
    var builder = CommentThread.Builder(capacity: entries.count)
    for place in places {
      let entry = entries[place.entry]
      var comment = entry.comment
      comment.author = entry.author.map { builder.author($0) }
      if entry.parentID != nil, place.depth == 0 { comment.flags.insert(.unplaced) }
      builder.append(comment, depth: place.depth, body: entry.body)
    }
    return builder.finish()
  }
}
