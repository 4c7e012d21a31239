/// Reddit's old page: things in things.
enum OldRedditPage {
  static let system = MarkedUpComments(
    name: "old-reddit",
    signs: ["[data-fullname^=t1_]", ".thing.comment", ".nestedlisting"],
    markup: CommentMarkup(
      comments: [".thing.comment", ".thing[data-fullname^=t1_]"],
      identifier: ["@data-fullname", "@id"],
      author: [".tagline .author", "@data-author"], date: [".tagline time", ".tagline .live-timestamp"],
      score: [".score.unvoted", ".score"], body: [".usertext-body .md", ".usertext-body", ".entry .md"],
      flags: [
        (".stickied", .pinned), (".submitter", .originalPoster), (".author.moderator", .moderator),
        (".author.admin", .moderator), (".deleted", .deleted), (".spam", .removed),
        (".edited-timestamp", .edited),
        (".gilded-gid1", .highlighted), (".controversial", .downvoted),
      ],
      submitter: [".linklisting .link .tagline .author"],
      stubs: [".thing.morechildren", ".thing.morerecursion", ".deepthread"],
      containers: [".commentarea"]))
}
