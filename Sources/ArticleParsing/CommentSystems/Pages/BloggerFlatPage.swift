/// Blogger's older flat list: a name in `dt`, words and time in the `dd` that follow.
enum BloggerFlatPage {
  static let system = MarkedUpComments(
    name: "blogger-flat",
    markup: CommentMarkup(
      comments: ["#comments-block dt[id^=c]", "dt.comment-author[id^=c]", ".comments-block dt[id^=c]"],
      extent: .untilNext,
      identifier: ["dt[id^=c] @id"],
      author: ["dt a[rel=nofollow]", "dt .comment-author", "dt"],
      date: [".comment-timestamp", "dd.comment-footer"],
      body: ["dd.comment-body", ".comment-body"],
      flags: [
        (".blog-author-comment", .originalPoster), (".blog-author-icon", .originalPoster),
        (".deleted-comment", .deleted),
      ],
      gaps: [(".paging-control-container a", "Further comments are on other pages.")]))
}
