/// The sites of Forem, such as dev.to.
enum ForemPage {
  static let system = MarkedUpComments(
    name: "forem",
    signs: [".single-comment-node", "[id^=comment-node-]", ".comment-wrapper"],
    markup: CommentMarkup(
      comments: ["[id^=comment-node-]", ".single-comment-node"],
      identifier: ["@data-comment-id", "@id"], levelClass: "comment--deep-",
      author: [
        ".js-comment-username", ".comment__header a.crayons-link", ".comment__header .crayons-link",
        ".comment-username-inner",
        ".comment-username",
      ],
      date: ["time.date", "time", ".comment-date"], score: [".reactions-count", ".comment-reactions-count"],
      body: [".comment__body", ".body"], residue: [".comment__footer"],
      flags: [
        (".low-quality-comment", .downvoted), (".comment__op", .originalPoster),
        (".op-marker", .originalPoster),
      ],
      containers: ["#comment-trees-container", "#comments-container"]))
}
