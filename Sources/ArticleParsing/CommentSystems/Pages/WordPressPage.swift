/// The comment list of WordPress itself: classic themes, block themes, and old ones with the byline in a `cite`.
///
/// Themes rename nearly everything but the classes of the list's items (`comment depth-2 bypostauthor`) and their
/// identifiers, so that what has another name is looked for by structure.
enum WordPressPage {
  static let system = MarkedUpComments(
    name: "wordpress",
    markup: CommentMarkup(
      comments: [
        "li.comment.depth-*", "div.comment.depth-*", "article.comment.depth-*", "section.comment.depth-*",
        "li.pingback.depth-*", "li.trackback.depth-*", "li#li-comment-0", "li#comment-0", "li#div-comment-0",
        "article#comment-0", "article#li-comment-0", "article#div-comment-0", "div.comment#comment-0",
        "div.comment#li-comment-0", "div.comment#div-comment-0", "section#comment-0",
        "li.comment[data-comment-id]",
      ],
      sections: ["#comments", "#comment", ".comments-area"],
      identifier: ["@id", "[id^=comment-] @id", "[id^=div-comment-] @id", "@data-comment-id"],
      levelClass: "depth-",
      author: [
        ".fn", ".comment-author-name", ".comment__author-name", ".comment__author", ".comment-author-link",
        ".wp-block-comment-author-name", ".comment-author cite", ".comment-author", ".commentauthor",
        ".comment_author", ".author-name", "cite", ".author", ".vcard",
      ],
      date: [
        "time[datetime]", ".comment-date", ".comment_date", ".comment__date", ".wp-block-comment-date",
        ".commentmetadata a", ".comment-metadata a", ".comment-meta a", ".commentmetadata",
        ".comment-metadata",
        ".comment-meta", ".comment-time", ".comment-posted-on", ".comment__meta", ".date", ".meta", "cite",
      ],
      score: [".cld-like-count-wrap"],
      body: [
        ".comment-content", ".comment_content", ".comment__content", ".wp-block-comment-content",
        ".comment-text",
        ".comment_text", ".comment__text", ".comment-entry", ".commentcontent", ".commenttext",
        ".comment-body-text", ".comment__body", ".comment-body",
      ],
      residue: [
        ".reply", ".comment-reply-link", ".comment-author", ".comment-meta", ".commentmetadata",
        ".comment-metadata",
        ".says", ".comment-awaiting-moderation", ".comment-edit-link", ".cld-like-dislike-wrap",
        ".comment-actions",
        ".avatar", ".comment-reply", ".sharedaddy", ".comment-likes", ".children", ".comment-respond",
        ".likes-box",
        ".comment-footer",
      ],
      flags: [
        (".bypostauthor", .originalPoster), (".pingback", .pingback), (".trackback", .pingback),
        (".comment-awaiting-moderation", .pending), (".sticky-comment", .pinned),
      ],
      gaps: [
        (".comment-navigation a", "Further comments are on other pages."),
        (".comments-pagination a", "Further comments are on other pages."),
        (".wp-block-comments-pagination a", "Further comments are on other pages."),
        ("#comment-nav-above a", "Further comments are on other pages."),
        ("#comment-nav-below a", "Further comments are on other pages."),
      ],
      guesses: true))
}
