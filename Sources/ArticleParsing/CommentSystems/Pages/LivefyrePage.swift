/// Copies of Livefyre threads.
enum LivefyrePage {
  static let system = MarkedUpComments(
    name: "livefyre",
    markup: CommentMarkup(
      comments: ["article.fyre-comment-article", ".fyre-comment-article"],
      identifier: ["@data-message-id", "@id"],
      author: [".fyre-comment-username", ".fyre-comment-author"],
      date: [".fyre-comment-date", "time"], score: [".fyre-comment-like-count"],
      body: [".fyre-comment", ".fyre-comment-body"],
      flags: [
        (".fyre-comment-hidden", .removed), (".fyre-comment-deleted", .deleted),
        (".fyre-featured", .highlighted),
        (".fyre-moderator", .moderator),
      ],
      gaps: [(".fyre-stream-more-container a", "The page loads more comments on demand.")],
      containers: [".fyre-comment-stream", "#livefyre"]))
}
