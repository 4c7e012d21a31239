/// Slashdot's discussions, from 2006 on.
enum SlashdotPage {
  static let system = MarkedUpComments(
    name: "slashdot",
    signs: ["#commentlisting", "[id^=comment_body_]", ".commentTop"],
    markup: CommentMarkup(
      comments: ["li#tree_0", "#commentlisting li.comment"],
      author: [".by a", ".by"], date: [".otherdetails", "time"], score: [".score"],
      body: ["[id^=comment_body_]", ".commentBody"], residue: [".commentSub", ".sig"],
      flags: [(".oneline", .truncated), (".hidden", .downvoted)],
      stubs: [".commentsub-hidden", "li.hide.comment-stub"],
      gaps: [("#more_comments_num_a", "The page loads more comments on demand.")]))
}
