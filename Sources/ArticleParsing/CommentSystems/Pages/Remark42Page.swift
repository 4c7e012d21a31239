/// Remark42: a comment, and beside it the threads that answer it.
enum Remark42Page {
  static let system = MarkedUpComments(
    name: "remark42",
    markup: CommentMarkup(
      comments: ["[id^=remark42__comment-]", "article.comment[id*=remark42]"],
      levelElements: [".thread"],
      author: [".comment__username"], date: [".comment__time"],
      score: [".comment__score-value", ".comment__score"], body: [".comment__text"],
      flags: [
        (".comment_pinned", .pinned), (".comment__pinned", .pinned), (".comment_disabled", .deleted),
        (".comment__admin", .moderator), (".comment__edited", .edited),
      ],
      gaps: [(".root__show-more", "The page loads more comments on demand.")], containers: ["#remark42"]))
}
