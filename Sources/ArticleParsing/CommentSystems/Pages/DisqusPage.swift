/// Disqus as saved from a browser: the list that its script builds.
enum DisqusPage {
  static let system = MarkedUpComments(
    name: "disqus",
    signs: ["[data-role=post-content]", ".post-message", ".publisher-anchor-color"],
    markup: CommentMarkup(
      comments: ["li.post[id^=post-]"],
      parent: ["a.parent-link @href"],
      author: [".post-byline .author", ".author"], date: ["a.time-ago", ".time-ago", ".post-meta time"],
      score: ["[data-role=likes]", ".vote-up .count"], body: [".post-message"],
      residue: [".see-more"],
      flags: [
        (".moderator", .moderator), (".post-content.minimized", .removed), (".state-byline", .pending),
        (".featured", .highlighted), (".post-deleted", .deleted),
      ],
      gaps: [(".load-more__button", "The page loads more comments on demand.")]))
}
