/// Copies of Disqus threads that servers once wrote into their pages for search engines.
enum DisqusStaticPage {
  static let system = MarkedUpComments(
    name: "disqus-static",
    markup: CommentMarkup(
      comments: ["li#dsq-comment-0", "div#dsq-comment-0"],
      author: ["[id^=dsq-author-user-]", "[id^=dsq-cite-]", "cite"],
      date: ["[id^=dsq-time-]", ".dsq-comment-header-time", ".dsq-header-time"],
      score: ["[id^=dsq-points-]"], body: ["[id^=dsq-comment-message-]", "[id^=dsq-comment-body-]"],
      flags: [(".dsq-moderator", .moderator)], containers: ["#disqus_thread"]))
}
