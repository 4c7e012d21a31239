/// The item pages of Hacker News, as of 2013, 2014 and since the redesign.
///
/// A flat table whose first cell is as wide as a comment is deep: a spacer of 40 pixels a level, since then an `indent`
/// too.
enum HackerNewsPage {
  static let system = MarkedUpComments(
    name: "hacker-news",
    signs: ["html[op=item]", "#hnmain", "td.default span.comhead"],
    markup: CommentMarkup(
      comments: ["td.default"], extent: .parent,
      identifier: ["a[href*=item?id=] @href"], level: ["td.ind @indent", "img[height=1] @width"],
      author: [".hnuser", "a[href*=user?id=]"], date: [".age", ".comhead"],
      body: [".commtext", "span.comment", ".comment"], residue: [".reply", "font[size=1]"],
      flags: [
        (".c5A", .downvoted), (".c5a", .downvoted), (".c73", .downvoted), (".c82", .downvoted),
        (".c88", .downvoted),
        (".c9C", .downvoted), (".c9c", .downvoted), (".cAE", .downvoted), (".cae", .downvoted),
        (".cBE", .downvoted),
        (".cbe", .downvoted), (".cCE", .downvoted), (".cce", .downvoted), (".cDD", .downvoted),
        (".cdd", .downvoted),
      ],
      submitter: [".subline .hnuser", ".subtext .hnuser", ".subtext a[href*=user?id=]"],
      gaps: [
        ("a.morelink", "The discussion goes on on another page."),
        ("a[href*=/x?fnid]", "The discussion goes on on another page."),
      ],
      containers: ["table.comment-tree", ".subtext", "a.morelink"]))
}
