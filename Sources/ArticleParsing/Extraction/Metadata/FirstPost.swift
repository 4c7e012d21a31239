import ArticleModel

/// The post that opens a topic of a forum: it names the topic's author and day.
struct FirstPost {
  var author: String?
  var posted: Timestamp?
  /// The day as printed.
  var postedText: String?

  /// A post of which only the author is known.
  init(author: String) { self.author = author }

  /// The first post of a thread; `nil` when there is none.
  init?(of thread: CommentThread?) {
    guard let thread, let first = thread.comments.first else { return nil }
    // A long name is one that its numbers of posts run into.
    author = thread.author(of: 0).flatMap { $0.utf8.count <= 32 ? $0 : nil }
    posted = first.posted
    postedText = first.postedText
  }
}
