/// Lemmy: the comment is an `article`, its replies a list that follows.
enum LemmyPage {
  static let system = MarkedUpComments(
    name: "lemmy",
    signs: [".comment-node", ".person-listing"],
    markup: CommentMarkup(
      comments: ["article.comment-node", "div.comment-node"],
      levelElements: ["ul.comments"],
      author: [".person-listing"], date: [".moment-time", "time", "[data-tippy-content]"],
      score: [".score", "[aria-label*=points]"],
      body: [".comment-content .md-div", ".comment-content", ".md-div"],
      flags: [
        (".comment-deleted", .deleted), (".mark", .highlighted), (".badge.text-info", .originalPoster),
      ],
      stubs: [".comments .btn-link.text-muted[href*=/comment/]"]))
}
