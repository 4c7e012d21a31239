/// Discourse topics: what its program shows, and the plain page for search engines.
///
/// The first post is the article.
enum DiscoursePage {
  static let system = MarkedUpComments(
    name: "discourse",
    signs: ["meta[content^=Discourse]", ".crawler-post", ".topic-post", "article.boxed[data-post-id]"],
    markup: CommentMarkup(
      comments: [".crawler-post", "article#post_0", "div.topic-body#post_0", ".post[itemprop=comment]"],
      elsewhere: ["#post_1"],
      identifier: ["@id", "@data-post-id"],
      replyTo: [".reply-to-tab"],
      author: [
        ".creator [itemprop=name]", ".names .username a", ".names a[data-user-card]", ".names .first",
        ".creator", ".username",
      ],
      date: [
        "time.post-time", "time[itemprop=datePublished]", "time", ".relative-date[data-time]",
        ".post-date [title]",
      ],
      score: [".post-likes", ".like-count"],
      body: [".cooked", ".post[itemprop=text]", "[itemprop=text]", "div.post"],
      residue: [".crawler-linkback-list", ".quote-controls", ".post-menu-area"],
      flags: [
        (".topic-owner", .originalPoster), (".moderator", .moderator), (".post-hidden", .flagged),
        (".deleted", .deleted),
        (".edits", .edited), (".post-info.edits", .edited), (".accepted-answer", .highlighted),
      ],
      gaps: [
        ("link[rel=next]", "Further posts are on other pages."),
        (".pagination a[rel=next]", "Further posts are on other pages."),
      ]))
}
