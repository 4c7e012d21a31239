/// The story pages of Lobsters and of other sites that run its software, from 2012 on.
///
/// Lists in lists; the comment is a `div` beside the list of its replies, and the first item may be a form.
enum LobstersPage {
  static let system = MarkedUpComments(
    name: "lobsters",
    signs: [".comments_subtree", "ol.comments"],
    markup: CommentMarkup(
      comments: ["div.comment[id^=c_]", "div.comment[data-shortid]"],
      identifier: ["@data-shortid", "@id"], levelElements: ["ol.comments"],
      author: [".byline a[href^=/~]", ".byline a[href*=/~]", ".byline a[href*=/u/]"],
      date: [".byline time", ".byline span[title]", ".byline [title]"],
      score: ["a.upvoter", ".score"], body: [".comment_text"],
      flags: [
        (".user_is_author", .originalPoster), (".comment_author", .originalPoster), (".bad", .downvoted),
        (".deleted", .deleted),
      ]))
}
