/// The wpDiscuz plugin for WordPress, versions 5 to 7 in their three layouts.
///
/// Each comment's identifier holds its parent's: `wpd-comm-ID_PARENT`, with 0 at top level.
enum WPDiscuzPage {
  static let system = MarkedUpComments(
    name: "wpdiscuz",
    markup: CommentMarkup(
      comments: ["[id^=wpd-comm-]", "[id^=wc-comm-]"],
      identifierNamesParent: true, parent: [".wpd-reply-to a @href", ".wc-reply-to a @href"],
      author: [".wpd-comment-author", ".wc-comment-author"],
      date: [".wpd-comment-date", ".wc-comment-date"],
      score: [".wpd-vote-result", ".wc-vote-result"],
      body: [".wpd-comment-text", ".wc-comment-text"],
      residue: [
        ".wpd-comment-footer", ".wc-comment-footer", ".wpd-reply-to", ".wc-reply-to", ".wpd-tooltip",
        ".wpd-comment-link",
      ],
      flags: [
        (".bypostauthor", .originalPoster), (".wpd-blog-post_author", .originalPoster),
        (".wpd-sticky", .pinned), (".wc-sticky-comment", .pinned), (".wpd-unapproved-comment", .pending),
        ("[id^=wpdiscuz-readmore]", .truncated), (".wpdiscuz-readmore", .truncated),
        (".wpd-comment-last-edited", .edited),
        (".wc-comment-last-edited", .edited),
      ],
      gaps: [
        (".wpd-load-more-submit", "The page loads more comments on demand."),
        (".wc-load-more-submit", "The page loads more comments on demand."),
      ],
      containers: ["#wpdcom", "#wpcomm"]))
}
