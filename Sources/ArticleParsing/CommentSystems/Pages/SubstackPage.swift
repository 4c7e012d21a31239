/// Substack's pages of comments.
enum SubstackPage {
  static let system = MarkedUpComments(
    name: "substack",
    signs: ["[src*=substackcdn.com]", "[href*=substackcdn.com]", ".comment-anchor"],
    markup: CommentMarkup(
      comments: ["div.comment"],
      identifier: [".comment-anchor @id", "@id"],
      author: [
        ".comment-head .comment-meta a[href*=/@]", ".comment-meta a[href*=/profile/]",
        ".comment-meta a[href*=/@]",
        ".comment-publication-name", ".profile-hover-card-target a", ".comment-meta .name", ".commenter-name",
      ],
      date: [".commentdate", ".comment-timestamp", "a[href*=/comment/]", "time"],
      score: [".post-ufi-button.has-label .label", ".like-count"],
      body: [".comment-body"], residue: [".comment-actions"],
      flags: [
        (".highlight.author", .originalPoster), (".comment-author-tag", .originalPoster),
        (".pinned", .pinned),
        (".comment-deleted", .deleted),
      ],
      stubs: [".comment-replies-link", ".more-replies"],
      gaps: [(".more-comments", "Further comments are on the page of all comments.")], guesses: true))
}
