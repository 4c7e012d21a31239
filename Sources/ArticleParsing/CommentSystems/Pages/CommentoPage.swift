/// Commento.
enum CommentoPage {
  static let system = MarkedUpComments(
    name: "commento",
    markup: CommentMarkup(
      comments: ["[id^=commento-comment-card-]", ".commento-card"],
      author: [".commento-name"], date: [".commento-timeago", "[id^=commento-comment-timeago-]"],
      score: [".commento-score"], body: [".commento-body", "[id^=commento-comment-body-]"],
      flags: [
        (".commento-moderator", .moderator), (".commento-op", .originalPoster), (".commento-sticky", .pinned),
      ],
      containers: ["#commento"]))
}
