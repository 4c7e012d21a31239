/// Blogger's threads: a list with one level of replies.
enum BloggerPage {
  static let system = MarkedUpComments(
    name: "blogger",
    markup: CommentMarkup(
      comments: [".comment-thread li.comment", ".comments-content li.comment"],
      author: ["cite.user", ".comment-header .user", ".comment-author"],
      date: [".datetime", ".comment-timestamp"],
      body: [".comment-content", ".comment-body"], residue: [".comment-actions", ".deleted-comment .icon"],
      flags: [(".blog-author", .originalPoster), (".deleted-comment", .deleted)],
      gaps: [
        (".loadmore a", "The page loads more comments on demand."),
        (".paging-control-container a", "Further comments are on other pages."),
      ],
      containers: ["#comment-holder"]))
}
