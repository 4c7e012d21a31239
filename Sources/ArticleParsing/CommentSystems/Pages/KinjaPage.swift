/// Gawker's Kinja: flat, each reply names its parent.
enum KinjaPage {
  static let system = MarkedUpComments(
    name: "kinja",
    markup: CommentMarkup(
      comments: ["article.js_reply[data-id]", ".js_reply[data-id]", ".reply[data-parentid]"],
      identifier: ["@data-id"], parent: ["@data-parentid", "@data-parent-id"],
      author: ["@data-authorname", "@data-author-name", ".reply__author", ".js_author", "[rel=author]"],
      date: ["time", ".js_publish_time", ".reply__date", ".meta__time", ".publish-time"],
      score: [".js_like_count", ".like-count"],
      body: [".reply__content", ".js_reply-content", ".post-content", ".js_expandable-container", ".text"],
      residue: [".reply__tools", ".reply-tools", ".js_reply-tools"],
      flags: [(".js_dismissed", .removed), (".pending", .pending)], guesses: true))
}
